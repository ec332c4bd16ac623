import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { snakeCase } from "../src/catalog/snake-case.ts";
import { collectionMachine } from "../src/domains/dishonesty/collection-machine.ts";
import { dishonestyDisclosureMachine } from "../src/domains/dishonesty/dishonesty-disclosure-machine.ts";
import { violationDisclosureMachine } from "../src/domains/dishonesty/violation-disclosure-machine.ts";
import { dishonestyRecords } from "../src/exchange/demonstration/landmarks.ts";
import type { Machine } from "../src/workflow/machine.ts";
import { publicWordsOf } from "../src/workflow/public-words.ts";
import { mayKnowState, mayKnowTurn } from "../src/workflow/turn.ts";
import { day, dishonestyOf, type OnItsWay } from "./setup/dishonesty.ts";
import { testHub, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";
import { identityNumber } from "./setup/identity-number.ts";

/** Task 4 over HTTP (公开审查、公示): an accepted record is reviewed by one lead and published by another, or kept unpublished with the reason. */
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
const { of, reported, accepted, reviewed, look } = dishonestyOf(() => hub);

/** A story of the demonstration, in the version that it is in. */
const story = async (name: keyof typeof dishonestyRecords): Promise<OnItsWay> => {
  const [found] = await sql`select version from dishonesty_record where id = ${dishonestyRecords[name].id}`;
  return of(`DishonestyRecord_${dishonestyRecords[name].id}`, Number(found!["version"]));
};
const basisOf = async ({ uuid }: OnItsWay): Promise<string> => String((await sql`select disclosure_basis_id basis from dishonesty_record where id = ${uuid}`)[0]!["basis"]);
const timesOf = async ({ uuid }: OnItsWay): Promise<Record<string, boolean>> =>
  Object.fromEntries((await sql<{ clock: string; met: boolean }[]>`select clock, met_on is not null met from dishonesty_record_deadline where dishonesty_record_id = ${uuid} and clock in ('disclosure.publish', 'record.review')`).map(({ clock, met }) => [clock, met]));

describe("An accepted record", () => {
  it("is reviewed and published by another, and is everybody's then", async () => {
    const record = await accepted();
    expect(await record.done("countyCreditLead", "reviewDishonestyDisclosure")).toMatchObject({ disclosureState: "UNDER_DISCLOSURE_REVIEW" });
    expect(await timesOf(record)).toEqual({ "disclosure.publish": false, "record.review": false });
    const own = await record.step("countyCreditLead", "publishDishonesty");
    expect([own.refused, own.row]).toEqual([["SELF_APPROVAL"], expect.objectContaining({ disclosureState: "UNDER_DISCLOSURE_REVIEW" })]);
    expect(await look("public", record.id)).toBeNull();
    expect(await record.done("cityCreditLead", "publishDishonesty")).toMatchObject({ disclosureState: "PUBLISHED", displayFrom: day() });
    expect(await timesOf(record)).toEqual({ "disclosure.publish": true, "record.review": true });
    expect(await look("public", record.id, "title onDisplay disclosureState")).toEqual({ title: record.now()["title"], onDisplay: true, disclosureState: "PUBLISHED" });
  });

  it("is kept unpublished with the reason, and can be looked at again", async () => {
    const record = await reviewed();
    expect((await record.step("creditLead", "keepDishonestyUnpublished")).refused).toEqual(["REASON_REQUIRED input.reason"]);
    expect(await record.done("creditLead", "keepDishonestyUnpublished", { reason: "涉及未公开的商业秘密。" })).toMatchObject({ disclosureState: "NOT_PUBLIC", displayFrom: null });
    expect(await timesOf(record)).toEqual({ "disclosure.publish": true, "record.review": true });
    expect(await look("public", record.id)).toBeNull();
    await record.done("creditLead", "reviewDishonestyDisclosure");
    await record.done("cityCreditLead", "publishDishonesty");
  });

  it("is published by leads in whose divisions it is, and nobody else", async () => {
    const record = await reviewed();
    for (const by of ["department", "supervision", "finance", "public", "operator"] as const) expect((await record.step(by, "publishDishonesty")).errors[0]?.extensions["code"]).toBe("FORBIDDEN");
    const elsewhere = await story("elsewhere");
    for (const by of ["countyCreditLead", "cityCreditLead"] as const) expect((await elsewhere.step(by, "withdrawDishonesty", { reason: "不是本地的。" })).refused).toEqual(["NOT_ALLOWED"]);
    for (const by of ["countyCreditLead", "cityCreditLead"] as const) expect((await elsewhere.step(by, "redactDishonesty", { reason: "不是本地的。" })).refused).toEqual(["NOT_ALLOWED"]);
  });
});

describe("A record that the province has not accepted", () => {
  it("is not reviewed: nothing leads to the public but emptying it for good", async () => {
    const record = await reported();
    const { refused, messages } = await record.step("creditLead", "reviewDishonestyDisclosure");
    expect([refused, messages]).toEqual([["FORBIDDEN_TRANSITION"], ["reviewDishonestyDisclosure is not possible in the state NOT_PUBLIC; possible are: redactDishonesty."]]);
    expect((await record.step("creditLead", "publishDishonesty")).messages).toEqual(["publishDishonesty is not possible in the state NOT_PUBLIC; possible are: redactDishonesty."]);
  });
});

describe("Whoever asks for what is not his turn", () => {
  const possible = (state: string, events: string): string => `In the state ${state} possible are: ${events}.`;

  it("is told whose it is, and what is possible", async () => {
    const record = await reported();
    const asked = async (by: PersonaOrPublic, event: string, input: object = {}): Promise<unknown> => {
      const { refused, messages } = await record.step(by, event, input);
      return [...refused, ...messages];
    };
    const leadOf = (level: string): string => `the lead body for social credit of the ${level} of divisionCode`;
    const back = { reason: "退回。" };
    expect(await asked("cityCreditLead", "returnDishonesty", back)).toEqual(["NOT_ALLOWED", `returnDishonesty is not for this asker on this row: it is for ${leadOf("county")}. ${possible("REPORTED", "verifyDishonestyAtCounty, returnDishonesty")}`]);
    expect(await asked("creditLead", "verifyDishonestyAtCounty")).toEqual(["NOT_ALLOWED", `verifyDishonestyAtCounty is not for this asker on this row: it is for ${leadOf("county")}. ${possible("REPORTED", "verifyDishonestyAtCounty, returnDishonesty")}`]);
    await record.done("countyCreditLead", "verifyDishonestyAtCounty");
    expect(await asked("countyCreditLead", "returnDishonesty", back)).toEqual(["NOT_ALLOWED", `returnDishonesty is not for this asker on this row: it is for ${leadOf("city")}. ${possible("COUNTY_VERIFIED", "verifyDishonestyAtCity, returnDishonesty")}`]);
    await record.done("cityCreditLead", "verifyDishonestyAtCity");
    await record.done("creditLead", "acceptDishonesty");
    expect(await asked("cityCreditLead", "returnDishonesty", back)).toEqual(["NOT_ALLOWED", `returnDishonesty is not for this asker on this row: it is for nobody now. ${possible("ACCEPTED", "nothing at present")}`]);
    await record.done("cityCreditLead", "reviewDishonestyDisclosure");
    await record.done("creditLead", "publishDishonesty");
    expect(await asked("finance", "withdrawDishonesty", back)).toEqual(["NOT_ALLOWED", `withdrawDishonesty is not for this asker on this row: it is for the lead body for social credit in whose jurisdiction divisionCode lies, or a government body that sourceOrganizationId names. ${possible("PUBLISHED", "reportDishonestyAnnulment, withdrawDishonesty, redactDishonesty")}`]);
  });

  it("is told nothing of a record that is not there for him", async () => {
    const record = await reported();
    const absent = of("DishonestyRecord_00000000-0000-4000-8000-000000000000", 1);
    const [hidden, none] = [await record.step("finance", "withdrawDishonesty", { reason: "退回。" }), await absent.step("finance", "withdrawDishonesty", { reason: "退回。" })];
    expect([hidden.refused, hidden.messages]).toEqual([["NOT_FOUND input.id"], ["There is no such DishonestyRecord that the asker may know of."]]);
    expect([none.refused, none.messages]).toEqual([hidden.refused, hidden.messages]);
  });

  it("is told nothing that follows from what he does not read of a record that is: whether it was annulled, bodies know", () => {
    expect((["public", "enterprise", "subject", "operator", "department", "creditLead"] as const).filter((audience) => mayKnowState(audience, dishonestyDisclosureMachine))).toEqual(["department", "creditLead"]);
    expect((["public", "enterprise"] as const).filter((audience) => mayKnowTurn(audience, collectionMachine, "returnDishonesty"))).toEqual(["public", "enterprise"]);
  });
});

describe("A text with personal data is not published", () => {
  const number = identityNumber(7);
  it.each<[what: string, standing: object, given: object, field: string, message: string]>([
    ["an identity number that stands in the summary", { factSummary: `经办人身份证号${number}。` }, {}, "factSummary", "factSummary seems to hold an identity number at characters 8 to 25. Rewrite it."],
    ["a telephone that stands in the title", { title: "拖欠款项，电话13808123456" }, {}, "title", "title seems to hold a telephone number at characters 8 to 18. Rewrite it."],
    ["an identity number that is given with the title", {}, { title: `${number}失信` }, "title", "title seems to hold an identity number at characters 1 to 18. Rewrite it."],
    ["a telephone that is given with the summary", {}, { factSummary: "联系方式：13808123456" }, "factSummary", "factSummary seems to hold a telephone number at characters 6 to 16. Rewrite it."],
  ])("%s: where and what is told, and never the number", async (_what, standing, given, field, message) => {
    const record = await reviewed(standing);
    for (const reason of [undefined, "已核实，确可公开。"]) {
      const { refused, messages, answered } = await record.step("creditLead", "publishDishonesty", { ...given, ...(reason ? { reason } : {}) });
      expect([refused, messages]).toEqual([[`PERSONAL_DATA input.${field}`], [message]]);
      expect(JSON.stringify(answered.body.data!["publishDishonesty"]).replace(/"dishonestyRecord":\{[^}]*\}/, "")).not.toMatch(/13808123456|51\d{16}|\d{17}/);
    }
    expect(hub.logged.join("\n")).not.toMatch(new RegExp(`13808123456|${number}`));
    await record.done("creditLead", "publishDishonesty", { title: "成都市锦江区人民政府拖欠款项", factSummary: "未按约定支付款项。" });
  });

  it("what looks like a name can be explained, and a number beside it cannot", async () => {
    const record = await reviewed({ factSummary: "由副县长赵甲批准后未兑现。" });
    expect((await record.step("creditLead", "publishDishonesty")).messages).toEqual(["factSummary seems to hold a person's name at characters 5 to 6. Rewrite it, or say in reason why it is no personal data."]);
    expect((await record.step("creditLead", "publishDishonesty", { reason: "  " })).refused).toEqual(["PERSONAL_DATA input.factSummary"]);
    const both = await record.step("creditLead", "publishDishonesty", { factSummary: "由副县长赵甲批准后未兑现，电话13808123456。", reason: "赵甲为地名。" });
    expect(both.messages).toEqual(["factSummary seems to hold a telephone number at characters 16 to 26. Rewrite it."]);
    await record.done("creditLead", "publishDishonesty", { reason: "赵甲为地名。" });
    expect((await sql`select reason from dishonesty_record_step where dishonesty_record_id = ${record.uuid} and event = 'publishDishonesty'`)[0]).toEqual({ reason: "赵甲为地名。" });
    expect(await look("public", record.id, "factSummary")).toEqual({ factSummary: "由副县长赵甲批准后未兑现。" });
  });
});

describe("The name of somebody who is published as in charge of a body", () => {
  /** In the register of office-holders, as everybody reads it, and as nobody else in the data is called. */
  const holder = "欧阳示例";
  beforeAll(async () => {
    await sql`update office_holder o set name = n.name from (select id, row_number() over (order by id) place from office_holder where held_to is null limit 2) h join unnest(array[${holder}, '阿示 · 例甲']) with ordinality n(name, place) using (place) where o.id = h.id`;
    expect((await hub.ask("public", `query ($name: String!) { officeHolders(where: { name: { eq: $name } }) { totalCount } }`, { name: holder })).body.data).toEqual({ officeHolders: { totalCount: 1 } });
  });

  it("is found wherever it stands in what is to be public and however it is spaced, and can be explained", async () => {
    const record = await reviewed({ title: `关于${holder}的认定`, factSummary: "经欧阳 示例和阿示例甲批准后未兑现。" });
    expect((await record.step("creditLead", "publishDishonesty")).messages).toEqual([
      "title seems to hold a person's name at characters 3 to 6. Rewrite it, or say in reason why it is no personal data.",
      "factSummary seems to hold a person's name at characters 2 to 6. Rewrite it, or say in reason why it is no personal data.",
      "factSummary seems to hold a person's name at characters 8 to 11. Rewrite it, or say in reason why it is no personal data.",
    ]);
    await record.done("creditLead", "publishDishonesty", { title: "关于未兑现承诺的认定", reason: "该批准为公开任命文件所载。" });
    expect((await record.step("creditLead", "withdrawDishonesty", { reason: `经${holder}复核，认定有误。` })).refused).toEqual(["PERSONAL_DATA input.reason"]);
  });

  it("is told apart from that of somebody whom the register does not have: no text can be tried against what is closed", async () => {
    const [closed] = await sql<[{ name: string }]>`select name from official where name not in (select name from office_holder) and char_length(name) = 3 order by id limit 1`;
    const record = await reviewed({ title: `关于${closed.name}的认定` });
    await record.done("creditLead", "publishDishonesty");
  });
});

describe("Whatever everybody is going to read of a record is looked through", () => {
  const telephone = "电话13808123456";
  const given = ["documentNo", "title", "issuingOrganizationName", "factSummary"];

  it.each([...given, "subjectName", "subjectPost", "stopReason"])("%s", async (key) => {
    const record = await reviewed();
    await sql`update dishonesty_record set ${sql(snakeCase(key))} = ${telephone} where id = ${record.uuid}`;
    const { refused, messages } = await record.step("creditLead", "publishDishonesty", { reason: "已核实，确可公开。" });
    expect([refused, messages]).toEqual(given.includes(key) ? [[`PERSONAL_DATA input.${key}`], [`${key} seems to hold a telephone number at characters 3 to 13. Rewrite it.`]] : [["PERSONAL_DATA input.id"], [`${key} seems to hold a telephone number at characters 3 to 13. It cannot be rewritten here, and must not become public.`]]);
    if (!given.includes(key)) return;
    await record.done("creditLead", "publishDishonesty", { [key]: "改写后的文本" });
    expect(await look("public", record.id, key)).toEqual({ [key]: "改写后的文本" });
  });

  it.each<[what: string, machine: Machine, event: string, codes: readonly string[]]>([
    ["a dishonesty record", dishonestyDisclosureMachine, "publishDishonesty", []],
    ["a violation record", violationDisclosureMachine, "publishViolation", ["subjectUscc"]],
  ])("of %s all that is open and a text, but for numbers of the hub and codes", (_what, machine, event, codes) => {
    const { fields, storage: { places } } = machine.type;
    const texts = Object.keys(fields).filter((key) => fields[key]!.class === "open" && places[key]!.column.getSQLType().startsWith("text") && !places[key]!.column.enumValues);
    expect(texts.filter((key) => !publicWordsOf(machine, event).fields.includes(key)).sort()).toEqual(["catalogItemCode", "divisionCode", "recordNo", ...codes]);
  });

  it("a name where the law lets somebody be named, and a number nowhere", async () => {
    const record = await reviewed();
    await sql`update dishonesty_record set subject_post = '副县长赵甲' where id = ${record.uuid}`;
    await record.done("creditLead", "publishDishonesty");
  });

  it("what its files are called that are for publication, and no others", async () => {
    const record = await reviewed();
    await sql`insert into attachment (record_no, dishonesty_record_id, title, media_type, bytes, is_publishable) select 'ATT-' || n, ${record.uuid}, ${telephone}, 'application/pdf', 1, n = 'SHOWN' from unnest(array['SHOWN', 'CLOSED']) n`;
    expect(await record.step("creditLead", "publishDishonesty", { reason: "已核实。" })).toMatchObject({ refused: ["PERSONAL_DATA input.id"], messages: ["attachments.title seems to hold a telephone number at characters 3 to 13. It cannot be rewritten here, and must not become public."] });
    await sql`update attachment set title = '副县长赵甲签发的决定书' where record_no = 'ATT-SHOWN'`;
    expect((await record.step("creditLead", "publishDishonesty")).messages).toEqual(["attachments.title seems to hold a person's name at characters 4 to 5. It cannot be rewritten here: say in reason why it is no personal data."]);
    await record.done("creditLead", "publishDishonesty", { reason: "赵甲为地名。" });
    expect(await look("public", record.id, "attachments { nodes { title } }")).toEqual({ attachments: { nodes: [{ title: "副县长赵甲签发的决定书" }] } });
  });

  it("the decision to publish, which becomes public with it", async () => {
    const record = await story("officialToBePublished");
    const basis = await basisOf(record);
    const [standing] = await sql<[{ reason: string }]>`select reason from disclosure_basis where id = ${basis}`;
    await sql`update disclosure_basis set reason = ${telephone} where id = ${basis}`;
    expect(await record.step("creditLead", "publishDishonesty")).toMatchObject({ refused: ["PERSONAL_DATA input.disclosureBasisId"], messages: ["disclosureBasis.reason seems to hold a telephone number at characters 3 to 13. It cannot be rewritten here, and must not become public."] });
    await sql`update disclosure_basis set reason = ${standing.reason} where id = ${basis}`;
  });
});

describe("A record that could not be displayed is not published", () => {
  const window = "The last day on which the record may be displayed comes before displayFrom, or is over already.";
  const noWindow = "Records of this severity are not displayed by the periods in force, or the date of the document is missing.";
  it.each<[what: string, standing: object, given: object, refused: string, message: string]>([
    ["as minor acts are not", { severity: "MINOR" }, {}, "INVALID input.id", noWindow],
    ["as its window is over", { severity: "GENERAL", issuedOn: "2025-06-01", documentDate: "2025-06-01" }, {}, "INVALID input.displayFrom", window],
    ["as its first day would come after its last", { severity: "GENERAL" }, { displayFrom: day(400) }, "INVALID input.displayFrom", window],
    ["as its first day is over", {}, { displayFrom: day(-1) }, "INVALID input.displayFrom", "displayFrom may not be a day that is over."],
  ])("%s", async (_what, standing, given, refused, message) => {
    const record = await reviewed(standing);
    const answer = await record.step("creditLead", "publishDishonesty", given);
    expect([answer.refused, answer.messages]).toEqual([[refused], [message]]);
  });

  it("as it has no date of a document", async () => {
    const record = await accepted();
    await sql`update dishonesty_record set document_date = null where id = ${record.uuid}`;
    await record.done("cityCreditLead", "reviewDishonestyDisclosure");
    expect((await record.step("creditLead", "publishDishonesty")).messages).toEqual([noWindow]);
  });
});

describe("A record about an official", () => {
  it("is not published without a decision to publish, nor by one that whoever publishes does not know of", async () => {
    const record = await story("officialToBePublished");
    const basis = await basisOf(record);
    await sql`update dishonesty_record set disclosure_basis_id = null where id = ${record.uuid}`;
    expect(await record.step("creditLead", "publishDishonesty")).toMatchObject({ refused: ["INVALID input.disclosureBasisId"], messages: [expect.stringContaining("public by a decision to publish alone")] });
    const hidden = await record.step("creditLead", "publishDishonesty", { disclosureBasisId: `DisclosureBasis_${basis}` });
    const absent = await record.step("creditLead", "publishDishonesty", { disclosureBasisId: "DisclosureBasis_00000000-0000-4000-8000-000000000000" });
    expect([hidden.refused, hidden.messages]).toEqual([["INVALID input.disclosureBasisId"], ["There is no such decision to publish that the asker may know of."]]);
    expect([absent.refused, absent.messages]).toEqual([hidden.refused, hidden.messages]);
    await sql`update dishonesty_record set disclosure_basis_id = ${basis} where id = ${record.uuid}`;
  });

  it("is not published ahead of its day, as its decision would tell of it", async () => {
    const { refused } = await (await story("officialToBePublished")).step("creditLead", "publishDishonesty", { displayFrom: day(1) });
    expect(refused).toEqual(["INVALID input.displayFrom"]);
  });

  it("is not published by a decision that no longer holds", async () => {
    const record = await story("officialToBePublished");
    const basis = await basisOf(record);
    await sql`update disclosure_basis set expires_on = ${day(-1)} where id = ${basis}`;
    const over = await record.step("creditLead", "publishDishonesty");
    expect([over.refused, over.messages]).toEqual([["INVALID input.disclosureBasisId"], ["The decision to publish ends before displayFrom: a person is not named by it any more."]]);
    await sql`update disclosure_basis set expires_on = null where id = ${basis}`;
  });

  it("is public with its decision, from the same moment, and neither is before", async () => {
    const record = await story("officialToBePublished");
    const basis = await basisOf(record);
    const basisSeen = async () => ((await hub.ask("public", `query ($id: ID!) { disclosureBasis(id: $id) { citation publishedAt } }`, { id: `DisclosureBasis_${basis}` })).body.data!)["disclosureBasis"] as { publishedAt: string } | null;
    expect([await look("public", record.id), await basisSeen()]).toEqual([null, null]);
    await record.done("creditLead", "publishDishonesty");
    expect(await look("public", record.id, "subjectKind disclosureBasis { id }")).toEqual({ subjectKind: "OFFICIAL", disclosureBasis: { id: `DisclosureBasis_${basis}` } });
    expect((await basisSeen())!.publishedAt.slice(0, 10)).toBe(new Date().toISOString().slice(0, 10));
    expect(await sql`select recorded_at = published_at same from disclosure_basis where id = ${basis}`).toEqual([{ same: true }]);
  });

  it("withdrawn, leaves a notice without the name", async () => {
    const record = await story("official");
    const { subjectName, recordNo } = (await look("public", record.id, "subjectName recordNo"))!;
    await record.done("creditLead", "withdrawDishonesty", { reason: "原列入决定已被撤销。" });
    const { nodes } = (await hub.ask("public", `query ($no: String!) { disclosureNotices(where: { recordNo: { eq: $no } }) { nodes { kind subjectName reason } } }`, { no: recordNo })).body.data!["disclosureNotices"] as { nodes: unknown[] };
    expect(nodes).toEqual([{ kind: "WITHDRAWAL", subjectName: null, reason: "原列入决定已被撤销。" }]);
    expect(await look("public", record.id)).toBeNull();
    expect(JSON.stringify(await sql`select * from disclosure_notice where record_no = ${String(recordNo)}`)).not.toContain(String(subjectName));
  });
});
