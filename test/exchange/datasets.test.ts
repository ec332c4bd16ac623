import { describe, expect, it } from "vitest";
import { audiences, type Audience } from "../../src/catalog/audience.ts";
import { fold } from "../../src/catalog/rule.ts";
import { dataset as demonstration } from "../../src/exchange/demonstration/dataset.ts";
import { datasetsOf, deliveredColumns } from "../../src/exchange/ingest/dataset.ts";
import { hubCatalogue } from "../../src/server.ts";

const catalogue = hubCatalogue();
const datasets = datasetsOf(catalogue);
const namesOf = (name: string): string[] => deliveredColumns(datasets.get(name)!).map(({ key }) => key);

const operator: readonly Audience[] = ["operator"];
const bodies: readonly Audience[] = ["department", "finance", "personnel", "supervision", "creditLead", "court", "procuratorate", "tradingCentre", "housing", "investment", "centralBank"];

/** Who may deliver what, from the writers of each task and the providers of the catalogue's items; by hand, and not from the declarations. */
const deliverers: Readonly<Record<string, readonly Audience[]>> = {
  // published for the whole province: loaded by who keeps the hub
  "administrative-divisions": operator,
  "legal-bases": operator,
  "catalog-items": operator,
  "display-periods": operator,
  "calendar-days": operator,
  thresholds: operator,
  "masking-rules": operator,
  measures: operator,
  "retention-rules": operator,
  // 机构编制部门 and the market regulator
  governments: ["department"],
  departments: ["department"],
  institutions: ["department"],
  enterprises: ["department"],
  "former-identities": ["department"],
  // 组织人事部门; leading posts and their holders every body publishes itself
  officials: ["personnel"],
  tenures: ["personnel"],
  posts: bodies,
  "office-holders": bodies,
  // 发展改革部门 and the departments in charge of a project
  projects: ["department", "creditLead", "investment"],
  // 公共资源交易中心
  tenders: ["tradingCentre"],
  lots: ["tradingCentre"],
  notices: ["tradingCentre"],
  bids: ["tradingCentre"],
  awards: ["tradingCentre"],
  // 采购人, which any body may be, and 财政部门
  contracts: bodies,
  acceptances: bodies,
  payments: bodies,
  // 财政部门; arrears also who sees to small firms and to works; the yearly total each body
  "debt-limits": ["finance"],
  "debt-balances": ["finance"],
  bonds: ["finance"],
  "bond-tranches": ["finance"],
  "debt-service-dues": ["finance"],
  "fund-uses": ["finance"],
  "disclosure-duties": ["finance"],
  "government-credit-ratings": ["finance"],
  "debt-risk-assessments": ["finance"],
  "arrears-records": ["department", "finance", "housing"],
  "arrears-totals": bodies,
  // 认定单位: courts, procuratorates, supervision, those who penalise or find a breach, and the lead that collects
  "dishonesty-records": ["department", "finance", "supervision", "creditLead", "court", "procuratorate", "housing", "investment"],
  "violation-records": ["department", "finance", "creditLead", "housing"],
  "disclosure-bases": bodies,
  attachments: bodies,
  // 干部管理权限 and 监察
  "official-dishonesty-records": ["personnel", "supervision"],
  "record-responsibilities": ["personnel", "supervision"],
  // 人民法院和人民检察院
  "duty-crime-records": ["court", "procuratorate"],
};

describe("Datasets", () => {
  it("are all that bodies deliver, and none that the hub or its workflows make", () => {
    expect([...datasets.keys()].sort()).toEqual(Object.keys(deliverers).sort());
  });

  it.each(Object.entries(deliverers))("%s come from %s", (name, audience) => {
    const { by } = datasets.get(name)!.supply;
    expect(audiences.filter((each) => fold(by, each).rule !== "never").sort()).toEqual([...audience].sort());
  });

  it.each(Object.keys(deliverers).filter((name) => deliverers[name] !== operator))("%s come from nobody whose duty alone is enough: a scope is asked as well", (name) => {
    const { by } = datasets.get(name)!.supply;
    expect(audiences.filter((each) => fold(by, each).rule === "always")).toEqual([]);
  });

  it.each([
    ["tenders", ["projectId → Project.code", "tendererId → Organization.uscc"]],
    ["awards", ["tenderId → Tender.tenderNo", "lotId → Lot.sourceRecordNo of the same source", "bidId → Bid.sourceRecordNo of the same source"]],
    ["contracts", ["tenderId → Tender.tenderNo", "awardId → Award.recordNo", "projectCode → Project.code", "purchaserId → Organization.uscc", "divisionCode → AdministrativeDivision.code"]],
    ["tenures", ["officialId → Official.idNumber", "managingOrganizationId → Organization.uscc", "postId → Post.postNo", "organizationId → Organization.uscc"]],
    ["record-responsibilities", ["dishonestyRecordId → DishonestyRecord.recordNo", "officialId → Official.idNumber", "managingOrganizationId → Organization.uscc"]],
  ])("%s refer to others by what whoever delivers knows of them: %s", (name, expected) => {
    const references = deliveredColumns(datasets.get(name)!).flatMap(({ key, reference }) => (reference ? [`${key} → ${reference.to.name}.${reference.by}${reference.isOwn ? " of the same source" : ""}`] : []));
    expect(references).toEqual(expected);
  });

  it("name an official by the identity number, of which the keyed digest is compared, and the number must come with the official", () => {
    const reference = deliveredColumns(datasets.get("tenures")!).find(({ key }) => key === "officialId")!.reference!;
    expect([reference.digest, reference.toKey]).toEqual(["idNumberDigest", "id"]);
    const number = deliveredColumns(datasets.get("officials")!).find(({ key }) => key === "idNumber")!;
    expect([number.isRequired, number.isEncrypted]).toEqual([true, true]);
    expect(namesOf("officials")).not.toContain("idNumberDigest");
  });

  it.each(["dishonesty-records", "violation-records"])("of %s leave it to the hub whether and when one is public", (name) => {
    const decided = ["disclosureState", "displayFrom", "stoppedOn", "stopReason", "disclosureBasisId"];
    expect(namesOf(name).filter((key) => decided.includes(key))).toEqual([]);
    expect(namesOf(name)).toEqual(expect.arrayContaining(["severity", "catalogItemCode", "factFull"]));
  });

  it("never ask for what would tell whether a person is on file: who is behind a published office, and who is in charge of a tender", () => {
    expect(namesOf("office-holders")).not.toContain("officialId");
    expect(namesOf("tenders")).not.toContain("responsibleOfficialId");
  });

  it("of members of a family have its fields and their own, and no kind, which the dataset says", () => {
    expect(namesOf("enterprises")).toEqual(expect.arrayContaining(["uscc", "name", "legalRepresentative"]));
    expect(namesOf("enterprises")).not.toContain("kind");
    expect(namesOf("enterprises")).not.toContain("governedCode");
  });

  it("have a kind where it says something of the row", () => {
    expect(["projects", "lots", "notices", "arrears-records", "calendar-days", "measures", "bonds"].filter((name) => !namesOf(name).includes("kind"))).toEqual([]);
  });

  it.each([...datasets.keys()])("%s have no two columns of one header, nor one that is another's key", (name) => {
    const { columns } = datasets.get(name)!;
    const names = columns.flatMap(({ key, header }) => [key, header]);
    expect(names.filter((each, place) => names.indexOf(each) !== place)).toEqual([]);
  });

  it("take a trader's code for a supplier, and none for an organisation", () => {
    const formOf = (name: string, column: string) => deliveredColumns(datasets.get(name)!).find(({ key }) => key === column)!.form!;
    const trader = "92990000MA0000X07F";
    const firm = "91350100M000100Y43";
    expect(formOf("bids", "supplierUscc").isValid(firm)).toBe(true);
    expect(formOf("enterprises", "uscc").isValid(firm)).toBe(true);
    expect(formOf("bids", "supplierUscc").isValid(trader)).toBe(true);
    expect(formOf("enterprises", "uscc").isValid(trader)).toBe(false);
  });
});

/** Rows of the demonstration data under the names that datasets have. */
const demonstrated = new Map<string, readonly Readonly<Record<string, unknown>>[]>(
  Object.entries(demonstration()).map(([name, rows]) => [name === "divisions" ? "administrative-divisions" : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), rows]),
);

describe("Demonstration data is such as bodies could have delivered", () => {
  it("for every dataset", () => {
    expect([...datasets.keys()].filter((name) => !demonstrated.get(name)?.length)).toEqual([]);
  });

  it.each([...datasets.values()].map((each) => [each.name, each] as const))("%s: keys, forms, periods, numbers", (name, dataset) => {
    const { supply, hasSource, isKeyGlobal } = dataset;
    const rows = demonstrated.get(name) ?? [];
    const keys = rows.map((row) => `${hasSource && !isKeyGlobal ? String(row["sourceOrganizationId"]) : ""}/${String(row[supply.key])}`);
    expect(rows.filter((row) => typeof row[supply.key] !== "string")).toEqual([]);
    expect(new Set(keys).size).toBe(rows.length);
    expect(rows.flatMap((row) => Object.entries(supply.forms).filter(([key, { isValid }]) => typeof row[key] === "string" && !isValid(row[key])).map(([key]) => `${key} of ${String(row["id"])}`))).toEqual([]);
    expect(rows.flatMap((row) => supply.periods.filter(([from, to]) => row[from] && row[to] && row[from] > row[to]).map((period) => `${period.join("–")} of ${String(row["id"])}`))).toEqual([]);
    if (supply.prefix !== null) expect(rows.filter((row) => !String(row["recordNo"]).startsWith(`${supply.prefix}-`))).toEqual([]);
  });
});
