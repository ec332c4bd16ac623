import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { examineContract } from "../../scripts/contract/examine-contract.ts";
import { releaseContract } from "../../scripts/contract/release-contract.ts";
import { todayInShanghai } from "../../scripts/contract/today.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "hub-contract-"));
const released = join(folder, "released");
afterAll(() => rmSync(folder, { recursive: true }));

const graph = `
type Query { bid(id: ID, code: String): Bid tender(id: ID): Tender node(id: ID!): Node }
interface Node { id: ID! }
"""An offer."""
type Bid implements Node { id: ID! price: Decimal! kind: Kind formerPrice: Decimal @deprecated(reason: "since 2026-02-10: ask price instead (请查询 price)") }
type Tender implements Node { id: ID! bids(first: Int = 20, where: BidWhere): [Bid!]! }
input BidWhere { price: Decimal }
enum Kind { OPEN SEALED }
scalar Decimal
`;
const ledger = `type,field,class,basis,toSubject,filterable,audited,rowRule,description
Bid,id,open,,false,everybody,false,after opening,Its id.
Bid,price,open,,false,everybody,false,after opening,"Offered price, in 元."
Bid,phone,restricted,个人信息保护法 第六条,true,nobody,true,after opening,Telephone.
Tender,id,open,,false,everybody,false,always,Its id.
Tender,bids,open,,false,nobody,false,after opening,Its bids.
`;
const unreleased = "## Unreleased · 未发布\n";
const inGraph = "### Graph · 查询契约";
const inDisclosure = "### Disclosure · 公开范围";
const words = "This is another thing now. 现在已经不同。";

/** What is done to the released contract. */
interface Edit {
  readonly graph?: readonly [before: string | RegExp, after: string];
  readonly ledger?: readonly [before: string | RegExp, after: string];
  /** What stands in the changelog of the time since. */
  readonly told?: string;
}

let edited = 0;

/** The folder of a contract that was released as 0.1.0 on 2026-03-01 and edited since. */
function folderOf(edit: Edit): string {
  const place = join(folder, `edited-${++edited}`);
  cpSync(released, place, { recursive: true });
  const change = (path: string, [before, after]: readonly [string | RegExp, string]): void => {
    const text = readFileSync(join(place, path), "utf8");
    const changed = text.replaceAll(before instanceof RegExp ? new RegExp(before, "g") : before, after);
    if (changed === text) throw new Error(`The edit of ${path} changes nothing.`);
    writeFileSync(join(place, path), changed);
  };
  if (edit.graph) change("schema/hub.graphql", edit.graph);
  if (edit.ledger) change("schema/disclosure.csv", edit.ledger);
  if (edit.told !== undefined) change("schema/CHANGELOG.md", [unreleased, `${unreleased}\n${edit.told}\n`]);
  return place;
}

const refusals = async (edit: Edit, today = "2026-03-02"): Promise<string> => (await examineContract(folderOf(edit), today)).refusals.join("\n");
const toldOf = (heading: string, coordinates: string): string => `${heading}\n\n- ${coordinates}: ${words}`;

beforeAll(async () => {
  mkdirSync(join(released, "schema"), { recursive: true });
  for (const [path, text] of Object.entries({ "package.json": '{ "version": "0.1.0" }', "schema/hub.graphql": graph, "schema/disclosure.csv": ledger, "schema/CHANGELOG.md": `# Changes\n\n${unreleased}\nThe first one. 首次发布。\n` }))
    writeFileSync(join(released, path), text);
  expect(await releaseContract(released, "0.1.0", "2026-03-01")).toEqual({ written: ["schema/released/hub.graphql", "schema/released/disclosure.csv", "schema/CHANGELOG.md"] });
});

describe("The hub's contract", () => {
  it("has changed in no way since its release that the changelog does not tell", async () => {
    expect((await examineContract(root, todayInShanghai())).refusals.join("\n")).toBe("");
  });
});

/** A change, the coordinate that is to be named, and under which heading. */
const named: readonly (readonly [what: string, edit: Edit, coordinate: string, heading: string])[] = [
  ["a field that may be null now", { graph: ["price: Decimal!", "price: Decimal"] }, "Bid.price", inGraph],
  ["a field of another type", { graph: ["kind: Kind", "kind: String"] }, "Bid.kind", inGraph],
  ["an argument that is required now", { graph: ["code: String)", "code: String!)"] }, "Query.bid(code:)", inGraph],
  ["a default that is another", { graph: ["first: Int = 20", "first: Int = 50"] }, "Tender.bids(first:)", inGraph],
  ["a new code of an enumeration", { graph: ["OPEN SEALED", "OPEN SEALED FAILED"] }, "Kind.FAILED", inGraph],
  ["a new argument that is required", { graph: ["code: String)", "code: String, day: String!)"] }, "Query.bid(day:)", inGraph],
  ["an interface that is implemented no more", { graph: ["type Tender implements Node", "type Tender"] }, "Tender", inGraph],
  ["a type that nothing leads to any more", { graph: [/, where: BidWhere|input BidWhere \{ price: Decimal \}/, ""] }, "BidWhere", inGraph],
  ["a deprecation", { graph: ["kind: Kind", 'kind: Kind @deprecated(reason: "since 2026-03-02: ask nothing (停用)")'] }, "Bid.kind", inGraph],
  ["a field that is opened", { ledger: ["Bid,phone,restricted", "Bid,phone,conditional"] }, "Bid.phone", inDisclosure],
  ["a field that is closed", { ledger: ["Bid,price,open", "Bid,price,shared"] }, "Bid.price", inDisclosure],
  ["a legal basis that is another", { ledger: ["第六条", "第七条"] }, "Bid.phone", inDisclosure],
  ["a person who reads it no more", { ledger: ["第六条,true", "第六条,false"] }, "Bid.phone", inDisclosure],
  ["a filter for everybody", { ledger: ["true,nobody,true", "true,everybody,true"] }, "Bid.phone", inDisclosure],
  ["a reading that is logged no more", { ledger: ["nobody,true", "nobody,false"] }, "Bid.phone", inDisclosure],
  ["a row rule of a type, once for all its fields and the relations to it", { ledger: ["after opening", "always"] }, "Bid", inDisclosure],
  ["a row rule of a field", { ledger: ["false,after opening,\"", "false,always,\""] }, "Bid.price", inDisclosure],
];

describe("Since the release, without a word in the changelog,", () => {
  it.each(named)("%s is refused", async (_what, edit, coordinate, heading) => {
    const refused = await refusals(edit);
    expect(refused).toContain(`Say it under "## Unreleased · 未发布", "${heading}"`);
    expect(refused.match(/^- `.*?`/gm)).toContain(`- \`${coordinate}\``);
  });
});

describe("Once the changelog names it,", () => {
  const lawful = named.filter(([what]) => what !== "a type that nothing leads to any more");
  it.each(lawful)("%s passes", async (_what, edit, coordinate, heading) => {
    expect(await refusals({ ...edit, told: toldOf(heading, `\`${coordinate}\``) })).toBe("");
  });
  it("a change passes that shares its entry with another", async () => {
    const both: Edit = { graph: ["price: Decimal! kind: Kind", "price: Decimal kind: String"] };
    expect(await refusals({ ...both, told: toldOf(inGraph, "`Bid.price`") })).toContain("- `Bid.kind`");
    expect(await refusals({ ...both, told: toldOf(inGraph, "`Bid.price`, `Bid.kind`") })).toBe("");
  });
  it("a change of who reads what is not told by an entry about the graph", async () => {
    expect(await refusals({ ...named[9]![1], told: toldOf(inGraph, "`Bid.price`") })).toContain("- `Bid.phone`");
  });
});

describe("Without a word, lawfully,", () => {
  it.each<readonly [string, Edit]>([
    ["a new field", { graph: ["kind: Kind", "kind: Kind score: Decimal"] }],
    ["a new field of an input that need not be given", { graph: ["BidWhere { price: Decimal", "BidWhere { price: Decimal kind: Kind"] }],
    ["a new type", { graph: ["scalar Decimal", "scalar Decimal type Lot implements Node { id: ID! }"] }],
    ["a field that is never null any more", { graph: ["kind: Kind", "kind: Kind!"] }],
    ["another description", { graph: ["An offer.", "An offer of a supplier."], ledger: ["Telephone.", "Telephone number."] }],
    ["a new line of the ledger", { ledger: ["Tender,id", "Bid,score,open,,false,everybody,false,after opening,Score.\nTender,id"] }],
  ])("comes %s", async (_what, edit) => {
    expect(await refusals(edit)).toBe("");
  });
});

describe("What can be deprecated goes after six months", () => {
  const gone: Edit = { graph: [/formerPrice: .*\)"\)/, ""], told: toldOf(inGraph, "`Bid.formerPrice`") };
  it("and passes from that day on", async () => {
    expect(await refusals(gone, "2026-08-10")).toBe("");
  });
  it("and is refused on the day before, though the changelog names it", async () => {
    expect(await refusals(gone, "2026-08-09")).toBe("Bid.formerPrice is deprecated since 2026-02-10 and may go on 2026-08-10 at the earliest.");
  });
  it.each<readonly [string, Edit, string]>([
    ["a field", { graph: ["kind: Kind", ""] }, "Bid.kind"],
    ["an argument", { graph: [", code: String", ""] }, "Query.bid(code:)"],
    ["a code of an enumeration", { graph: ["OPEN SEALED", "OPEN"] }, "Kind.SEALED"],
    ["a field of an input", { graph: ["BidWhere { price: Decimal }", "BidWhere { id: ID }"] }, "BidWhere.price"],
  ])("and %s that never was deprecated is refused, though the changelog names it", async (_what, edit, coordinate) => {
    expect(await refusals({ ...edit, told: toldOf(inGraph, `\`${coordinate}\``) }, "2030-01-01")).toContain(`${coordinate} may go only after it was released as deprecated for 6 months`);
  });
  it("and an object that its id leads to, after all its fields", async () => {
    const edit: Edit = { graph: [/tender\(id: ID\): Tender|type Tender .*/, ""] };
    expect(await refusals(edit)).toContain("Tender.id may go only after");
  });
  it.each([
    ["without a day", "no longer used", "Bid.kind is deprecated without saying since when"],
    ["from a day that is none", "since 2026-02-30: x", "Bid.kind is deprecated without saying since when"],
    ["from before the release, which did not say so", "since 2026-02-28: x", "Bid.kind cannot be deprecated since 2026-02-28"],
  ])("and nothing is deprecated %s", async (_what, reason, refused) => {
    expect(await refusals({ graph: ["kind: Kind", `kind: Kind @deprecated(reason: "${reason}")`], told: toldOf(inGraph, "`Bid.kind`") })).toContain(refused);
  });
  it("and is not backdated later", async () => {
    expect(await refusals({ graph: ["since 2026-02-10", "since 2026-01-10"], told: toldOf(inGraph, "`Bid.formerPrice`") })).toContain("cannot be deprecated since 2026-01-10");
  });
});

describe("The changelog is refused", () => {
  it.each([
    ["with an entry in English only", toldOf(inGraph, "`Bid.price`").replace("现在已经不同。", ""), "does not say in English and in Chinese"],
    ["with an entry in Chinese only", toldOf(inGraph, "`Bid.price`").replace("This is another thing now.", ""), "does not say in English and in Chinese"],
    ["with an entry that names nothing", `${inGraph}\n\n- ${words}`, "does not begin with the coordinates"],
    ["with a name that there is not", toldOf(inGraph, "`Bid.prise`"), "names Bid.prise"],
    ["with a field that the ledger does not have", toldOf(inDisclosure, "`Bid.kind`"), "names Bid.kind"],
    ["with a heading that is no version", "## Soon", '"## Soon" is no heading'],
    ["with a part that is neither of the two", "### Other", '"### Other"'],
    ["with a version that was not released", "## 0.9.0 · 2026-03-02", "says that 0.9.0 was released last"],
  ])("%s", async (_what, told, refused) => {
    expect(await refusals({ told })).toContain(refused);
  });
});

describe("npm run release-schema", () => {
  const breaking: Edit = { graph: ["price: Decimal!", "price: Decimal"], told: toldOf(inGraph, "`Bid.price`") };
  const release = async (edit: Edit, version: string, hub = version): Promise<{ readonly place: string; readonly outcome: string }> => {
    const place = folderOf(edit);
    writeFileSync(join(place, "package.json"), JSON.stringify({ version: hub }));
    const outcome = await releaseContract(place, version, "2026-04-01");
    return { place, outcome: "refusals" in outcome ? outcome.refusals.join("\n") : "released" };
  };

  it("makes the present contract the released one, and dates what was told of it", async () => {
    const { place, outcome } = await release(breaking, "0.2.0");
    expect(outcome).toBe("released");
    expect(readFileSync(join(place, "schema/released/hub.graphql"), "utf8")).toMatch(/^# Released as 0\.2\.0 on 2026-04-01 .*price: Decimal\n/s);
    expect(readFileSync(join(place, "schema/CHANGELOG.md"), "utf8")).toContain(`${unreleased}\n## 0.2.0 · 2026-04-01\n\n${inGraph}\n\n- \`Bid.price\``);
    expect((await examineContract(place, "2026-04-01")).refusals).toEqual([]);
  });
  it.each<readonly [string, Edit, readonly [version: string, hub?: string], string]>([
    ["what the changelog does not name", { graph: breaking.graph! }, ["0.2.0"], "does not tell what has changed since 0.1.0"],
    ["a version of which nothing is told", { graph: ["kind: Kind", "kind: Kind score: Decimal"] }, ["0.2.0"], "tells nothing of this version"],
    ["a contract that is as it was", {}, ["0.2.0"], "there is nothing to release"],
    ["a version that is not the hub's", breaking, ["0.2.0", "0.1.0"], "run first npm version 0.2.0 --no-git-tag-version"],
    ["a version that does not come after the last", breaking, ["0.0.9"], "does not come after 0.1.0"],
    ["a version that does not say that questions may fail", breaking, ["0.1.1"], "its second number is to rise"],
    ["what is no version", breaking, ["next"], "Say the version as three numbers"],
  ])("refuses %s", async (_what, edit, [version, hub], refused) => {
    expect((await release(edit, version, hub)).outcome).toContain(refused);
  });
  it("lets a smaller step be taken by what breaks nothing", async () => {
    expect((await release({ graph: ["kind: Kind", "kind: Kind score: Decimal"], told: toldOf(inGraph, "`Bid.score`") }, "0.1.1")).outcome).toBe("released");
  });
});
