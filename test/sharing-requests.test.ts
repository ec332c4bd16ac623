import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies, enterprises } from "../src/exchange/demonstration/landmarks.ts";
import { changesOf, type Changed } from "./setup/change.ts";
import { testHub, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";

/**
 * The audit office of 锦江区 (`department`) asks the personnel body of the same county (`personnel`) for conditional fields of its officials.
 * What grants open, the tests of reading say; here is how they come about and end.
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

const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const organization = ({ id }: { readonly id: string }): string => `Organization_${id}`;

const wish = {
  providerId: organization(bodies.countyPersonnel),
  fields: ["Official.name", "Official.gender", "Tenure.postId"],
  purpose: "AUDIT",
  purposeNote: "经济责任审计",
  basisCitation: "个人信息保护法第13条",
  scopeDivisionCode: "510104",
  validFrom: day(0),
  validTo: day(300),
  dailyQuota: 50,
};
const request = (further: object = {}, persona: PersonaOrPublic = "department"): Promise<Changed> => change(persona, "requestSharing", { ...wish, ...further });

/** A new request, and further events on it, each on the version that the one before has left. */
async function requested(further: object = {}, persona: PersonaOrPublic = "department") {
  let { row } = await request(further, persona);
  return {
    id: String(row!["id"]),
    async step(by: PersonaOrPublic, event: string, input: object = {}): Promise<Changed> {
      const changed = await change(by, event, { id: row!["id"], version: row!["version"], ...input });
      if (changed.row) row = changed.row;
      return changed;
    },
  };
}

describe("A request", () => {
  it("is made in the name of the asker's own body, with a number that tells nothing but the year", async () => {
    const { row, refused } = await request();
    expect(refused).toEqual([]);
    expect(row).toMatchObject({
      grantNo: expect.stringMatching(/^GX-\d{4}-[0-9A-F]{8}$/), state: "REQUESTED", version: 1, requesterId: organization(bodies.countyAudit), providerId: wish.providerId,
      fields: ["Official.gender", "Official.name", "Tenure.postId"], items: ["Official", "Tenure"], purpose: "AUDIT", scopeDivisionCode: "510104", dailyQuota: 50, decidedOn: null, requestedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
  });

  it("with the same key is the same request, also at the same time, and another client's key is another's", async () => {
    const keyed = { requestKey: "2026-11" };
    const answers = await Promise.all([request(keyed), request(keyed), request(keyed)]);
    const [first] = answers;
    expect(new Set(answers.map(({ row }) => row!["id"])).size).toBe(1);
    expect(answers.flatMap(({ refused }) => refused)).toEqual([]);
    expect((await request({ ...keyed, dailyQuota: 1 })).row).toEqual(first.row);
    expect((await request(keyed, "finance")).row!["id"]).not.toBe(first.row!["id"]);
    expect((await request()).row!["id"]).not.toBe((await request()).row!["id"]);
    expect(await sql`select 1 from workflow_event where row_id = ${String(first.row!["id"]).split("_")[1]!}`).toHaveLength(1);
  });

  it.each<[string, object, string[]]>([
    ["names no field", { fields: [] }, ["INVALID input.fields"]],
    ["names a field that is not there", { fields: ["Official.name", "Official.nothing"] }, ["INVALID input.fields.1"]],
    ["names a type that is not there", { fields: ["Nothing.name"] }, ["INVALID input.fields.0"]],
    ["names no field at all", { fields: ["Official"] }, ["INVALID input.fields.0"]],
    ["names an open field", { fields: ["Official.id"] }, ["INVALID input.fields.0"]],
    ["names a shared field", { fields: ["Organization.creditContact"] }, ["INVALID input.fields.0"]],
    ["names a field that is never shared", { fields: ["Official.idNumber"] }, ["INVALID input.fields.0"]],
    ["states no code of a purpose", { purpose: "审计" }, ["INVALID input.purpose"]],
    ["rests on no provision that the hub knows", { basisCitation: "没有这部法" }, ["INVALID input.basisCitation"]],
    ["is about no division", { scopeDivisionCode: "519999" }, ["INVALID input.scopeDivisionCode"]],
    ["is about a division that the provider does not serve", { scopeDivisionCode: "510703" }, ["INVALID input.scopeDivisionCode"]],
    ["is about more than the division that the provider serves", { scopeDivisionCode: "510100" }, ["INVALID input.scopeDivisionCode"]],
    ["ends before it begins", { validFrom: day(20), validTo: day(10) }, ["INVALID input.validTo"]],
    ["is over already", { validFrom: day(-20), validTo: day(-10) }, ["INVALID input.validTo"]],
    ["lasts longer than two years", { validFrom: day(0), validTo: day(800) }, ["INVALID input.validTo"]],
    ["begins on a day of no calendar", { validFrom: "0000-01-01" }, ["INVALID input.validFrom"]],
    ["allows no question", { dailyQuota: 0 }, ["INVALID input.dailyQuota"]],
    ["goes to one's own body", { providerId: organization(bodies.countyAudit) }, ["INVALID input.providerId"]],
    ["goes to a firm", { providerId: organization(enterprises.winner) }, ["INVALID input.providerId"]],
    ["goes to nobody", { providerId: "Organization_00000000-0000-4000-8000-000000000000" }, ["INVALID input.providerId"]],
    ["holds a control character", { purposeNote: "a\u0000b" }, ["INVALID input.purposeNote"]],
    ["holds half a character", { requestKey: "\ud800" }, ["INVALID input.requestKey"]],
    ["has no end of words", { purposeNote: "x".repeat(2_001) }, ["INVALID input.purposeNote"]],
    ["is wrong in several ways", { purpose: "", fields: ["x"], basisCitation: "x" }, ["INVALID input.purpose"]],
    ["refers to nothing that is there", { fields: ["x"], basisCitation: "x", purpose: "x" }, ["INVALID input.fields.0", "INVALID input.purpose", "INVALID input.basisCitation"]],
  ])("that %s is refused, and nothing of it is kept", async (_what, further, refused) => {
    const before = await sql`select count(*) as n from sharing_grant`;
    const answer = await request(further);
    expect([answer.refused, answer.row, answer.errors]).toEqual([refused, null, []]);
    expect(await sql`select count(*) as n from sharing_grant`).toEqual(before);
  });

  it("is told what is wrong about the rule and the field, never about the value", async () => {
    const { messages } = await request({ fields: ["PLANTED.value"], basisCitation: "PLANTED", scopeDivisionCode: "519999", purpose: "PLANTED PURPOSE" });
    expect(messages).toHaveLength(4);
    expect(messages.join()).not.toMatch(/PLANTED|519999/);
  });

  it("with an id of another type, or none, is an error of the question", async () => {
    for (const providerId of ["Official_00000000-0000-4000-8000-000000000000", "nonsense"]) {
      const { errors, payload } = await request({ providerId });
      expect([errors.map(({ extensions }) => extensions["code"]), payload]).toEqual([["BAD_USER_INPUT"], null]);
    }
  });

  it("for the last day of two years is lawful", async () => {
    expect((await request({ validFrom: "2028-02-29", validTo: "2030-02-28" })).refused).toEqual([]);
    expect((await request({ validFrom: "2028-02-29", validTo: "2030-03-01" })).refused).toEqual(["INVALID input.validTo"]);
  });
});

describe("From request to revocation", () => {
  it("each step is another version with its event, by whom and why", async () => {
    const grant = await requested();
    expect((await grant.step("personnel", "beginSharingReview")).row).toMatchObject({ state: "REVIEWING", version: 2, decidedOn: null });
    expect((await grant.step("personnel", "grantSharing", { reason: "符合条例" })).row).toMatchObject({ state: "ACTIVE", version: 3, decidedOn: expect.any(String), decisionReason: "符合条例", fields: ["Official.gender", "Official.name", "Tenure.postId"], validTo: wish.validTo });
    expect((await grant.step("creditLead", "suspendSharing", { reason: "核查用量" })).row).toMatchObject({ state: "SUSPENDED", version: 4, decisionReason: "核查用量" });
    expect((await grant.step("personnel", "resumeSharing", { reason: "核查完毕" })).row).toMatchObject({ state: "ACTIVE", version: 5 });
    expect((await grant.step("personnel", "revokeSharing", { reason: "审计结束" })).row).toMatchObject({ state: "REVOKED", version: 6, decisionReason: "审计结束" });

    const events = await sql`select event, from_state, to_state, version, client, organization_id, reason from workflow_event where type = 'SharingGrant' and row_id = ${grant.id.split("_")[1]!} order by version`;
    expect(events.map((event) => ["event", "from_state", "to_state", "version", "client", "reason"].map((key) => event[key] as unknown))).toEqual([
      ["requestSharing", null, "REQUESTED", 1, "department", null],
      ["beginSharingReview", "REQUESTED", "REVIEWING", 2, "personnel", null],
      ["grantSharing", "REVIEWING", "ACTIVE", 3, "personnel", "符合条例"],
      ["suspendSharing", "ACTIVE", "SUSPENDED", 4, "creditLead", "核查用量"],
      ["resumeSharing", "SUSPENDED", "ACTIVE", 5, "personnel", "核查完毕"],
      ["revokeSharing", "ACTIVE", "REVOKED", 6, "personnel", "审计结束"],
    ]);
    expect(events.map((event) => String(event["organization_id"]))).toEqual([bodies.countyAudit, bodies.countyPersonnel, bodies.countyPersonnel, bodies.provinceDevelopmentReform, bodies.countyPersonnel, bodies.countyPersonnel].map(({ id }) => id));
    const kept = await sql`select state from sharing_grant_history where id = ${grant.id.split("_")[1]!} order by version`;
    expect(kept.map(({ state }) => String(state))).toEqual(["REQUESTED", "REVIEWING", "ACTIVE", "SUSPENDED", "ACTIVE"]);
  });

  it("a refusal says why", async () => {
    const grant = await requested();
    for (const reason of [undefined, "", "   "]) expect((await grant.step("personnel", "refuseSharing", { reason })).refused).toEqual(["REASON_REQUIRED input.reason"]);
    expect((await grant.step("personnel", "refuseSharing", { reason: "用途不明" })).row).toMatchObject({ state: "REFUSED", decisionReason: "用途不明", decidedOn: expect.any(String), version: 2 });
    for (const event of ["suspendSharing", "resumeSharing", "revokeSharing"]) expect((await grant.step("personnel", event, { reason: " " })).refused).toEqual(["REASON_REQUIRED input.reason"]);
  });

  it("the body that has asked can take it back until it is decided", async () => {
    for (const reviewed of [false, true]) {
      const grant = await requested();
      if (reviewed) await grant.step("personnel", "beginSharingReview");
      for (const other of ["personnel", "creditLead", "court"] as const) expect((await grant.step(other, "withdrawSharing")).refused).toEqual(["NOT_ALLOWED"]);
      expect((await grant.step("department", "withdrawSharing")).row).toMatchObject({ state: "WITHDRAWN" });
    }
    const granted = await requested();
    await granted.step("personnel", "grantSharing");
    expect((await granted.step("department", "withdrawSharing")).refused).toEqual(["FORBIDDEN_TRANSITION"]);
  });

  it("what the state does not allow is answered with what it does, and the row as it is", async () => {
    const grant = await requested();
    const early = await grant.step("personnel", "suspendSharing", { reason: "x" });
    expect([early.refused, early.row!["state"]]).toEqual([["FORBIDDEN_TRANSITION"], "REQUESTED"]);
    expect(early.messages).toEqual(["suspendSharing is not possible in the state REQUESTED; possible are: beginSharingReview, grantSharing, refuseSharing, withdrawSharing."]);
    await grant.step("personnel", "grantSharing");
    expect((await grant.step("personnel", "grantSharing")).messages).toEqual(["grantSharing is not possible in the state ACTIVE; possible are: suspendSharing, revokeSharing."]);
    await grant.step("personnel", "revokeSharing", { reason: "x" });
    expect((await grant.step("personnel", "resumeSharing", { reason: "x" })).messages).toEqual(["resumeSharing is not possible in the state REVOKED; possible are: nothing at present."]);
  });

  it("a version that is no longer that of the row is refused with the present one", async () => {
    const grant = await requested();
    await grant.step("personnel", "beginSharingReview");
    for (const version of [1, 3, 0, -1]) {
      const stale = await grant.step("personnel", "grantSharing", { version });
      expect([stale.refused, stale.row!["version"], stale.row!["state"]]).toEqual([["STALE_VERSION input.version"], 2, "REVIEWING"]);
      expect(stale.messages[0]).toContain("its version is 2");
    }
  });

  it("of decisions at the same time on one version exactly one is made", async () => {
    const grant = await requested();
    const decisions = await Promise.all([
      ...Array.from({ length: 4 }, () => change("personnel", "grantSharing", { id: grant.id, version: 1 })),
      ...Array.from({ length: 4 }, () => change("creditLead", "refuseSharing", { id: grant.id, version: 1, reason: "x" })),
    ]);
    expect(decisions.filter(({ refused }) => refused.length === 0)).toHaveLength(1);
    expect(new Set(decisions.flatMap(({ refused }) => refused))).toEqual(new Set(["STALE_VERSION input.version"]));
    expect(await sql`select count(*)::int as n from workflow_event where row_id = ${grant.id.split("_")[1]!}`).toEqual([{ n: 2 }]);
  });

  it("a grant that is not there is not found", async () => {
    const { refused, row } = await change("personnel", "grantSharing", { id: "SharingGrant_00000000-0000-4000-8000-000000000000", version: 1 });
    expect([refused, row]).toEqual([["NOT_FOUND input.id"], null]);
  });
});

describe("Who decides", () => {
  it.each(["finance", "otherPersonnel", "supervision", "court", "tradingCentre", "housing", "investment", "centralBank"] as const)("is not %s, a body that has nothing to do with it", async (persona) => {
    const grant = await requested();
    for (const event of ["beginSharingReview", "grantSharing", "refuseSharing"]) {
      const { refused, row } = await grant.step(persona, event, event === "refuseSharing" ? { reason: "x" } : {});
      expect([refused, row!["state"]]).toEqual([["NOT_ALLOWED"], "REQUESTED"]);
    }
  });

  it("is the lead body for social credit as well", async () => {
    const grant = await requested();
    await grant.step("creditLead", "beginSharingReview");
    expect((await grant.step("creditLead", "grantSharing")).row).toMatchObject({ state: "ACTIVE" });
  });

  it("is never who has asked, though it be that body", async () => {
    const own = await requested({}, "creditLead");
    for (const event of ["beginSharingReview", "grantSharing"]) expect((await own.step("creditLead", event)).refused).toEqual(["SELF_APPROVAL"]);
    await own.step("personnel", "grantSharing");
    await own.step("personnel", "suspendSharing", { reason: "x" });
    expect((await own.step("creditLead", "resumeSharing", { reason: "x" })).refused).toEqual(["SELF_APPROVAL"]);
    const department = await requested();
    expect((await department.step("department", "grantSharing")).refused).toEqual(["SELF_APPROVAL"]);
  });

  it("grants only what it reads itself", async () => {
    const grant = await requested({ fields: ["Official.name", "Bid.score"] });
    expect((await grant.step("personnel", "grantSharing")).refused).toEqual(["INVALID input.fields"]);
    expect((await grant.step("personnel", "grantSharing", { fields: ["Official.name"] })).row).toMatchObject({ state: "ACTIVE", fields: ["Official.name"], items: ["Official"] });
    const whole = await requested({ fields: ["Official.name", "Bid.score"] });
    expect((await whole.step("creditLead", "grantSharing")).row).toMatchObject({ state: "ACTIVE", items: ["Bid", "Official"] });
  });
});

describe("What is granted", () => {
  it("may be less than what was asked for in every respect", async () => {
    const grant = await requested();
    const less = { fields: ["Official.name"], scopeDivisionCode: "510104022", validFrom: day(10), validTo: day(20), dailyQuota: 5 };
    expect((await grant.step("personnel", "grantSharing", less)).row).toMatchObject({ state: "ACTIVE", items: ["Official"], ...less });
  });

  it("may bound what was asked for without a bound", async () => {
    const grant = await requested({ dailyQuota: null });
    expect((await grant.step("personnel", "grantSharing", { dailyQuota: 3 })).row).toMatchObject({ dailyQuota: 3 });
  });

  it.each<[string, object, string]>([
    ["more fields", { fields: ["Official.name", "Official.birthYear"] }, "fields"],
    ["other fields", { fields: ["Official.birthYear"] }, "fields"],
    ["fields that are not there", { fields: ["Official.nothing"] }, "fields"],
    ["no field", { fields: [] }, "fields"],
    ["a wider scope", { scopeDivisionCode: "510100" }, "scopeDivisionCode"],
    ["another scope", { scopeDivisionCode: "510105" }, "scopeDivisionCode"],
    ["a scope that is not there", { scopeDivisionCode: "510104999" }, "scopeDivisionCode"],
    ["an earlier beginning", { validFrom: day(-1) }, "validFrom"],
    ["a later end", { validTo: day(301) }, "validTo"],
    ["an end that is over", { validTo: day(-3) }, "validTo"],
    ["a beginning after the end", { validFrom: day(30), validTo: day(20) }, "validTo"],
    ["more questions", { dailyQuota: 51 }, "dailyQuota"],
    ["no question", { dailyQuota: 0 }, "dailyQuota"],
  ])("is never %s", async (_what, more, field) => {
    const grant = await requested();
    const { refused, row } = await grant.step("personnel", "grantSharing", more);
    expect(new Set(refused)).toEqual(new Set([`INVALID input.${field}`]));
    expect(row).toMatchObject({ state: "REQUESTED", version: 1 });
  });
});
