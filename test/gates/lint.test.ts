import { ESLint } from "eslint";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

/**
 * Every rule of the house is given a broken text, in the place of a file, and must say exactly one thing; what is lawful in the same kind
 * of place must pass. A place need not be there: the absent ones stand for files yet to come, and leave the types of the others alone.
 */
const cwd = fileURLToPath(new URL("../..", import.meta.url));
const absent = ["src/*/broken.ts", "src/*/index.ts", "src/nowhere.ts", "src/domains/*/resolvers.ts", "src/domains/*/broken*.ts", "src/exchange/*/broken.ts", "scripts/broken.ts", "test/broken.test.ts"];
const eslint = new ESLint({ cwd, overrideConfig: { files: ["**/*.ts"], languageOptions: { parserOptions: { projectService: { allowDefaultProject: absent, maximumDefaultProjectFileMatchCount_THIS_WILL_SLOW_DOWN_LINTING: 99 } } } } });

async function messagesFor(path: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: `${cwd}${path}` });
  return result!.messages.map((message) => `${message.ruleId}: ${message.message}`);
}

const viewer = (up: string): string => `import type { Viewer } from "${up}/policy/viewer.ts";\nexport type V = Viewer;\n`;
const reader = (up: string): string => `import type { Reader } from "${up}/store/reader.ts";\nexport type R = Reader;\n`;
const server = (up: string): string => `import type { Hub } from "${up}/server.ts";\nexport type H = Hub;\n`;
const schema = (up: string): string => `import { buildSchema } from "${up}/graph/schema.ts";\nexport const name = buildSchema.name;\n`;
const http = (up: string): string => `import { etagOf } from "${up}/http/etag.ts";\nexport const name = etagOf.name;\n`;
const entity = (up: string): string => `import { bid } from "${up}/domains/bidding/bid.ts";\nexport const name = bid.name;\n`;
const use = (name: string): string => `import { thing } from "${name}";\nexport const name = String(thing);\n`;

/** What is broken, where, by which text, and what must be said. */
type Broken = readonly [what: string, path: string, text: string, said: RegExp];

const zones: readonly Broken[] = [
  ["the catalogue imports policy", "src/catalog/broken.ts", viewer(".."), /src\/catalog may import nothing of ours: /],
  ["the catalogue imports an error", "src/catalog/broken.ts", 'import { HubError } from "../errors.ts";\nexport const name = HubError.name;\n', /src\/catalog may import nothing of ours: /],
  ["a type is imported by the name that it would have when compiled", "src/catalog/broken.ts", viewer("..").replace(".ts", ".js"), /src\/catalog may import nothing of ours: /],
  ["policy imports the store", "src/policy/broken.ts", reader(".."), /src\/policy may import catalog, errors\.ts: /],
  ["a plan imports the store", "src/plan/broken.ts", reader(".."), /src\/plan may import .*: .* reaches no database/],
  ["the store imports the graph", "src/store/broken.ts", schema(".."), /src\/store may import .*: .* knows neither graph nor HTTP/],
  ["the store imports HTTP", "src/store/broken.ts", http(".."), /src\/store may import /],
  ["a workflow imports the graph", "src/workflow/broken.ts", schema(".."), /src\/workflow may import /],
  ["the graph imports a domain", "src/graph/broken.ts", entity(".."), /src\/graph may import .*: .* domains reach it as a value/],
  ["exchange imports a domain", "src/exchange/broken.ts", entity(".."), /src\/exchange may import store, workflow, policy, catalog: /],
  ["demonstration data imports the graph", "src/exchange/demonstration/broken.ts", schema("../.."), /src\/exchange\/demonstration may import /],
  ["reference data imports the store", "src/exchange/reference/broken.ts", reader("../.."), /src\/exchange\/reference may import /],
  ["HTTP imports the store", "src/http/broken.ts", reader(".."), /src\/http may import .*: .* reads no data itself/],
  ["HTTP imports more of the catalogue than the audience", "src/http/broken.ts", 'import type { Field } from "../catalog/field.ts";\nexport type F = Field;\n', /src\/http may import policy, catalog\/audience\.ts, /],
  ["the portal imports HTTP", "src/portal/broken.ts", http(".."), /src\/portal may import store, workflow, policy, catalog, errors\.ts: /],
  ["an entity imports the graph", "src/domains/debt/broken.ts", schema("../.."), /src\/domains may import catalog: an entity is a declaration/],
  ["an entity imports the store", "src/domains/debt/broken.ts", reader("../.."), /src\/domains may import catalog: /],
  ["a machine imports the store", "src/domains/debt/broken-machine.ts", reader("../.."), /src\/domains\/\*\/\*machine\.ts may import domains, workflow, catalog: /],
  ["commands import the graph", "src/domains/debt/broken-commands.ts", schema("../.."), /src\/domains\/\*\/\*commands\.ts may import /],
  ["the list of commands imports the store", "src/domains/commands.ts", reader(".."), /src\/domains\/commands\.ts may import domains, workflow: /],
  ["resolvers import HTTP", "src/domains/debt/resolvers.ts", http("../.."), /src\/domains\/\*\/resolvers\.ts may import /],
  ["the errors import the catalogue", "src/errors.ts", 'import type { Field } from "./catalog/field.ts";\nexport type F = Field;\n', /src\/errors\.ts may import nothing of ours: /],
  ["the configuration imports the store", "src/config.ts", reader("."), /src\/config\.ts may import start-error\.ts: /],
  ["the log imports policy", "src/log.ts", viewer("."), /src\/log\.ts may import config\.ts: /],
  ["the store imports the composition", "src/store/broken.ts", server(".."), /src\/store may import /],
  ["the errors import the composition", "src/errors.ts", server("."), /src\/errors\.ts may import nothing of ours: /],
  ["the composition imports main", "src/printed.ts", 'import "./main.ts";\n', /src\/printed\.ts puts the house together/],
  ["a new folder has no line in the house", "src/nowhere/broken.ts", viewer(".."), /This place is not in the house yet: give it a line/],
  ["a new file has no line in the house", "src/nowhere.ts", viewer("."), /This place is not in the house yet: give it a line/],
  ["src imports a script", "src/store/broken.ts", use("../../scripts/bench/load.ts"), /src is whole without scripts and tests/],
  ["src imports a test", "src/store/broken.ts", use("../../test/setup/template.ts"), /src is whole without scripts and tests/],
];

const packages: readonly Broken[] = [
  ["the store speaks type-graphql", "src/store/broken.ts", use("type-graphql"), /only the graph speaks type-graphql/],
  ["an entity speaks type-graphql", "src/domains/debt/broken.ts", use("type-graphql"), /only the graph speaks type-graphql/],
  ["resolvers speak type-graphql", "src/domains/debt/resolvers.ts", use("type-graphql/build"), /only the graph speaks type-graphql/],
  ["the graph declares a table", "src/graph/broken.ts", use("drizzle-orm/pg-core"), /tables are declared in the catalogue/],
  ["the graph speaks SQL", "src/graph/broken.ts", use("drizzle-orm"), /SQL is written by the catalogue's rules and the store/],
  ["HTTP speaks SQL", "src/http/broken.ts", use("drizzle-orm/postgres-js"), /SQL is written by the catalogue's rules and the store/],
  ["an entity speaks SQL", "src/domains/debt/broken.ts", use("drizzle-orm"), /SQL is written by the catalogue's rules and the store/],
  ["resolvers speak SQL", "src/domains/debt/resolvers.ts", use("drizzle-orm/pg-core"), /tables are declared in the catalogue/],
  ["HTTP speaks to the database", "src/http/broken.ts", use("postgres"), /only the store speaks to the database/],
  ["exchange speaks to the database", "src/exchange/broken.ts", use("postgres"), /only the store speaks to the database/],
  ["a new folder speaks to the database", "src/nowhere/broken.ts", use("postgres"), /only the store speaks to the database/],
  ["the graph speaks HTTP", "src/graph/broken.ts", use("fastify"), /only the HTTP edge speaks HTTP/],
  ["HTTP imports the configuration itself", "src/http/broken.ts", use("../config.ts"), /HTTP gets its settings as values/],
  ["an entity imports resolvers", "src/domains/debt/broken.ts", use("./resolvers.ts"), /Resolvers and commands are handed to the graph by the composition/],
  ["an entity imports commands", "src/domains/debt/broken.ts", use("./grant-commands.ts"), /Resolvers and commands are handed to the graph by the composition/],
  ["commands import another domain's machine", "src/domains/debt/broken-commands.ts", use("../access/client-machine.ts"), /Of another domain, import the entity/],
  ["a workflow speaks of keys", "src/workflow/broken.ts", use("jose"), /keys of clients are examined where they are kept/],
  ["the store speaks HTTP", "src/store/broken.ts", use("fastify"), /only the HTTP edge speaks HTTP/],
  ["an entity imports the list of domains", "src/domains/debt/broken.ts", use("../all.ts"), /all\.ts lists the domains for the composition/],
  ["resolvers import the list of domains", "src/domains/debt/resolvers.ts", use("../all.ts"), /all\.ts lists the domains for the composition/],
  ["an entity imports another domain's machine", "src/domains/debt/broken.ts", use("../bidding/machine.ts"), /Of another domain, import the entity/],
  ["resolvers import another domain's resolvers", "src/domains/debt/resolvers.ts", use("../bidding/resolvers.ts"), /Of another domain, import the entity/],
  ["the console is imported", "src/store/broken.ts", use("node:console"), /src prints nothing but through the log/],
  ["a package is required, not imported", "src/http/broken.ts", 'import { createRequire } from "node:module";\nexport const require = createRequire(import.meta.url);\n', /what is required, these rules do not see/],
];

const printing = /no-restricted-globals: .*src prints nothing/;
const unread = /no-restricted-syntax: The rules of the house read \.ts files alone/;
const environment = /no-restricted-syntax: The environment is read in src\/config\.ts alone/;

const forms: readonly Broken[] = [
  ["files import each other in a circle", "src/catalog/snake-case.ts", 'import { tableOf } from "./storage.ts";\nexport const snakeCase = (name: string): string => name + tableOf.name;\n', /import-x\/no-cycle: Dependency cycle/],
  ["a file passes on all of another", "src/catalog/broken.ts", 'export * from "./field.ts";\n', /no-restricted-syntax: No barrels: import a thing from the file/],
  ["a file passes on some of another", "src/catalog/broken.ts", 'export { open } from "./field.ts";\n', /no-restricted-syntax: No barrels: import a thing from the file/],
  ["a file passes on what it imports", "src/catalog/broken.ts", 'import { open } from "./field.ts";\nexport { open };\n', /no-restricted-syntax: No barrels: export a thing where it is declared/],
  ["a file passes on a type that it imports", "src/catalog/broken.ts", 'import type { Field } from "./field.ts";\nexport type { Field };\n', /no-restricted-syntax: No barrels: export a thing where it is declared/],
  ["a file is called index", "src/catalog/index.ts", "export const one = 1;\n", /no-restricted-syntax: No barrels: .* no thing is called index/],
  ["an export has no name", "src/catalog/broken.ts", "export default 1;\n", /no-restricted-syntax: Exports have names/],
  ["an import hides in the code", "src/http/broken.ts", 'export const opened = import("postgres");\n', /no-restricted-syntax: Imports stand at the top/],
  ["an import hides in a type", "src/catalog/broken.ts", 'export type V = import("./field.ts").Field;\n', /consistent-type-imports: `import\(\)` type annotations are forbidden/],
  ["the environment is read outside config.ts", "src/store/broken.ts", "export const port = process.env.PORT;\n", environment],
  ["the environment is read by a string", "src/store/broken.ts", 'export const port = process["env"]["PORT"];\n', environment],
  ["the environment is taken out of the process", "src/store/broken.ts", "const { env } = process;\nexport const port = env.PORT;\n", environment],
  ["the environment is read past the global name", "src/store/broken.ts", "export const port = globalThis.process.version;\n", environment],
  ["the process gets another name", "src/store/broken.ts", "const its = process;\nexport const port = its.env.PORT;\n", environment],
  ["the process is taken out of the global object", "src/store/broken.ts", "const { process: its } = globalThis;\nexport const port = its.env.PORT;\n", environment],
  ["the process is imported", "src/store/broken.ts", 'import { env } from "node:process";\nexport const port = env.PORT;\n', /no-restricted-imports: .*would be read past src\/config\.ts/],
  ["main reads the environment", "src/main.ts", "export const port = process.env.PORT;\n", environment],
  ["a script reads the environment", "scripts/broken.ts", "export const port = process.env.PORT;\n", environment],
  ["a test reads the environment", "test/broken.test.ts", "export const port = process.env.PORT;\n", environment],
  ["a test hands on the whole environment", "test/broken.test.ts", "export const env = { ...process.env };\n", environment],
  ["somebody prints", "src/store/broken.ts", 'console.log("x");\n', printing],
  ["somebody prints by another name", "src/store/broken.ts", 'const { log } = console;\nlog("x");\n', printing],
  ["somebody prints past the global name", "src/store/broken.ts", 'globalThis.console.log("x");\n', printing],
  ["somebody writes to the terminal", "src/store/broken.ts", 'process.stdout.write("x");\n', /no-restricted-syntax: src prints nothing/],
  ["src imports a package that only development has", "src/store/broken.ts", 'import { it } from "vitest";\nexport const name = it.name;\n', /no-extraneous-dependencies: 'vitest' should be listed/],
  ["src imports a package that package.json does not name", "src/store/broken.ts", 'import type { Pluggable } from "vite";\nexport type P = Pluggable;\n', /no-extraneous-dependencies: 'vite' should be listed/],
  ["a file of src is no .ts", "src/store/broken.js", "export const one = 1;\n", unread],
  ["a file of src is a module of another kind", "src/broken.mts", "export const one = 1;\n", unread],
  ["a script is no .ts", "scripts/broken.mjs", "export const one = 1;\n", unread],
  ["a test is no .ts", "test/broken.test.tsx", "export const one = 1;\n", unread],
  ["a file of src is longer than 400 lines", "src/store/broken.ts", `export const lines = [\n${"  1,\n".repeat(399)}];\n`, /max-lines: File has too many lines \(401\)/],
  ["a script is longer than 400 lines", "scripts/broken.ts", `export const lines = [\n${"  1,\n".repeat(399)}];\n`, /max-lines: File has too many lines \(401\)/],
  ["a test is longer than 400 lines", "test/broken.test.ts", `export const lines = [\n${"  1,\n".repeat(399)}];\n`, /max-lines: File has too many lines \(401\)/],
];

const types: readonly Broken[] = [
  ["a type is given up", "src/store/broken.ts", "export const read = (value: any): unknown => value;\n", /no-explicit-any: /],
  ["a promise is left alone", "src/store/broken.ts", "export function read(): void {\n  Promise.resolve(1);\n}\n", /no-floating-promises: /],
  ["a promise is taken for an answer", "src/store/broken.ts", "export const read = async (): Promise<void> => {\n  await Promise.resolve();\n};\n[1].forEach(read);\n", /no-misused-promises: /],
  ["a switch forgets a case", "src/store/broken.ts", 'export function read(of: "a" | "b"): number {\n  switch (of) {\n    case "a":\n      return 1;\n  }\n  return 2;\n}\n', /switch-exhaustiveness-check: /],
  ["a type is imported as a value", "src/store/broken.ts", 'import { Viewer } from "../policy/viewer.ts";\nexport type V = Viewer;\n', /consistent-type-imports: /],
  ["an exception to a rule is needed no more", "src/store/broken.ts", "// eslint-disable-next-line max-lines\nexport const one = 1;\n", /Unused eslint-disable directive/],
];

describe("The house's rules fire where", () => {
  it.each([
    ...zones.map(([what, path, text, said]) => [what, path, text, new RegExp(`no-restricted-paths: .*${said.source}`)] as const),
    ...packages.map(([what, path, text, said]) => [what, path, text, new RegExp(`no-restricted-imports: .*${said.source}`)] as const),
    ...forms,
    ...types,
  ])("%s", async (_what, path, text, said) => {
    expect(await messagesFor(path, text)).toEqual([expect.stringMatching(said)]);
  });
});

describe("The house's rules let pass", () => {
  const lawful: readonly (readonly [what: string, path: string, text: string])[] = [
    ["policy that imports the catalogue", "src/policy/broken.ts", 'import type { Audience } from "../catalog/audience.ts";\nexport type A = Audience;\n'],
    ["a store that imports plan, policy and log", "src/store/broken.ts", `import type { Statement } from "../plan/compile.ts";\nimport type { Logger } from "../log.ts";\n${viewer("..")}export type All = readonly [Statement, Logger];\n`],
    ["an entity that imports another domain's entity", "src/domains/debt/broken.ts", entity("../..")],
    ["a machine that speaks of workflows and its entity", "src/domains/debt/broken-machine.ts", 'import { machine } from "../../workflow/declare-machine.ts";\nimport { bid } from "../bidding/bid.ts";\nexport const names = [machine.name, bid.name];\n'],
    ["commands that import workflow, store and their machine", "src/domains/access/broken-commands.ts", 'import { readPublicKey } from "../../store/public-key.ts";\nimport { invalid } from "../../workflow/user-error.ts";\nimport { clientMachine } from "./client-machine.ts";\nexport const names = [readPublicKey.name, invalid.name, clientMachine.version];\n'],
    ["a graph that imports commands by their contract", "src/graph/broken.ts", 'import type { Command } from "../workflow/command.ts";\nexport type C = Command;\n'],
    ["resolvers that import graph, store and an entity", "src/domains/debt/resolvers.ts", schema("../..") + reader("../..") + 'import { bid } from "../bidding/bid.ts";\nexport const b = bid.name;\n'],
    ["the composition, whatever it imports", "src/server.ts", schema(".") + reader(".") + 'import { bid } from "./domains/bidding/bid.ts";\nimport postgres from "postgres";\nexport const b = [bid.name, postgres.name];\n'],
    ["main that starts the server", "src/main.ts", server(".") + 'console.log("ready");\n'],
    ["HTTP that knows the configuration's types", "src/http/broken.ts", 'import type { Config } from "../config.ts";\nexport type C = Config;\n'],
    ["a graph that speaks type-graphql", "src/graph/broken.ts", 'import { Field } from "type-graphql";\nexport const name = Field.name;\n'],
    ["a store that speaks to the database", "src/store/broken.ts", 'import { sql } from "drizzle-orm";\nimport postgres from "postgres";\nexport const names = [sql.name, postgres.name];\n'],
    ["an entity that declares columns", "src/domains/debt/broken.ts", 'import { text } from "drizzle-orm/pg-core";\nexport const name = text.name;\n'],
    ["the environment in config.ts", "src/config.ts", "export const port = process.env.PORT;\n"],
    ["a script that imports src and prints", "scripts/broken.ts", 'import { bid } from "../src/domains/bidding/bid.ts";\nconsole.log(bid.name);\n'],
    ["a test that hands on where programs are", "test/broken.test.ts", 'export const env = { PATH: process.env["PATH"], HOME: "" };\n'],
    ["a file of 400 lines", "src/store/broken.ts", `export const lines = [\n${"  1,\n".repeat(398)}];\n`],
  ];
  it.each(lawful)("%s", async (_what, path, text) => {
    expect(await messagesFor(path, text)).toEqual([]);
  });
});
