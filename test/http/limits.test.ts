import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DocumentStore } from "../../src/http/document-store.ts";
import { stubServer, type StubServer } from "./stub-server.ts";

let server: StubServer;
beforeAll(async () => {
  server = await stubServer();
});
afterAll(() => server.close());

/** Fragments of which each uses the next one twice: 2^n of the last, in text that grows by a line for each. */
const doubling = (levels: number, last = "name"): string =>
  Array.from({ length: levels }, (_, n) => `fragment F${n} on Thing { ...F${n + 1} ...F${n + 1} }`).join("\n") + `\nfragment F${levels} on Thing { ${last} }`;

const refused = async (query: string, variables: Record<string, unknown> | undefined, message: RegExp, code = "LIMIT_EXCEEDED"): Promise<void> => {
  const { errors, text } = await server.ask(query, variables);
  expect(text).not.toContain('"data"');
  expect(errors[0]?.message).toMatch(message);
  expect(errors[0]?.extensions["code"]).toBe(code);
};
const answered = async (query: string, variables?: Record<string, unknown>): Promise<void> => expect((await server.ask(query, variables)).errors).toEqual([]);

describe("Rows asked for", () => {
  const nested = "query ($n: Int = 150) { things(first: $n) { things(first: $n) { name } } }";

  it("are counted through nesting, by variables, defaults and the schema's own page size", async () => {
    await refused(nested, undefined, /20000 rows, this one asks for up to 22500/);
    await refused(nested, { n: 200 }, /up to 40000/);
    await answered(nested, { n: 141 });
    await refused("{ things { things { things { things { name } } } } }", undefined, /up to 160000/);
    await answered("{ things { things { things { name } } } }");
  });

  it("are counted by the length of lists of keys", async () => {
    const byCode = "query ($codes: [String!]!) { thingsByCode(codes: $codes) { things(first: 200) { name } } }";
    await answered(byCode, { codes: Array.from({ length: 100 }, String) });
    await refused(byCode, { codes: Array.from({ length: 101 }, String) }, /up to 20200/);
  });

  it("are counted once more when a switch lets more in", async () => {
    const switched = "query ($all: Boolean!) { things(first: 200) { name things(first: 200) @include(if: $all) { name } } }";
    await answered(switched, { all: false });
    await refused(switched, { all: true }, /up to 40000/);
  });

  it("of one question are not taken for another's, whatever else the variables hold", async () => {
    const question = "query ($a: Int = 150) { things(first: $a) { things(first: $a) { name } } }";
    await answered(question, { a: 12 });
    await refused(question, { a1: 2 }, /up to 22500/);
    await refused(question, { a1: [2], "a12": true }, /up to 22500/);
  });

  it("that cannot be counted are not let through", async () => {
    await refused("query ($codes: [String!] = [\"a\"]) { thingsByCode(codes: $codes) { name } }", { codes: null }, /An argument does not fit its type/, "BAD_USER_INPUT");
  });
});

describe("Selections", () => {
  it("of fragments are counted each time they are used, without writing them out", async () => {
    const begun = process.cpuUsage();
    await refused(`{ thing { ...F0 } } ${doubling(30)}`, undefined, /at most 3000 selections, those of fragments counted at each use; this one has \d{10}/);
    await refused(`{ thing { ...F0 } } ${doubling(90)}`, undefined, /this one has far more/);
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(200); // milliseconds of a processor, whoever else is busy
    await answered(`{ thing { ...F0 } } ${doubling(9)}`);
  });

  it("cannot hide rows behind their number", async () => {
    await refused(`{ things(first: 200) { things(first: 200) { name } ...F0 } } ${doubling(14)}`, undefined, /selections/);
    await refused(`{ things(first: 200) { things(first: 200) { name } ...F0 } } ${doubling(9)}`, undefined, /20000 rows/);
  });
});

describe("Documents that are kept", () => {
  it("are bounded by what they take, and one of a mebibyte is not kept", async () => {
    const store = new DocumentStore().byHash;
    const document = (padding: number, tokens = 1) => parse(`#${"x".repeat(padding)}\n{ ${"me ".repeat(tokens)} }`);
    await store.set("small", document(10));
    expect(await store.get("small")).toBeDefined();
    await store.set("large", document(2 * 1024 * 1024));
    expect(await store.get("large")).toBeUndefined();
    for (let n = 0; n < 60; n++) await store.set(`dense ${n}`, document(n, 3_900));
    expect(await store.get("small")).toBeUndefined();
    expect(await store.get("dense 59")).toBeDefined();
  });
});
