import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { bodies } from "../src/exchange/demonstration/landmarks.ts";
import { hubCatalogue } from "../src/server.ts";
import { openOwnerSession, type OwnerSession } from "../src/store/owner-session.ts";
import { changingTypes, refreshSearch } from "../src/store/refresh-search.ts";
import { stopClock } from "./setup/clock.ts";
import { day, dishonestyOf, on } from "./setup/dishonesty.ts";
import { testHub, type TestHub } from "./setup/hub.ts";

/**
 * When a published record is there for everybody, and when it is not: by its first day, by the periods in force, and by its withdrawal with
 * the notice that stays. The database's clock is set; nothing else happens when a day turns.
 */
let hub: TestHub;
let sql: postgres.Sql;
let session: OwnerSession;
const catalogue = hubCatalogue();
beforeAll(async () => {
  hub = await testHub();
  sql = postgres(hub.ownerUrl, { max: 1, onnotice: () => {} });
  session = openOwnerSession(hub.ownerUrl, "test");
});
afterAll(async () => {
  await session?.close();
  await sql?.end();
  await hub?.close();
});
afterEach(() => stopClock(sql, on(day())));
const { accepted, published, reviewed, look } = dishonestyOf(() => hub);

/** A title that nothing else has. */
let serial = 0;
const title = (): string => `成都市锦江区人民政府未履行乌有协议第${(serial += 1)}号`;

const ways = `query ($id: ID!, $no: String!, $title: String!, $body: ID!) {
  byId: dishonestyRecord(id: $id) { id } byNumber: dishonestyRecords(where: { recordNo: { eq: $no } }) { totalCount nodes { id } } byNode: node(id: $id) { id }
  listed: dishonestyRecords(where: { title: { eq: $title } }) { totalCount nodes { id } }
  recorded: integrityRecords(where: { title: { eq: $title } }) { totalCount nodes { recordNo } }
  ofBody: organization(id: $body) { dishonestyRecords(where: { title: { eq: $title } }) { totalCount } }
  searched: search(text: $title) { totalCount nodes { title } }
  suggested: suggest(text: $title) { title }
}`;

/** Whether the public comes to a record, by each way that leads to one: all or none, else the ways that do. */
async function shown(record: { readonly id: string; readonly now: () => Readonly<Record<string, unknown>> }): Promise<boolean | string[]> {
  await refreshSearch(session, catalogue, changingTypes(catalogue));
  const { body } = await hub.ask("public", ways, { id: record.id, no: record.now()["recordNo"], title: record.now()["title"], body: `Organization_${bodies.countyGovernment.id}` });
  expect(body.errors).toBeUndefined();
  const data = body.data as Record<string, Record<string, unknown> | null>;
  const found = Object.entries(data).filter(([way, answer]) => (way === "suggested" ? (answer as unknown as unknown[]).length > 0 : way === "ofBody" ? (answer!["dishonestyRecords"] as { totalCount: number }).totalCount > 0 : answer !== null && (!("totalCount" in answer) || answer["totalCount"] !== 0))).map(([way]) => way);
  if (found.length === 0) return false;
  return found.length === Object.keys(data).length || found;
}

describe("A record whose first day is yet to come", () => {
  it("is absent for the public until then, by every way, and there from the first second", async () => {
    const record = await published({ title: title() }, { displayFrom: day(3) });
    expect(record.now()).toMatchObject({ disclosureState: "PUBLISHED", displayFrom: day(3) });
    expect(await shown(record)).toBe(false);
    expect(await look("creditLead", record.id, "onDisplay displayFrom")).toEqual({ onDisplay: false, displayFrom: day(3) });
    await stopClock(sql, on(day(2), "23:59:59"));
    expect(await shown(record)).toBe(false);
    await stopClock(sql, on(day(3), "00:00:00"));
    expect(await shown(record)).toBe(true);
  });

  it("and that is withdrawn before, leaves no notice, as nobody has seen it", async () => {
    const record = await published({ title: title() }, { displayFrom: day(3) });
    await record.done("creditLead", "withdrawDishonesty", { reason: "认定有误。" });
    expect(await sql`select 1 from disclosure_notice where record_no = ${String(record.now()["recordNo"])}`).toEqual([]);
    await stopClock(sql, on(day(4)));
    expect(await shown(record)).toBe(false);
  });
});

describe("The last day of a record", () => {
  it("is shown to its end, by every way, and the next is not, without anybody doing anything", async () => {
    const record = await published({ title: title(), severity: "GENERAL" });
    const { displayUntil } = (await look("creditLead", record.id, "displayUntil")) as { displayUntil: string };
    expect(await shown(record)).toBe(true);
    const events = () => sql`select count(*) from workflow_event where row_id = ${record.uuid}`;
    const before = await events();
    await stopClock(sql, on(displayUntil, "23:59:59"));
    expect(await shown(record)).toBe(true);
    await stopClock(sql, on(new Date(Date.parse(displayUntil) + 86_400_000).toISOString().slice(0, 10), "00:00:00"));
    expect(await shown(record)).toBe(false);
    expect(await look("creditLead", record.id, "disclosureState onDisplay")).toEqual({ disclosureState: "PUBLISHED", onDisplay: false });
    expect(await events()).toEqual(before);
  });
});

describe("A new display period", () => {
  it("gives the window before it the day before, and its own from its first day on", async () => {
    const record = await published({ title: title(), severity: "GENERAL", issuedOn: day(-70), documentDate: day(-70) });
    const [change, eve] = [day(30), day(29)];
    await sql`update display_period set effective_to = ${eve} where version_code = 'SC-ZW-SX/GENERAL@2026-04-01'`;
    await sql`insert into display_period (version_code, catalog_item_code, severity, is_displayed, min_months, max_months, effective_from, basis_citation, confidence) values (${`SC-ZW-SX/GENERAL@${change}`}, 'SC-ZW-SX', 'GENERAL', true, 1, 3, ${change}, '信用修复管理办法', 'PROPOSED')`;
    const until = (months: number): Promise<string> => sql<{ until: string }[]>`select (${day(-70)}::date + make_interval(months => ${months}))::date::text as until`.then(([row]) => row!.until);
    await stopClock(sql, on(eve, "23:59:59"));
    expect([await shown(record), await look("creditLead", record.id, "displayUntil")]).toEqual([true, { displayUntil: await until(12) }]);
    await stopClock(sql, on(change, "00:00:00"));
    expect([await shown(record), await look("creditLead", record.id, "displayUntil")]).toEqual([false, { displayUntil: await until(3) }]);
    await sql`delete from display_period where version_code = ${`SC-ZW-SX/GENERAL@${change}`}`;
    await sql`update display_period set effective_to = null where version_code = 'SC-ZW-SX/GENERAL@2026-04-01'`;
  });
});

describe("A record whose decision was annulled", () => {
  const annulled = { annulledOn: day(-1), annulmentDocumentNo: "川府复决〔2026〕3号" };
  it("is to be withdrawn within three working days from then, and stays as it was until it is", async () => {
    const record = await published({ title: title() });
    await record.done("department", "reportDishonestyAnnulment", annulled);
    const time = () => sql`select started_on::text, due_on = hub_add_working_days(${annulled.annulledOn}, 3) as three, met_on::text met from dishonesty_record_deadline where dishonesty_record_id = ${record.uuid} and clock = 'record.withdraw'`;
    expect(await time()).toEqual([{ started_on: annulled.annulledOn, three: true, met: null }]);
    expect(await shown(record)).toBe(true);
    expect(await look("public", record.id, "annulledOn")).toEqual({ annulledOn: null }); // what bodies know of it is theirs
    expect((await record.step("department", "reportDishonestyAnnulment", annulled)).messages).toEqual(["reportDishonestyAnnulment is not possible in the state PUBLISHED; possible are: withdrawDishonesty, redactDishonesty."]);
    await record.done("cityCreditLead", "withdrawDishonesty", { reason: "原决定被撤销。" });
    expect(await time()).toEqual([{ started_on: annulled.annulledOn, three: true, met: day() }]);
    expect(await shown(record)).toBe(false);
  });

  it.each<[what: string, input: object, refused: readonly string[]]>([
    ["on a day that is yet to come", { annulledOn: day(1) }, ["INVALID input.annulledOn"]],
    ["before the decision was made", { annulledOn: day(-11) }, ["INVALID input.annulledOn"]],
    ["by no document", { annulmentDocumentNo: "" }, ["INVALID input.annulmentDocumentNo"]],
    ["by a document that is somebody's telephone, which would stand in public", { annulmentDocumentNo: "电话13808123456" }, ["PERSONAL_DATA input.annulmentDocumentNo"]],
  ])("%s is not reported so", async (_what, input, refused) => {
    expect((await (await published()).step("department", "reportDishonestyAnnulment", { ...annulled, ...input })).refused).toEqual(refused);
  });

  it("is reported by the body that decided, of what is published, and by nobody else", async () => {
    const record = await reviewed();
    expect((await record.step("department", "reportDishonestyAnnulment", annulled)).refused).toEqual(["FORBIDDEN_TRANSITION"]);
    await record.done("creditLead", "publishDishonesty");
    for (const by of ["creditLead", "cityCreditLead", "finance", "supervision"] as const) expect((await record.step(by, "reportDishonestyAnnulment", annulled)).refused).toEqual(["NOT_ALLOWED"]);
  });
});

describe("A record that is withdrawn", () => {
  it.each(["department", "countyCreditLead", "creditLead"] as const)("by %s is absent by every way, and a notice says in public why, of which body and by whom", async (by) => {
    const record = await published({ title: title() });
    expect(await shown(record)).toBe(true);
    expect((await record.step(by, "withdrawDishonesty")).refused).toEqual(["REASON_REQUIRED input.reason"]);
    const told = await record.step(by, "withdrawDishonesty", { reason: "经核实，联系人电话13808123456有误。" });
    expect([told.refused, told.messages]).toEqual([["PERSONAL_DATA input.reason"], ["reason seems to hold a telephone number at characters 10 to 20. Rewrite it."]]);
    expect((await record.step(by, "withdrawDishonesty", { reason: "副县长赵甲认为有误。" })).refused).toEqual(["PERSONAL_DATA input.reason"]); // nothing explains the explanation
    expect(await shown(record)).toBe(true);
    expect(await record.done(by, "withdrawDishonesty", { reason: "认定的事实有误。" })).toMatchObject({ disclosureState: "WITHDRAWN", stoppedOn: day(), stopReason: "认定的事实有误。" });
    expect(await shown(record)).toBe(false);
    const { body } = await hub.ask("public", `query ($no: String!) { disclosureNotices(where: { recordNo: { eq: $no } }) { nodes { noticeNo kind subjectName reason noticedOn annulmentDocumentNo organization { name } } } }`, { no: record.now()["recordNo"] });
    const organization = { department: "成都市锦江区审计局", countyCreditLead: "成都市锦江区发展和改革局", creditLead: "四川省发展和改革委员会" }[by];
    expect(body.data).toEqual({ disclosureNotices: { nodes: [{ noticeNo: expect.stringMatching(/^GS-\d{4}-[0-9A-F]{8}$/), kind: "WITHDRAWAL", subjectName: "成都市锦江区人民政府", reason: "认定的事实有误。", noticedOn: day(), annulmentDocumentNo: null, organization: { name: organization } }] } });
    expect((await record.step(by, "withdrawDishonesty", { reason: "再次。" })).refused).toEqual(["FORBIDDEN_TRANSITION"]);
  });

  it("is none that was never published, nor another body's to withdraw", async () => {
    expect((await (await accepted()).step("department", "withdrawDishonesty", { reason: "有误。" })).refused).toEqual(["FORBIDDEN_TRANSITION"]);
    const record = await published();
    for (const by of ["finance", "supervision", "court"] as const) expect((await record.step(by, "withdrawDishonesty", { reason: "有误。" })).refused).toEqual(["NOT_ALLOWED"]);
    for (const by of ["public", "enterprise", "subject", "operator"] as const) expect((await record.step(by, "withdrawDishonesty", { reason: "有误。" })).errors[0]?.extensions["code"]).toBe("FORBIDDEN");
  });
});
