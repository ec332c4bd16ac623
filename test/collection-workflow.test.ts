import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies, divisions, enterprises } from "../src/exchange/demonstration/landmarks.ts";
import { day, dishonestyOf, wish, type OnItsWay } from "./setup/dishonesty.ts";
import { testHub, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";

/**
 * Task 4 over HTTP (逐级归集): what bodies report climbs from the county to the province. The county's audit office is `department`, the leads
 * for social credit of 锦江区, 成都市 and 四川省 are `countyCreditLead`, `cityCreditLead` and `creditLead`.
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
const { change, reported, accepted, look } = dishonestyOf(() => hub);

const leads = ["countyCreditLead", "cityCreditLead", "creditLead"] as const;
const verify = { countyCreditLead: "verifyDishonestyAtCounty", cityCreditLead: "verifyDishonestyAtCity", creditLead: "acceptDishonesty" } as const;

/** The times of a record, each as `clock settlement`, in the order in which they end. */
async function timesOf(record: OnItsWay): Promise<string[]> {
  const rows = await sql<{ clock: string; met: boolean }[]>`select clock, met_on is not null met from dishonesty_record_deadline where dishonesty_record_id = ${record.uuid} order by clock, recorded_at`;
  return rows.map(({ clock, met }) => `${clock} ${met ? "met" : "runs"}`);
}
const running = async (record: OnItsWay): Promise<string[]> => (await timesOf(record)).flatMap((time) => (time.endsWith(" runs") ? [time.split(" ")[0]!] : []));

describe("From the county to the province", () => {
  it("each level's lead hands the record on, and each step and time is written with it", async () => {
    const record = await reported();
    expect(record.now()).toMatchObject({ recordNo: expect.stringMatching(/^DIS-\d{4}-[0-9A-F]{8}$/), collectionState: "REPORTED", disclosureState: "NOT_PUBLIC", version: 1, subjectName: "成都市锦江区人民政府" });
    expect(await running(record)).toEqual(["record.verify.county"]);
    expect(await record.done("countyCreditLead", "verifyDishonestyAtCounty")).toMatchObject({ collectionState: "COUNTY_VERIFIED", version: 2 });
    expect(await running(record)).toEqual(["record.verify.city"]);
    expect(await record.done("cityCreditLead", "verifyDishonestyAtCity")).toMatchObject({ collectionState: "CITY_VERIFIED", version: 3 });
    expect(await running(record)).toEqual(["record.update"]);
    expect(await record.done("creditLead", "acceptDishonesty")).toMatchObject({ collectionState: "ACCEPTED", version: 4 });
    expect(await look("department", record.id, "steps { nodes { event fromState toState organization { name } } } deadlines { nodes { clock settlement } }")).toEqual({
      steps: { nodes: [
        { event: "reportDishonesty", fromState: null, toState: "REPORTED", organization: { name: "成都市锦江区审计局" } },
        { event: "verifyDishonestyAtCounty", fromState: "REPORTED", toState: "COUNTY_VERIFIED", organization: { name: "成都市锦江区发展和改革局" } },
        { event: "verifyDishonestyAtCity", fromState: "COUNTY_VERIFIED", toState: "CITY_VERIFIED", organization: { name: "成都市发展和改革委员会" } },
        { event: "acceptDishonesty", fromState: "CITY_VERIFIED", toState: "ACCEPTED", organization: { name: "四川省发展和改革委员会" } },
      ] },
      deadlines: { nodes: expect.arrayContaining([
        { clock: "record.verify.county", settlement: "IN_TIME" }, { clock: "record.verify.city", settlement: "IN_TIME" }, { clock: "record.update", settlement: "IN_TIME" }, { clock: "disclosure.publish", settlement: "OUTSTANDING" },
      ]) },
    });
    expect(await look("public", record.id)).toBeNull();
  });

  it.each<[what: string, by: PersonaOrPublic, further: object, skipped: readonly (typeof leads)[number][], clock: string]>([
    ["of a street begins with its county's lead", "department", { divisionCode: divisions.township }, [], "record.verify.county"],
    ["of a city's own begins with the city's lead", "supervision", { divisionCode: divisions.prefecture, sourceKind: "ACCOUNTABILITY", subjectOrganizationId: `Organization_${bodies.prefectureGovernment.id}` }, ["countyCreditLead"], "record.verify.city"],
    ["of the province's own is accepted at once", "court", { divisionCode: divisions.province, sourceKind: "JUDGMENT", subjectOrganizationId: `Organization_${bodies.provinceGovernment.id}` }, ["countyCreditLead", "cityCreditLead"], "record.update"],
    ["that a body of the province reports of a county begins with the county's lead", "court", { sourceKind: "JUDGMENT" }, [], "record.verify.county"],
  ])("a record %s", async (_what, by, further, skipped, clock) => {
    const record = await reported(further, by);
    expect(await running(record)).toEqual([clock]);
    for (const lead of leads) {
      if (!skipped.includes(lead)) await record.done(lead, verify[lead]);
      else expect((await record.step(lead, verify[lead])).refused[0]).toMatch(/^(NOT_FOUND input.id|NOT_ALLOWED)$/);
    }
    expect(record.now()).toMatchObject({ collectionState: "ACCEPTED", version: 4 - skipped.length });
    expect(await running(record)).toEqual(["disclosure.publish"]);
  });
});

describe("Whose turn it is not", () => {
  it("is told what is possible instead, and by whom nothing is done", async () => {
    const record = await reported();
    const early = await record.step("cityCreditLead", "verifyDishonestyAtCity");
    expect([early.refused, early.messages]).toEqual([["FORBIDDEN_TRANSITION"], ["verifyDishonestyAtCity is not possible in the state REPORTED; possible are: verifyDishonestyAtCounty, returnDishonesty."]]);
    expect((await record.step("creditLead", "acceptDishonesty")).messages).toEqual(["acceptDishonesty is not possible in the state REPORTED; possible are: verifyDishonestyAtCounty, returnDishonesty."]);
    await record.done("countyCreditLead", "verifyDishonestyAtCounty");
    expect((await record.step("countyCreditLead", "verifyDishonestyAtCounty")).messages).toEqual(["verifyDishonestyAtCounty is not possible in the state COUNTY_VERIFIED; possible are: verifyDishonestyAtCity, returnDishonesty."]);
    expect((await record.step("creditLead", "acceptDishonesty")).refused).toEqual(["FORBIDDEN_TRANSITION"]);
    expect((await record.step("department", "resubmitDishonesty")).messages).toEqual(["resubmitDishonesty is not possible in the state COUNTY_VERIFIED; possible are: verifyDishonestyAtCity, returnDishonesty."]);
    expect(await look("creditLead", record.id, "collectionState version")).toEqual({ collectionState: "COUNTY_VERIFIED", version: 2 });
  });

  it("returns nothing either", async () => {
    const record = await reported();
    for (const lead of ["cityCreditLead", "creditLead"] as const) expect((await record.step(lead, "returnDishonesty", { reason: "尚未轮到。" })).refused).toEqual(["NOT_ALLOWED"]);
    await record.done("countyCreditLead", "verifyDishonestyAtCounty");
    for (const lead of ["countyCreditLead", "creditLead"] as const) expect((await record.step(lead, "returnDishonesty", { reason: "不是本级。" })).refused).toEqual(["NOT_ALLOWED"]);
    await record.done("cityCreditLead", "returnDishonesty", { reason: "文书缺页。" });
  });

  it.each<[PersonaOrPublic, string]>([["cityCreditLead", "verifyDishonestyAtCounty"], ["creditLead", "verifyDishonestyAtCounty"], ["creditLead", "verifyDishonestyAtCity"], ["countyCreditLead", "verifyDishonestyAtCity"], ["countyCreditLead", "acceptDishonesty"], ["cityCreditLead", "acceptDishonesty"]])(
    "%s does not what is another level's: %s",
    async (lead, event) => {
      expect((await (await reported()).step(lead, event)).refused).toEqual(["NOT_ALLOWED"]);
    },
  );

  it("is nobody who is no lead: the change is not his at all", async () => {
    const record = await reported();
    for (const by of ["department", "supervision", "finance", "enterprise", "public"] as const) {
      const { errors, payload } = await record.step(by, "verifyDishonestyAtCounty");
      expect([by, errors[0]?.extensions["code"], payload]).toEqual([by, "FORBIDDEN", null]);
    }
  });

  it("is no lead of another county or city, which does not know of the record", async () => {
    const record = await reported({ divisionCode: divisions.otherCounty, subjectOrganizationId: `Organization_${bodies.otherCountyGovernment.id}`, sourceKind: "JUDGMENT" }, "court");
    expect((await record.step("countyCreditLead", "verifyDishonestyAtCounty")).refused).toEqual(["NOT_FOUND input.id"]);
    expect((await record.step("cityCreditLead", "verifyDishonestyAtCity")).refused).toEqual(["NOT_FOUND input.id"]);
    expect((await record.step("creditLead", "verifyDishonestyAtCounty")).refused).toEqual(["NOT_ALLOWED"]);
  });
});

describe("Nobody verifies what his own client has reported", () => {
  it("neither returns nor accepts it in the place of another", async () => {
    const record = await reported({}, "countyCreditLead");
    expect((await record.step("countyCreditLead", "verifyDishonestyAtCounty")).refused).toEqual(["SELF_APPROVAL"]);
    expect(await look("creditLead", record.id, "collectionState version")).toEqual({ collectionState: "REPORTED", version: 1 });
    const own = await reported({ divisionCode: divisions.province, sourceKind: "ARREARS" }, "creditLead");
    expect((await own.step("creditLead", "acceptDishonesty")).refused).toEqual(["SELF_APPROVAL"]);
    // What the province's lead reports of a county, the county's verifies, and the province's accepts not in its own name.
    const below = await reported({ sourceKind: "ARREARS" }, "creditLead");
    await below.done("countyCreditLead", "verifyDishonestyAtCounty");
    await below.done("cityCreditLead", "verifyDishonestyAtCity");
    expect((await below.step("creditLead", "acceptDishonesty")).refused).toEqual(["SELF_APPROVAL"]);
  });
});

describe("A step on a version that is no longer the row's", () => {
  it("is not made, and the version is told", async () => {
    const record = await reported();
    const stale = await record.step("countyCreditLead", "verifyDishonestyAtCounty", { version: 7 });
    expect([stale.refused, stale.messages]).toEqual([["STALE_VERSION input.version"], ["The row has changed since: its version is 1. Look at it again."]]);
    await record.done("countyCreditLead", "verifyDishonestyAtCounty");
    expect((await record.step("countyCreditLead", "verifyDishonestyAtCounty", { version: 1 })).refused).toEqual(["STALE_VERSION input.version"]);
  });
});

describe("A returned record", () => {
  it("needs the reason, without control characters", async () => {
    const record = await reported();
    expect((await record.step("countyCreditLead", "returnDishonesty")).refused).toEqual(["REASON_REQUIRED input.reason"]);
    expect((await record.step("countyCreditLead", "returnDishonesty", { reason: " \n " })).refused).toEqual(["REASON_REQUIRED input.reason"]);
    expect((await record.step("countyCreditLead", "returnDishonesty", { reason: "退\u0007回" })).refused).toEqual(["INVALID input.reason"]);
  });

  it("is reported again by its source, corrected, and climbs from the beginning", async () => {
    const record = await reported();
    await record.done("countyCreditLead", "verifyDishonestyAtCounty");
    await record.done("cityCreditLead", "verifyDishonestyAtCity");
    expect(await record.done("creditLead", "returnDishonesty", { reason: "损失金额与文书不符。" })).toMatchObject({ collectionState: "RETURNED", version: 4 });
    expect(await timesOf(record)).toEqual(["record.resubmit runs", "record.update met", "record.verify.city met", "record.verify.county met"]);
    expect((await record.step("finance", "resubmitDishonesty")).refused).toEqual(["NOT_FOUND input.id"]);
    for (const lead of leads) {
      expect((await record.step(lead, "resubmitDishonesty")).refused).toEqual(["NOT_ALLOWED"]);
      expect((await record.step(lead, verify[lead])).messages).toEqual([`${verify[lead]} is not possible in the state RETURNED; possible are: resubmitDishonesty.`]);
    }
    expect((await record.step("department", "resubmitDishonesty", { issuedOn: day(1) })).refused).toEqual(["INVALID input.issuedOn"]);
    expect(await record.done("department", "resubmitDishonesty", { lossAmount: "430000.00" })).toMatchObject({ collectionState: "REPORTED", version: 5, lossAmount: "430000.00", title: wish().title });
    expect(await timesOf(record)).toEqual(["record.resubmit met", "record.update met", "record.verify.city met", "record.verify.county met", "record.verify.county runs"]);
    await record.done("countyCreditLead", "verifyDishonestyAtCounty");
  });

  it("has a reason that its source, the leads and the commission above it read, and nobody else, and each reading is in the access log", async () => {
    const record = await reported();
    await record.done("countyCreditLead", "returnDishonesty", { reason: "文书编号有误。" });
    const query = `query ($id: ID!) { dishonestyRecord(id: $id) { steps { nodes { event reason } } } }`;
    for (const by of ["department", ...leads, "supervision"] as const) {
      const answer = await hub.ask(by, query, { id: record.id });
      expect(answer.body.data).toEqual({ dishonestyRecord: { steps: { nodes: [{ event: "reportDishonesty", reason: null }, { event: "returnDishonesty", reason: "文书编号有误。" }] } } });
      const [event] = await sql`select client_id, coordinates from access_event where request_id = ${answer.headers.get("x-request-id")}`;
      expect(event).toEqual({ client_id: by, coordinates: expect.arrayContaining(["DishonestyRecordStep.reason"]) });
    }
    for (const by of ["finance", "court", "investment", "public", "enterprise", "auditor", "operator"] as const) {
      expect((await hub.ask(by, query, { id: record.id })).body.data).toEqual({ dishonestyRecord: null });
      const all = await hub.ask(by, `query ($id: ID!) { dishonestyRecordSteps(where: { dishonestyRecordId: { eq: $id } }) { totalCount nodes { id event } } dishonestyRecordDeadlines(where: { dishonestyRecordId: { eq: $id } }) { totalCount nodes { id } } }`, { id: record.id });
      expect([by, all.body.errors, all.body.data]).toEqual([by, undefined, { dishonestyRecordSteps: { totalCount: 0, nodes: [] }, dishonestyRecordDeadlines: { totalCount: 0, nodes: [] } }]);
    }
  });

  it("tells nothing of its steps and times once it is public, to those who take no part in it", async () => {
    const displayed = await accepted();
    await displayed.done("cityCreditLead", "reviewDishonestyDisclosure");
    await displayed.done("creditLead", "publishDishonesty");
    for (const by of ["public", "finance", "enterprise"] as const) expect(await look(by, displayed.id, "steps { totalCount nodes { event reason } } deadlines { totalCount }")).toEqual({ steps: { totalCount: 0, nodes: [] }, deadlines: { totalCount: 0 } });
  });
});

describe("What is reported", () => {
  it.each<[what: string, input: object, refused: readonly string[]]>([
    ["of a kind of decision that is another's to make", { sourceKind: "JUDGMENT" }, ["INVALID input.sourceKind"]],
    ["about an enterprise", { subjectOrganizationId: `Organization_${enterprises.winner.id}` }, ["INVALID input.subjectOrganizationId"]],
    ["about nobody", { subjectOrganizationId: "Organization_00000000-0000-4000-8000-000000000000" }, ["INVALID input.subjectOrganizationId"]],
    ["of a county that is not one's own", { divisionCode: divisions.otherCounty }, ["INVALID input.divisionCode"]],
    ["of the city above one", { divisionCode: divisions.prefecture }, ["INVALID input.divisionCode"]],
    ["of no division", { divisionCode: "510199" }, ["INVALID input.divisionCode"]],
    ["of a decision that is yet to come", { issuedOn: day(1) }, ["INVALID input.issuedOn"]],
    ["by a document that is yet to come", { documentDate: day(1) }, ["INVALID input.documentDate"]],
    ["with no loss at all", { lossAmount: "0.00" }, ["INVALID input.lossAmount"]],
    ["without a title", { title: "  " }, ["INVALID input.title"]],
    ["without its number", { sourceRecordNo: "\n" }, ["INVALID input.sourceRecordNo"]],
    ["with control characters", { factSummary: "未兑现\u0000承诺", title: "未兑现\u001b[2J承诺" }, ["INVALID input.title", "INVALID input.factSummary"]],
    ["in a text that is longer than anybody reads", { factSummary: "失".repeat(2001) }, ["INVALID input.factSummary"]],
  ])("%s is refused, and none of it is kept", async (_what, input, refused) => {
    const given = { ...wish(), ...input };
    const answer = await change("department", "reportDishonesty", given);
    expect([[...answer.refused].sort(), answer.row]).toEqual([[...refused].sort(), null]);
    expect(await sql`select 1 from dishonesty_record where source_record_no = ${given.sourceRecordNo}`).toEqual([]);
  });

  it("of a decision of today is taken", async () => {
    await reported({ issuedOn: day(), documentDate: day() });
  });

  it("again, by the same number of the same source, is the same record, and nothing is new", async () => {
    const given = wish();
    const first = await change("department", "reportDishonesty", given);
    const counts = async () => (await sql`select (select count(*) from workflow_event)::int events, (select count(*) from dishonesty_record_step)::int steps, (select count(*) from dishonesty_record_deadline)::int times, (select count(*) from dishonesty_record)::int records`)[0];
    const before = await counts();
    const again = await change("department", "reportDishonesty", { ...given, title: "别的标题" });
    expect([again.refused, again.row]).toEqual([[], first.row]);
    expect(await counts()).toEqual(before);
  });

  it("by another source under the same number is another record", async () => {
    const given = wish();
    const [one, other] = [await change("department", "reportDishonesty", given), await change("countyCreditLead", "reportDishonesty", given)];
    expect([one.refused, other.refused]).toEqual([[], []]);
    expect(other.row!["id"]).not.toBe(one.row!["id"]);
  });

  it("is no change of those who decide nothing of the kind", async () => {
    for (const by of ["personnel", "tradingCentre", "enterprise", "subject", "public", "auditor", "operator"] as const) expect((await change(by, "reportDishonesty", wish())).errors[0]?.extensions["code"]).toBe("FORBIDDEN");
  });
});
