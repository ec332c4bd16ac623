import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies } from "../src/exchange/demonstration/landmarks.ts";
import { changesOf, type Changed } from "./setup/change.ts";
import { testHub, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";

/**
 * Task 4 over HTTP: the audit office of 锦江区 (`department`) reports that the county's government broke faith; the leads for social credit of
 * county, city and province verify it, review it, publish it and take it off again.
 */
let hub: TestHub;
let sql: postgres.Sql;
beforeAll(async () => {
  hub = await testHub();
  sql = postgres(hub.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql?.end();
  await hub?.close();
});
const change = changesOf(() => hub);
let serial = 0;
const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

const wish = () => ({
  title: "成都市锦江区人民政府未兑现招商引资政策承诺", issuingOrganizationName: "成都市锦江区审计局", issuedOn: day(-10), documentNo: "锦审〔2026〕7号", documentDate: day(-10), severity: "SERIOUS", field: "INVESTMENT",
  factSummary: "与企业签订协议后，因机构调整未按约定兑现扶持资金。", lossAmount: "500000.00", subjectOrganizationId: `Organization_${bodies.countyGovernment.id}`, divisionCode: "510104", sourceKind: "CONTRACT_DEFAULT", sourceRecordNo: `T-${(serial += 1)}`,
});

/** A record on its way: each step is made on the version that the one before has left. */
async function reported(further: object = {}) {
  const made = await change("department", "reportDishonesty", { ...wish(), ...further });
  if (!made.row) throw new Error(JSON.stringify([made.messages, hub.logged.filter((line) => line.includes("\"level\":50"))]));
  let row = made.row;
  const step = async (by: PersonaOrPublic, event: string, input: object = {}): Promise<Changed> => {
    const changed = await change(by, event, { id: row["id"], version: row["version"], ...input });
    if (changed.row) row = changed.row;
    return changed;
  };
  return { id: String(row["id"]), uuid: String(row["id"]).split("_")[1]!, made, step, now: () => row };
}
type OnItsWay = Awaited<ReturnType<typeof reported>>;

async function accepted(further: object = {}): Promise<OnItsWay> {
  const record = await reported(further);
  for (const [by, event] of [["countyCreditLead", "verifyDishonestyAtCounty"], ["cityCreditLead", "verifyDishonestyAtCity"], ["creditLead", "acceptDishonesty"]] as const) expect((await record.step(by, event)).refused).toEqual([]);
  return record;
}
async function published(further: object = {}): Promise<OnItsWay> {
  const record = await accepted(further);
  expect((await record.step("cityCreditLead", "reviewDishonestyDisclosure")).refused).toEqual([]);
  expect((await record.step("creditLead", "publishDishonesty")).refused).toEqual([]);
  return record;
}
const asked = async (persona: PersonaOrPublic, id: string): Promise<unknown> => ((await hub.ask(persona, `query ($id: ID!) { dishonestyRecord(id: $id) { recordNo } }`, { id })).body.data!)["dishonestyRecord"];

describe("From the county to the province", () => {
  it("each level's lead hands the record on, and each step and time is written with it", async () => {
    const record = await reported();
    expect(record.made.row).toMatchObject({ recordNo: expect.stringMatching(/^DIS-\d{4}-[0-9A-F]{8}$/), collectionState: "REPORTED", disclosureState: "NOT_PUBLIC", version: 1, subjectName: "成都市锦江区人民政府" });
    expect((await record.step("countyCreditLead", "verifyDishonestyAtCounty")).row).toMatchObject({ collectionState: "COUNTY_VERIFIED", version: 2 });
    expect((await record.step("cityCreditLead", "verifyDishonestyAtCity")).row).toMatchObject({ collectionState: "CITY_VERIFIED", version: 3 });
    expect((await record.step("creditLead", "acceptDishonesty")).row).toMatchObject({ collectionState: "ACCEPTED", version: 4 });
    const { body } = await hub.ask("department", `query ($id: ID!) { dishonestyRecord(id: $id) { steps { nodes { event fromState toState organization { name } } } deadlines { nodes { clock settlement } } } }`, { id: record.id });
    expect(body.data).toEqual({
      dishonestyRecord: {
        steps: { nodes: [
          { event: "reportDishonesty", fromState: null, toState: "REPORTED", organization: { name: "成都市锦江区审计局" } },
          { event: "verifyDishonestyAtCounty", fromState: "REPORTED", toState: "COUNTY_VERIFIED", organization: { name: "成都市锦江区发展和改革局" } },
          { event: "verifyDishonestyAtCity", fromState: "COUNTY_VERIFIED", toState: "CITY_VERIFIED", organization: { name: "成都市发展和改革委员会" } },
          { event: "acceptDishonesty", fromState: "CITY_VERIFIED", toState: "ACCEPTED", organization: { name: "四川省发展和改革委员会" } },
        ] },
        deadlines: { nodes: expect.arrayContaining([
          { clock: "record.verify.county", settlement: "IN_TIME" }, { clock: "record.verify.city", settlement: "IN_TIME" }, { clock: "record.update", settlement: "IN_TIME" }, { clock: "disclosure.publish", settlement: "OUTSTANDING" },
        ]) },
      },
    });
  });
});

describe("To the public page and off it", () => {
  it("a record is there for everybody once it is published, and withdrawn it is not, but its notice is", async () => {
    const record = await published();
    expect(record.now()).toMatchObject({ disclosureState: "PUBLISHED", displayFrom: day(0) });
    expect(await asked("public", record.id)).toEqual({ recordNo: record.now()["recordNo"] });
    const annulled = await record.step("department", "reportDishonestyAnnulment", { annulledOn: day(0), annulmentDocumentNo: "川府复决〔2026〕3号" });
    expect(annulled.refused).toEqual([]);
    const withdrawn = await record.step("department", "withdrawDishonesty", { reason: "原决定被行政复议撤销。" });
    expect([withdrawn.refused, withdrawn.row]).toEqual([[], expect.objectContaining({ disclosureState: "WITHDRAWN", stoppedOn: day(0), stopReason: "原决定被行政复议撤销。" })]);
    expect(await asked("public", record.id)).toBeNull();
    const notices = (await hub.ask("public", `query ($no: String!) { disclosureNotices(where: { recordNo: { eq: $no } }) { nodes { kind subjectName reason annulmentDocumentNo noticedOn } } }`, { no: record.now()["recordNo"] })).body.data;
    expect(notices).toEqual({ disclosureNotices: { nodes: [{ kind: "WITHDRAWAL", subjectName: "成都市锦江区人民政府", reason: "原决定被行政复议撤销。", annulmentDocumentNo: "川府复决〔2026〕3号", noticedOn: day(0) }] } });
  });
});
