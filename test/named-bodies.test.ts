import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies, enterprises, violationRecords } from "../src/exchange/demonstration/landmarks.ts";
import { changesOf, type Changed } from "./setup/change.ts";
import { csvOf, deliver, deliveringHub, type DeliveringHub } from "./setup/deliver.ts";
import { day } from "./setup/dishonesty.ts";

/** What is said to be about a body is public without a decision to publish: so it must say which body, and no kind makes a body of a person in business. */
let hub: DeliveringHub;
beforeAll(async () => {
  hub = await deliveringHub();
});
afterAll(() => hub?.close());
const change = changesOf(() => hub);

const violation = (no: string, further: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  sourceRecordNo: no, documentNo: "锦审〔2026〕9号", documentDate: day(-5), title: "串通投标", subjectName: "锦江区示例面馆", subjectUscc: "", divisionCode: "510104", issuingOrganizationName: "成都市锦江区审计局", issuedOn: day(-5), catalogItemCode: "SC-JY-CW", severity: "SERIOUS",
  subjectKind: "ENTERPRISE", conduct: "COLLUSION", factSummary: "与其他投标人串通。", penalty: "罚款。", ...further,
});
const found = async (no: string): Promise<{ readonly id: string; readonly version: number }> => {
  const [row] = await hub.sql<{ id: string; version: number }[]>`select 'ViolationRecord_' || id as id, version from violation_record where source_record_no = ${no}`;
  return { id: row!.id, version: row!.version };
};
async function reviewed(no: string, further: Readonly<Record<string, string>>): Promise<void> {
  expect(await deliver(hub, "department", "violation-records", csvOf(violation(no, further)))).toMatchObject({ state: "COMPLETED", faults: [] });
  expect((await change("creditLead", "reviewViolationDisclosure", await found(no))).refused).toEqual([]);
}
const publish = async (no: string): Promise<Changed> => change("countyCreditLead", "publishViolation", await found(no));
const seen = async (no: string): Promise<unknown> => (await hub.ask("public", `query ($id: ID!) { violationRecord(id: $id) { subjectName } }`, { id: (await found(no)).id })).body.data!["violationRecord"];
const traderCode = async (): Promise<string> => (await hub.sql<{ code: string }[]>`select subject_uscc as code from violation_record where id = ${violationRecords.soleTrader.id}`)[0]!.code;

describe("A record of a violation by an enterprise, as it says", () => {
  it("is not published where its code is that of a trader as a natural person, whatever the kind", async () => {
    await reviewed("B-1", { subjectUscc: await traderCode() });
    expect((await publish("B-1")).refused).toEqual(["INVALID input.id"]);
    expect(await seen("B-1")).toBeNull();
  });

  it("is returned to its source by deciding that it is not published, and needs a decision to publish once it says what it is about", async () => {
    await change("creditLead", "keepViolationUnpublished", { ...(await found("B-1")), reason: "主体类型有误。" });
    await reviewed("B-1", { subjectUscc: await traderCode(), subjectKind: "SOLE_TRADER" });
    expect((await publish("B-1")).refused).toEqual(["INVALID input.disclosureBasisId"]);
  });

  it("is not published by a name alone", async () => {
    await reviewed("B-2", { subjectName: "欧阳示例" });
    expect((await publish("B-2")).refused).toEqual(["INVALID input.id"]);
    expect(await seen("B-2")).toBeNull();
  });

  it("is published by the code of a firm, and by a firm of the register without its code", async () => {
    const { id, uscc } = enterprises.winner;
    await reviewed("B-3", { subjectUscc: uscc });
    await reviewed("B-4", { subjectOrganizationId: uscc });
    expect(await hub.sql`select subject_organization_id, subject_uscc from violation_record where source_record_no in ('B-3', 'B-4') order by source_record_no`).toEqual([{ subject_organization_id: null, subject_uscc: uscc }, { subject_organization_id: id, subject_uscc: null }]);
    for (const no of ["B-3", "B-4"]) {
      expect((await publish(no)).refused).toEqual([]);
      expect(await seen(no)).toEqual({ subjectName: "锦江区示例面馆" });
    }
  });
});

describe("A dishonesty record of a body", () => {
  it("is not taken without the body, as nothing can be put right in it once it was verified", async () => {
    const row = {
      sourceRecordNo: "B-9", documentDate: day(-5), title: "未履行承诺", subjectName: "欧阳示例", divisionCode: "510104", issuingOrganizationName: "成都市锦江区审计局", issuedOn: day(-5), catalogItemCode: "SC-ZW-SX", severity: "SERIOUS",
      subjectKind: "ORGANIZATION", sourceKind: "ARREARS", field: "DEBT", factSummary: "未履行。",
    };
    expect(await deliver(hub, "department", "dishonesty-records", csvOf(row))).toMatchObject({ state: "REJECTED", faults: ["2 subjectOrganizationId EMPTY"] });
  });
});

describe("A former identity of an organisation", () => {
  it("is none of a trader as a natural person: whoever reads the register of organisations would find the person by it", async () => {
    const row = { sourceRecordNo: "B-10", organizationId: bodies.countyAudit.uscc, name: "锦江区示例面馆", uscc: await traderCode() };
    expect(await deliver(hub, "department", "former-identities", csvOf(row))).toMatchObject({ state: "REJECTED", faults: ["2 uscc FORM"] });
  });
});
