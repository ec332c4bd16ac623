import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/**
 * `npm run types` holds test/gates/declarations.ts; here it is shown that it does: each declaration there that must not compile is refused
 * by the compiler, and where one became lawful, the compiler would refuse the expectation.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const path = `${root}test/gates/declarations.ts`;
const { config } = ts.readConfigFile(`${root}tsconfig.json`, (file) => ts.sys.readFile(file)) as { config: object };
const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [path] }, ts.sys, root);
const written = ts.sys.readFile(path)!;
const expectations = written.match(/^\/\/ @ts-expect-error /gm)!;

/** Everything that the compiler parses is the same in all programs but the one file. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** What the compiler says of the file with another text, by line. */
function saidOf(text: string): { readonly line: string; readonly code: number; readonly message: string }[] {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => {
    if (name === path) return ts.createSourceFile(name, text, ...(rest.slice(0, 1) as [ts.CreateSourceFileOptions]));
    if (!parsed.has(name)) parsed.set(name, read(name, ...rest));
    return parsed.get(name);
  };
  const program = ts.createProgram({ rootNames: [path], options, host });
  const file = program.getSourceFile(path)!;
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(({ start, code, messageText }) => ({
    line: text.split("\n")[file.getLineAndCharacterOfPosition(start!).line]!,
    code,
    message: ts.flattenDiagnosticMessageText(messageText, "\n"),
  }));
}

describe("The compiler", () => {
  it("takes the file as it is written", () => {
    expect(saidOf(written)).toEqual([]);
  });

  it("refuses every declaration that is expected to be refused, and no other", () => {
    const said = saidOf(written.replaceAll("// @ts-expect-error ", "// "));
    const expected = written.split("\n").filter((_line, place, lines) => lines[place - 1]?.startsWith("// @ts-expect-error "));
    expect([...new Set(said.map(({ line }) => line))]).toEqual(expected);
    expect(expected.length).toBe(expectations.length);
    expect(expected.length).toBeGreaterThan(6);
  });

  it("refuses an expectation whose declaration has become lawful", () => {
    const mended = written.replace("{ name: text() }, { rows: always }", '{ name: open(text(), "A name (名).") }, { rows: always }');
    expect(mended).not.toBe(written);
    expect(saidOf(mended).map(({ code, message }) => `${code} ${message}`)).toEqual(["2578 Unused '@ts-expect-error' directive."]);
  });
});
