import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { dishonestyRecords } from "../src/exchange/demonstration/landmarks.ts";
import { stopClock } from "./setup/clock.ts";
import { day, dishonestyOf, on, type OnItsWay } from "./setup/dishonesty.ts";
import { identityNumber } from "./setup/identity-number.ts";
import { testHub, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";

/** Where a record is published beside the hub (公开渠道): recorded while it is published, and taken down in time once its display was stopped. */
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
afterEach(() => stopClock(sql, on(day())));
const { change, of, accepted, published } = dishonestyOf(() => hub);

const site = { kind: "CREDIT_SITE", url: "https://example.org/credit/7" };
const record = (by: PersonaOrPublic, { id }: { readonly id: string }, further: object = {}) => change(by, "recordPublication", { dishonestyRecordId: id, ...site, ...further });

/** A record that is published here and by the province's lead on the credit site. */
async function online(by: PersonaOrPublic = "creditLead") {
  const displayed = await published();
  const { row, refused, errors } = await record(by, displayed);
  expect([refused, errors]).toEqual([[], []]);
  return { displayed, channel: String(row!["id"]), version: Number(row!["version"]) };
}
const takeDown = (by: PersonaOrPublic, { channel, version }: { readonly channel: string; readonly version: number }, further: object = {}) => change(by, "recordTakeDown", { id: channel, version, ...further });

const fields = "state publishedOn takenDownOn takeDownBy mustComeDown isOverdue";
const see = async (by: PersonaOrPublic, id: string): Promise<Readonly<Record<string, unknown>> | null> =>
  ((await hub.ask(by, `query ($id: ID!) { publicationChannel(id: $id) { ${fields} } }`, { id })).body.data!)["publicationChannel"] as Readonly<Record<string, unknown>> | null;
const listed = async (by: PersonaOrPublic, { id }: Pick<OnItsWay, "id">): Promise<unknown> =>
  ((await hub.ask(by, `query ($id: ID!) { publicationChannels(where: { dishonestyRecordId: { eq: $id } }) { totalCount } }`, { id })).body.data!["publicationChannels"] as { totalCount: number }).totalCount;

describe("That a record is published elsewhere", () => {
  it("is recorded of a published one, by whoever published it there, from today where no day is said", async () => {
    const { channel, displayed } = await online();
    expect(await see("public", channel)).toEqual({ state: "ONLINE", publishedOn: day(), takenDownOn: null, takeDownBy: null, mustComeDown: false, isOverdue: false });
    expect((await record("finance", displayed, { kind: "MEDIA", publishedOn: day(-1) })).row).toMatchObject({ publishedOn: day(-1) });
    expect(await listed("public", displayed)).toBe(2);
  });

  it.each<[what: string, input: object, refused: readonly string[]]>([
    ["that has no scheme", { url: "www.example.org/1" }, ["INVALID input.url"]],
    ["of a script", { url: "javascript:alert(1)" }, ["INVALID input.url"]],
    ["of a file", { url: "file:///etc/passwd" }, ["INVALID input.url"]],
    ["with somebody's name and password", { url: "https://name:secret@example.org/" }, ["INVALID input.url", "PERSONAL_DATA input.url"]],
    ["that is nothing", { url: " " }, ["INVALID input.url"]],
    ["with a control character", { url: "https://example.org/\u0007" }, ["INVALID input.url"]],
    ["that tells somebody's identity number", { url: `https://example.org/credit?id=${identityNumber(7)}` }, ["PERSONAL_DATA input.url"]],
    ["that tells a name as browsers write it", { url: `https://example.org/${encodeURIComponent("副县长赵甲")}` }, ["PERSONAL_DATA input.url"]],
    ["and a day that is yet to come", { publishedOn: day(1) }, ["INVALID input.publishedOn"]],
  ])("is not recorded with an address %s", async (_what, input, refused) => {
    const displayed = of(`DishonestyRecord_${dishonestyRecords.displayed.id}`, 1);
    const before = await listed("creditLead", displayed);
    expect((await record("creditLead", displayed, input)).refused).toEqual(refused);
    expect(await listed("creditLead", displayed)).toBe(before);
  });

  it("is recorded with an address whose number is that of a page", async () => {
    const displayed = of(`DishonestyRecord_${dishonestyRecords.displayed.id}`, 1);
    for (const page of ["13808123456", "6222021234567890128"]) expect((await record("creditLead", displayed, { url: `https://example.org/credit/${page}` })).refused).toEqual([]);
  });

  it("is not recorded of a record that is not published, and of one that is not there for whoever asks", async () => {
    const climbing = await accepted();
    const { refused, messages } = await record("creditLead", climbing);
    expect([refused, messages]).toEqual([["FORBIDDEN_TRANSITION input.dishonestyRecordId"], ["recordPublication is not possible in the state NOT_PUBLIC; possible are: reviewDishonestyDisclosure, redactDishonesty."]]);
    const [hidden, absent] = [await record("finance", climbing), await record("finance", { id: "DishonestyRecord_00000000-0000-4000-8000-000000000000" })];
    expect([hidden.refused, hidden.messages]).toEqual([["NOT_FOUND input.dishonestyRecordId"], ["There is no such DishonestyRecord that the asker may know of."]]);
    expect([absent.refused, absent.messages]).toEqual([hidden.refused, hidden.messages]);
  });

  it("is no change of who is no body", async () => {
    const displayed = await published();
    for (const by of ["public", "enterprise", "subject", "operator", "auditor"] as const) expect((await record(by, displayed)).errors[0]?.extensions["code"]).toBe("FORBIDDEN");
  });
});

describe("That it was taken down", () => {
  it("is recorded by the body that published it there or the lead in charge, once", async () => {
    const one = await online("finance");
    for (const by of ["housing", "court", "department"] as const) expect((await takeDown(by, one)).refused).toEqual(["NOT_ALLOWED"]);
    expect((await takeDown("finance", one, { version: 2 })).refused).toEqual(["STALE_VERSION input.version"]);
    expect((await takeDown("finance", one)).row).toMatchObject({ state: "TAKEN_DOWN", takenDownOn: day(), version: 2 });
    expect((await takeDown("finance", { ...one, version: 2 })).messages).toEqual(["recordTakeDown is not possible in the state TAKEN_DOWN; possible are: nothing at present."]);
    expect((await takeDown("countyCreditLead", await online("finance"))).row).toMatchObject({ state: "TAKEN_DOWN" });
  });

  it("is not recorded of a day that is yet to come, nor before it was published there", async () => {
    const one = await online();
    expect((await takeDown("creditLead", one, { takenDownOn: day(1) })).refused).toEqual(["INVALID input.takenDownOn"]);
    expect((await takeDown("creditLead", one, { takenDownOn: day(-1) })).refused).toEqual(["INVALID input.takenDownOn"]);
  });
});

describe("Once the record is withdrawn", () => {
  it("what is up must come down within three working days, and what was down already need not", async () => {
    const one = await online();
    const down = await record("creditLead", one.displayed, { kind: "PORTAL" });
    await change("creditLead", "recordTakeDown", { id: down.row!["id"], version: 1 });
    const [due] = await sql`select hub_add_working_days(hub_today(), 3)::text as "on"`;
    await one.displayed.done("department", "withdrawDishonesty", { reason: "认定有误。" });
    expect(await see("creditLead", one.channel)).toMatchObject({ state: "ONLINE", takeDownBy: due!["on"], mustComeDown: true, isOverdue: false });
    expect(await see("creditLead", String(down.row!["id"]))).toMatchObject({ state: "TAKEN_DOWN", takeDownBy: null, mustComeDown: false, isOverdue: false });
    await stopClock(sql, on(String(due!["on"]), "23:59:59"));
    expect(await see("creditLead", one.channel)).toMatchObject({ isOverdue: false });
    await stopClock(sql, on(new Date(Date.parse(String(due!["on"])) + 86_400_000).toISOString().slice(0, 10), "00:00:00"));
    expect(await see("creditLead", one.channel)).toMatchObject({ mustComeDown: true, isOverdue: true });
    expect((await takeDown("creditLead", one)).row).toMatchObject({ state: "TAKEN_DOWN", mustComeDown: false, isOverdue: false });
  });

  it("the public sees none of it any more, nor does a body that has to do with neither", async () => {
    const one = await online("finance");
    await one.displayed.done("creditLead", "withdrawDishonesty", { reason: "认定有误。" });
    for (const by of ["public", "enterprise", "housing", "court"] as const) expect([await see(by, one.channel), await listed(by, one.displayed)]).toEqual([null, 0]);
  });

  it("the body that published it there still sees what it has to take down, though not the record, and says that it did", async () => {
    const one = await online("finance");
    await one.displayed.done("creditLead", "withdrawDishonesty", { reason: "认定有误。" });
    const { body } = await hub.ask("finance", `query ($id: ID!) { publicationChannel(id: $id) { url mustComeDown dishonestyRecord { id } } }`, { id: one.channel });
    expect(body.data).toEqual({ publicationChannel: { url: site.url, mustComeDown: true, dishonestyRecord: null } });
    expect((await takeDown("finance", one)).row).toMatchObject({ state: "TAKEN_DOWN", mustComeDown: false });
  });

  it("nothing more is recorded of it", async () => {
    const one = await online();
    await one.displayed.done("creditLead", "withdrawDishonesty", { reason: "认定有误。" });
    expect((await record("creditLead", one.displayed)).refused).toEqual(["FORBIDDEN_TRANSITION input.dishonestyRecordId"]);
  });
});

describe("Once the display of the record has ended by itself", () => {
  it("what is up must come down, without an event and a last day of its own", async () => {
    const one = await online();
    const [{ until }] = (await sql`select (document_date + make_interval(months => 36) + make_interval(days => 1))::date::text as until from dishonesty_record where id = ${one.displayed.uuid}`) as unknown as [{ until: string }];
    await stopClock(sql, on(until, "00:00:00"));
    expect(await see("creditLead", one.channel)).toMatchObject({ state: "ONLINE", takeDownBy: null, mustComeDown: true, isOverdue: false });
    expect(await see("public", one.channel)).toBeNull();
  });
});
