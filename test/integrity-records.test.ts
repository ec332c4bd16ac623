import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { attachments, bodies, dishonestyRecords, officialDishonestyRecords, officials, recordResponsibilities, violationRecords } from "../src/exchange/demonstration/landmarks.ts";
import { stopClock } from "./setup/clock.ts";
import { freshDatabase, type FreshDatabase } from "./setup/database.ts";
import { testHub, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";
import { demonstrationTemplate } from "./setup/template.ts";

/** Who may see which integrity record on which day: the landmarks, with the clock of the database set to a moment. */
let database: FreshDatabase;
let hub: TestHub;
let sql: postgres.Sql;

/** The last minute of the day on which the demonstration world stands. */
const lastMinute = "2026-11-25T23:59:59+08:00";
const setClock = (moment: string) => stopClock(sql, moment);

beforeAll(async () => {
  database = await freshDatabase(await demonstrationTemplate());
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
  hub = await testHub({ ownerUrl: database.url });
});
beforeEach(() => setClock(lastMinute));
afterAll(async () => {
  await sql.end();
  await hub.close();
  await database.drop();
});

const inCharge: readonly PersonaOrPublic[] = ["creditLead", "supervision"];
const tradeInCharge: readonly PersonaOrPublic[] = ["creditLead", "tradingCentre", "finance"];
const asked: readonly PersonaOrPublic[] = ["public", "subject", "enterprise", "department", "personnel", "otherPersonnel", "supervision", "creditLead", "court", "tradingCentre", "finance", "housing", "auditor", "operator"];

/** For which of the askers the row of that type exists. */
async function seers(type: string, { id }: { readonly id: string }): Promise<PersonaOrPublic[]> {
  const answers = await Promise.all(asked.map(async (persona) => (await hub.ask(persona, `{ node(id: "${type}_${id}") { id } }`)).body.data));
  return asked.filter((_, place) => answers[place]?.["node"] !== null);
}
const byName = (...personas: readonly PersonaOrPublic[]): PersonaOrPublic[] => asked.filter((persona) => personas.includes(persona));

describe("Whether a dishonesty record exists", () => {
  it.each<[keyof typeof dishonestyRecords, readonly PersonaOrPublic[]]>([
    ["displayed", asked],
    ["lastDay", asked],
    ["dayAfter", [...inCharge, "department"]], // supplied by the department
    ["ended", [...inCharge, "court"]], // supplied by the court
    ["notYet", [...inCharge, "court"]],
    ["underReview", inCharge],
    ["withdrawn", [...inCharge, "department"]],
    ["repaired", [...inCharge, "personnel"]], // about the personnel body
    ["minor", inCharge],
    ["undated", [...inCharge, "department"]],
    ["ownSubject", [...inCharge, "department"]],
    ["ownSource", [...inCharge, "department"]],
    ["elsewhere", asked],
    ["elsewhereEnded", ["creditLead"]], // supervision here is another prefecture's
    ["official", asked],
    ["officialEnded", [...inCharge, "court"]],
    ["officialToBePublished", [...inCharge, "court"]],
    ["officialBasisExpired", [...inCharge, "court"]],
  ])("%s, for each asker", async (name, expected) => {
    expect(await seers("DishonestyRecord", dishonestyRecords[name])).toEqual(byName(...expected));
  });

  it("for the public until the last day of its window is over in Asia/Shanghai, by id, list, count, body and file", async () => {
    const record = dishonestyRecords.lastDay.id;
    await sql`update attachment set dishonesty_record_id = ${record} where id = ${attachments.ended.id}`;
    const query = `{
      dishonestyRecord(id: "DishonestyRecord_${record}") { onDisplay displayUntil }
      dishonestyRecords(where: { subjectOrganizationId: { eq: "Organization_${bodies.countyHousing.id}" }, documentDate: { eq: "2025-11-25" } }) { totalCount nodes { id } }
      organization(code: "${bodies.countyHousing.uscc}") { integrityRecords(where: { documentDate: { eq: "2025-11-25" } }) { totalCount nodes { onDisplay } } }
      attachment(id: "Attachment_${attachments.ended.id}") { title }
    }`;
    const before = (await hub.ask("public", query)).body;
    expect(before).toMatchObject({ data: { dishonestyRecord: { onDisplay: true, displayUntil: "2026-11-25" }, dishonestyRecords: { totalCount: 1 }, organization: { integrityRecords: { totalCount: 1, nodes: [{ onDisplay: true }] } } } });
    expect(before.data!["attachment"]).not.toBeNull();
    await setClock("2026-11-26T00:00:00+08:00");
    expect((await hub.ask("public", query)).body).toEqual({
      data: { dishonestyRecord: null, dishonestyRecords: { totalCount: 0, nodes: [] }, organization: { integrityRecords: { totalCount: 0, nodes: [] } }, attachment: null },
    });
    expect((await hub.ask("creditLead", query)).body).toMatchObject({ data: { dishonestyRecord: { onDisplay: false, displayUntil: "2026-11-25" } } });
  });

  it("and begins on its first day on display, by the same clock", async () => {
    const id = `DishonestyRecord_${dishonestyRecords.displayed.id}`;
    const query = `{ dishonestyRecord(id: "${id}") { title } }`;
    await setClock("2026-10-26T23:59:59+08:00");
    expect((await hub.ask("public", query)).body.data).toEqual({ dishonestyRecord: null });
    await setClock("2026-10-27T00:00:00+08:00");
    expect((await hub.ask("public", query)).body.data!["dishonestyRecord"]).not.toBeNull();
  });

  it("about a person only where a decision lets it be public, whoever delivered what", async () => {
    const record = dishonestyRecords.official;
    const [row] = await sql<{ basis: string }[]>`select disclosure_basis_id as basis from dishonesty_record where id = ${record.id}`;
    await sql`update dishonesty_record set disclosure_basis_id = null where id = ${record.id}`;
    expect(await seers("DishonestyRecord", record)).toEqual(byName(...inCharge, "court"));
    expect((await hub.ask("creditLead", `{ dishonestyRecord(id: "DishonestyRecord_${record.id}") { onDisplay } }`)).body.data).toEqual({ dishonestyRecord: { onDisplay: false } });
    await sql`update dishonesty_record set disclosure_basis_id = ${row!.basis} where id = ${record.id}`;
    expect(await seers("DishonestyRecord", record)).toEqual(asked);
  });
});

describe("A decision to publish", () => {
  it("is known to the body that made it, and to everybody once its record is published", async () => {
    const basisOf = async ({ id }: { readonly id: string }) => (await sql<[{ id: string }]>`select disclosure_basis_id as id from dishonesty_record where id = ${id}`)[0];
    expect(await seers("DisclosureBasis", await basisOf(dishonestyRecords.officialToBePublished))).toEqual(["court"]);
    expect(await seers("DisclosureBasis", await basisOf(dishonestyRecords.official))).toEqual(asked);
  });

  it("holds to the end of its last day in Asia/Shanghai; then nobody but those in charge reads what it published, nor its files", async () => {
    const record = dishonestyRecords.officialBasisExpired;
    await sql`update attachment set dishonesty_record_id = ${record.id} where id = ${attachments.ended.id}`;
    await setClock("2026-08-31T23:59:59+08:00");
    expect([await seers("DishonestyRecord", record), await seers("Attachment", attachments.ended)]).toEqual([asked, asked]);
    await setClock("2026-09-01T00:00:00+08:00");
    expect([await seers("DishonestyRecord", record), await seers("Attachment", attachments.ended)]).toEqual(Array(2).fill(byName(...inCharge, "court")));
  });
});

describe("What is known of an official's bad faith", () => {
  it.each<[keyof typeof officialDishonestyRecords, readonly PersonaOrPublic[]]>([
    ["subject", ["subject", "personnel", "supervision"]],
    ["colleague", ["personnel", "supervision"]],
    ["published", ["personnel", "supervision"]],
    ["countyHead", ["supervision"]], // managed one level above, by the prefecture
    ["elsewhere", ["otherPersonnel"]],
  ])("%s, by each asker: never by the public", async (name, expected) => {
    expect(await seers("OfficialDishonestyRecord", officialDishonestyRecords[name])).toEqual(byName(...expected));
  });

  it("by the person: what was served, not what others reported", async () => {
    const query = `{ officialDishonestyRecord(id: "OfficialDishonestyRecord_${officialDishonestyRecords.subject.id}") { title factSummary factFull official { name } } }`;
    const { body } = await hub.ask("subject", query);
    expect(body.data!["officialDishonestyRecord"]).toMatchObject({ factFull: null, official: { name: expect.any(String) as string } });
    expect(body.errors!.map(({ extensions }) => extensions["coordinate"])).toEqual(["OfficialDishonestyRecord.factFull"]);
    expect((await hub.ask("personnel", query)).body.errors).toBeUndefined();
  });

  it.each<[keyof typeof recordResponsibilities, readonly PersonaOrPublic[]]>([
    ["displayed", ["personnel", "supervision"]],
    ["subject", ["subject", "personnel", "supervision"]],
    ["subjectUnderReview", ["supervision"]], // the record does not exist for the person and for the personnel body
    ["elsewhere", ["otherPersonnel"]],
  ])("who answers for an act, %s: whoever manages or supervises, and the person, as far as the record exists for them", async (name, expected) => {
    expect(await seers("RecordResponsibility", recordResponsibilities[name])).toEqual(byName(...expected));
  });

  it("from the official: the records about the person, and no public record leads back", async () => {
    const query = `{ official(id: "Official_${officials.subject.id}") { dishonestyRecords { totalCount } recordResponsibilities { totalCount } } }`;
    expect((await hub.ask("personnel", query)).body.data).toEqual({ official: { dishonestyRecords: { totalCount: 1 }, recordResponsibilities: { totalCount: 1 } } });
    expect((await hub.ask("public", query)).body.data).toEqual({ official: null });
    expect((await hub.ask("personnel", "{ dishonestyRecords(first: 1) { nodes { officialId } } }")).body.errors![0]!.extensions["code"]).toBe("GRAPHQL_VALIDATION_FAILED");
  });
});

describe("Whether a violation record exists", () => {
  it.each<[keyof typeof violationRecords, readonly PersonaOrPublic[]]>([
    ["collusion", asked],
    ["collusionEnded", tradeInCharge],
    ["underReview", [...tradeInCharge, "enterprise"]], // the enterprise's own
    ["soleTrader", tradeInCharge],
    ["soleTraderWithBasis", asked],
    ["institution", asked],
  ])("%s, for each asker", async (name, expected) => {
    expect(await seers("ViolationRecord", violationRecords[name])).toEqual(byName(...expected));
  });
});

describe("A file is never more visible than its record", () => {
  it.each<[keyof typeof attachments, readonly PersonaOrPublic[]]>([
    ["displayed", asked],
    ["displayedClosed", inCharge],
    ["collusion", asked],
    ["collusionClosed", tradeInCharge],
    ["ofNothing", []],
  ])("%s, for each asker", async (name, expected) => {
    expect(await seers("Attachment", attachments[name])).toEqual(byName(...expected));
  });

  it("and goes with it: unpublished when the record is withdrawn", async () => {
    await sql`update dishonesty_record set disclosure_state = 'WITHDRAWN' where id = ${dishonestyRecords.displayed.id}`;
    expect(await seers("Attachment", attachments.displayed)).toEqual(byName(...inCharge));
    await sql`update dishonesty_record set disclosure_state = 'PUBLISHED' where id = ${dishonestyRecords.displayed.id}`;
  });
});
