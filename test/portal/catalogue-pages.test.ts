import { text } from "drizzle-orm/pg-core";
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from "graphql";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { basis } from "../../src/catalog/basis.ts";
import { assembleCatalogue, type Catalogue } from "../../src/catalog/catalogue.ts";
import { coded, codelist } from "../../src/catalog/codelist.ts";
import { entity } from "../../src/catalog/entity.ts";
import { deprecated, open, restricted } from "../../src/catalog/field.ts";
import { always, anyBody } from "../../src/catalog/rule.ts";
import { domains } from "../../src/domains/all.ts";
import { commands, machines } from "../../src/domains/commands.ts";
import { buildSchema } from "../../src/graph/schema.ts";
import { CataloguePages, type SentPage } from "../../src/portal/catalogue/catalogue-pages.ts";
import type { PublicRows } from "../../src/portal/catalogue/register.ts";
import { hubCatalogue } from "../../src/server.ts";
import { readHtml } from "../setup/html-page.ts";

/** Pages from declarations and rows that are made up here: what the demonstration data does not have. */
const sourceOf = ({ gzip }: SentPage): string => gunzipSync(gzip).toString("utf8");

const hubPages = (rows: PublicRows, now?: () => number, root = ""): CataloguePages => {
  const catalogue = hubCatalogue();
  return new CataloguePages({ catalogue, domains, schema: buildSchema(catalogue, commands).schema, machines, commands, root, delivered: new Map([["Bid", { name: "bids", takes: "VALID_ROWS", audiences: ["tradingCentre"], columns: [] }]]) }, rows, now);
};
const ask = (pages: CataloguePages, path: string, question: string | null = null): Promise<SentPage> => pages.page({ path, language: "en", question });
const textOf = (page: SentPage): string => readHtml(sourceOf(page)).text;

const item = {
  code: "T-1", name: "投标", category: "TRADING", providerName: "某单位", summary: "摘要", disclosureClass: "OPEN", sharingCondition: null, sharingMethod: "SERVICE_CALL",
  openAttribute: "OPEN", updateCycle: "DAILY", lowestLevel: "COUNTY", basisCitation: "某法第1条", typeName: "Bid",
};

describe("Who supplies what", () => {
  it("is said to be unknown of a type that no dataset is of", async () => {
    const page = await ask(hubPages(() => Promise.resolve([])), "Bid");
    expect(textOf(page)).toContain("No dataset of the catalogue of public credit information is of this: owner and update cycle are not registered.");
    expect(page.isWhole).toBe(true);
  });

  it("is said to be missing while the database does not answer, and such a page is kept by nobody", async () => {
    let isThere = false;
    const pages = hubPages(() => (isThere ? Promise.resolve([item]) : Promise.reject(new Error("no database"))));
    const page = await ask(pages, "Bid");
    expect([page.status, page.isWhole]).toEqual([200, false]);
    expect(textOf(page)).toContain("Owner and update cycle cannot be read now; try again later.");
    expect(textOf(page)).toContain("supplierUscc");
    isThere = true;
    expect(textOf(await ask(pages, "Bid"))).toContain("Owner 某单位 Update cycle Every day");
  });

  it("is told on while the database does not answer, once it was read", async () => {
    let [isThere, time] = [true, 0];
    const pages = hubPages((list) => (isThere ? Promise.resolve(list === "catalogItems" ? [item] : []) : Promise.reject(new Error("no database"))), () => time);
    const before = await ask(pages, "Bid");
    [isThere, time] = [false, 120_000];
    const after = await ask(pages, "Bid");
    expect([after.digest, after.isWhole]).toEqual([before.digest, true]);
  });

  it("is looked at once a minute, however many ask, and is on the page a minute after it has changed", async () => {
    let [looks, time, providerName] = [0, 0, "前单位"];
    const pages = hubPages((list) => {
      looks += 1;
      return Promise.resolve(list === "catalogItems" ? [{ ...item, providerName }] : []);
    }, () => time);
    await Promise.all(["Bid", "Bid", "Award", ""].map((path) => ask(pages, path)));
    expect(looks).toBe(2); // one for the datasets, one for the laws
    providerName = "后单位";
    time = 59_999;
    expect(textOf(await ask(pages, "Bid"))).toContain("前单位");
    time = 60_000;
    expect(textOf(await ask(pages, "Bid"))).toContain("后单位");
    expect(looks).toBe(4);
  });
});

describe("A page", () => {
  it("is made once, until what it tells has changed", async () => {
    const pages = hubPages(() => Promise.resolve([]));
    const [once, twice] = [await ask(pages, "Bid"), await ask(pages, "Bid")];
    expect(twice).toBe(once);
  });

  it("says of a field that is on its way out since when and why", async () => {
    const thing = entity("Thing", "A thing (事物).", { name: deprecated(open(text(), "A name (名)."), "since 2026-12-01: ask title instead (请查询 title)") }, { rows: always });
    const catalogue = assembleCatalogue([thing]);
    const pages = new CataloguePages({ catalogue, domains: [], schema: new GraphQLSchema({}), machines: [], commands: [], root: "", delivered: new Map() }, () => Promise.resolve([]));
    const page = readHtml(sourceOf(await pages.page({ path: "Thing", language: "zh", question: null })));
    expect(page.textOf("name")).toContain("即将停用：since 2026-12-01: ask title instead (请查询 title)");
  });

  it("of a hub that has a path on its host leads to others below that path", async () => {
    const { elements } = readHtml(sourceOf(await ask(hubPages(() => Promise.resolve([]), undefined, "/hub"), "Bid")));
    const addresses = elements.flatMap(({ attributes }) => [attributes["href"], attributes["action"]]).filter((each) => each?.startsWith("/"));
    expect(addresses.length).toBeGreaterThan(30);
    expect(addresses.filter((each) => !each!.startsWith("/hub/"))).toEqual([]);
  });

  it("of a search is kept by nobody here, as there are as many as questions", async () => {
    const pages = hubPages(() => Promise.resolve([]));
    expect(await ask(pages, "", "bid")).not.toBe(await ask(pages, "", "bid"));
  });
});

const nasty = "</title></script></code>\"'><img src=x onerror=alert`1`>&lt";

const hostileCatalogue = (): Catalogue => {
  const list = codelist("HostileCode", `Codes ${nasty} (代码${nasty}).`, { ONE: { en: `One ${nasty}`, zh: `一${nasty}`, retired: nasty } });
  return assembleCatalogue([
    entity("Hostile", `A thing ${nasty} (事物${nasty}).`, {
      name: deprecated(open(text().notNull(), `A name ${nasty} (名${nasty}).`), nasty),
      code: open(coded(list), `A code ${nasty} (码${nasty}).`),
      note: restricted(text(), `A note ${nasty} (注${nasty}).`, basis(nasty, 6)),
    }, { rows: always, restricted: anyBody }),
  ]);
};

const hostileSchema = new GraphQLSchema({ types: [new GraphQLObjectType({ name: "Hostile", fields: Object.fromEntries(["id", "recordedAt", "name", "code", "note"].map((name) => [name, { type: GraphQLString }])) })] });

describe("What is declared or delivered with the signs of HTML in it", () => {
  const hostileRow = Object.fromEntries(Object.keys(item).map((key) => [key, nasty]));
  const hostileLaw = { citation: `${nasty}第6条`, documentNo: nasty, effectiveFrom: nasty, effectiveTo: nasty, repealedBy: nasty, summary: nasty };
  const catalogue = hostileCatalogue();
  const pages = new CataloguePages(
    { catalogue, domains: [{ en: nasty, zh: nasty, types: catalogue.entities }], schema: hostileSchema, machines: [], commands: [], root: "", delivered: new Map([["Hostile", { name: nasty, takes: "ALL_ROWS", audiences: ["court"], columns: [{ key: "name", header: nasty, isRequired: true, form: { en: nasty, zh: nasty, isValid: () => true } }] }]]) },
    (list) => Promise.resolve(list === "catalogItems" ? [{ ...hostileRow, typeName: "Hostile" }] : [hostileLaw]),
  );

  it.each(["", "datasets", "codelists", "codelists/HostileCode", "bases", "changes", "errors", "Hostile"].flatMap((path) => (["zh", "en"] as const).map((language) => [path, language] as const)))("is text on the page %j in %s", async (path, language) => {
    const page = await pages.page({ path, language, question: null });
    const { faults, elements } = readHtml(sourceOf(page));
    expect([page.status, faults]).toEqual([200, []]);
    expect(elements.filter(({ name }) => name === "img")).toEqual([]);
    expect(elements.filter(({ name }) => name === "script")).toHaveLength(1);
    expect(elements.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => name.startsWith("on"))).toEqual([]);
  });
});
