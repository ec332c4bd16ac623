import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

/** Every rule of the house is given a broken text, in the place of a real file, and must fire; the same place with a lawful text must pass. */
const eslint = new ESLint({ cwd: new URL("../..", import.meta.url).pathname });

async function rulesFiredBy(path: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: new URL(`../../${path}`, import.meta.url).pathname });
  return result!.messages.map((message) => `${message.ruleId}: ${message.message}`);
}

const zones = "import-x/no-restricted-paths";

/** What is broken, where, by which text, and what must be said. */
const broken: readonly (readonly [string, string, string, RegExp])[] = [
  ["the catalogue imports policy", "src/catalog/basis.ts", 'import type { Viewer } from "../policy/viewer.ts";\nexport type V = Viewer;\n', /no-restricted-paths: .*src\/catalog may import nothing of ours/],
  ["policy imports a plan", "src/policy/viewer.ts", 'import type { Statement } from "../plan/compile.ts";\nexport type S = Statement;\n', /no-restricted-paths: .*src\/policy may import catalog/],
  ["a plan imports the store", "src/plan/values.ts", 'import type { Reader } from "../store/reader.ts";\nexport type R = Reader;\n', /no-restricted-paths: .*reaches no database/],
  ["the store imports the graph", "src/store/reader.ts", 'import type { Asked } from "../graph/resolvers.ts";\nexport type A = Asked;\n', /no-restricted-paths: .*knows neither graph nor HTTP/],
  ["the graph imports a domain", "src/graph/per-request.ts", 'import { bid } from "../domains/bidding/bid.ts";\nexport const name = bid.name;\n', /no-restricted-paths: .*domains reach it as a value/],
  ["HTTP imports the store", "src/http/etag.ts", 'import type { Reader } from "../store/reader.ts";\nexport type R = Reader;\n', /no-restricted-paths: .*reads no data itself/],
  ["an entity imports the graph", "src/domains/debt/codelists.ts", 'import type { Asked } from "../../graph/resolvers.ts";\nexport type A = Asked;\n', /no-restricted-paths: .*an entity is a declaration/],
  ["somebody imports the composition", "src/store/reader.ts", 'import type { Hub } from "../server.ts";\nexport type H = Hub;\n', /no-restricted-paths/],
  ["the store speaks type-graphql", "src/store/reader.ts", 'import { Field } from "type-graphql";\nexport const f = Field;\n', /no-restricted-imports: .*only the graph speaks type-graphql/],
  ["an entity speaks type-graphql", "src/domains/debt/codelists.ts", 'import { Field } from "type-graphql";\nexport const f = Field;\n', /no-restricted-imports/],
  ["the graph speaks SQL", "src/graph/per-request.ts", 'import { sql } from "drizzle-orm";\nexport const s = sql;\n', /no-restricted-imports: .*tables are declared/],
  ["HTTP speaks to the database", "src/http/etag.ts", 'import postgres from "postgres";\nexport const p = postgres;\n', /no-restricted-imports: .*only the store speaks to the database/],
  ["src imports a script", "src/server.ts", 'import "../scripts/print.ts";\n', /no-restricted-imports: .*whole without scripts/],
  ["src imports a test", "src/server.ts", 'import { runKey } from "../test/setup/template.ts";\nexport const k = runKey;\n', /no-restricted-imports: .*whole without scripts/],
  ["files import each other in a circle", "src/catalog/snake-case.ts", 'import { tableOf } from "./storage.ts";\nexport const snakeCase = (name: string): string => tableOf({ name }, "main");\n', /no-cycle/],
  ["a file passes on all of another", "src/catalog/basis.ts", 'export * from "./field.ts";\n', /no-restricted-syntax: No barrels/],
  ["a file passes on some of another", "src/catalog/basis.ts", 'export { open } from "./field.ts";\n', /no-restricted-syntax: No barrels/],
  ["an export has no name", "src/catalog/basis.ts", "export default 1;\n", /no-restricted-syntax: Exports have names/],
  ["the environment is read outside config.ts", "src/store/reader.ts", "export const port = process.env.PORT;\n", /no-restricted-syntax: The environment is read in/],
  ["somebody prints", "src/store/reader.ts", 'console.log("x");\n', /no-console/],
  ["a type is given up", "src/store/reader.ts", "export const read = (value: any): unknown => value;\n", /no-explicit-any/],
  ["a promise is left alone", "src/store/reader.ts", "export function read(): void {\n  Promise.resolve(1);\n}\n", /no-floating-promises/],
  ["a switch forgets a case", "src/store/reader.ts", 'export function read(of: "a" | "b"): number {\n  switch (of) {\n    case "a":\n      return 1;\n  }\n  return 2;\n}\n', /switch-exhaustiveness-check/],
  ["a file is longer than 400 lines", "src/store/reader.ts", `export const lines = [\n${"  1,\n".repeat(401)}];\n`, /max-lines/],
];

describe("The house's rules fire where", () => {
  it.each(broken)("%s", async (_what, path, text, expected) => {
    expect(await rulesFiredBy(path, text)).toEqual(expect.arrayContaining([expect.stringMatching(expected)]));
  });
});

describe("The house's rules let pass", () => {
  const lawful: readonly (readonly [string, string, string])[] = [
    ["policy that imports the catalogue", "src/policy/viewer.ts", 'import type { Audience } from "../catalog/audience.ts";\nexport interface Viewer {\n  readonly audience: Audience;\n}\n'],
    ["a store that imports plan, policy and catalogue", "src/store/reader.ts", 'import type { Statement } from "../plan/compile.ts";\nimport type { Viewer } from "../policy/viewer.ts";\nexport type Pair = readonly [Statement, Viewer];\n'],
    ["an entity that imports another domain's entity", "src/domains/debt/codelists.ts", 'import { organization } from "../reference/organization.ts";\nexport const name = organization.name;\n'],
    ["a graph that speaks type-graphql", "src/graph/per-request.ts", 'import { Field } from "type-graphql";\nexport const field = Field;\n'],
    ["the environment in config.ts", "src/config.ts", "export const port = process.env.PORT;\n"],
  ];
  it.each(lawful)("%s", async (_what, path, text) => {
    expect(await rulesFiredBy(path, text)).toEqual([]);
  });

  it("every zone names a folder that is there", async () => {
    const config = (await eslint.calculateConfigForFile("src/catalog/basis.ts")) as { rules: Record<string, unknown> };
    expect(JSON.stringify(config.rules[zones])).toContain("src/catalog may import nothing of ours");
  });
});
