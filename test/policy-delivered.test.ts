import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvOf, deliver, deliveringHub, type DeliveringHub } from "./setup/deliver.ts";
import { day } from "./setup/dishonesty.ts";

/** Policy tables come from the operator as files. What has begun to hold is changed by a proposal and its approval alone: by a file, one client would say who is before the public. */
let hub: DeliveringHub;
beforeAll(async () => {
  hub = await deliveringHub();
});
afterAll(() => hub?.close());

const period = { versionCode: "SC-ZW-SX/SERIOUS@2026-04-01", catalogItemCode: "SC-ZW-SX", severity: "SERIOUS", isDisplayed: "true", minMonths: "12", maxMonths: "36", effectiveFrom: "2026-04-01", basisCitation: "信用修复管理办法", confidence: "SECONDARY" };
const threshold = { versionCode: "record.review@2018-03-01", code: "record.review", name: "公开审查期限", value: "900", unit: "WORKING_DAY", effectiveFrom: "2018-03-01", confidence: "KNOWN" };
const displayed = async (): Promise<unknown> => (await hub.ask("public", "{ dishonestyRecords { totalCount } }")).body.data;
const wordsOf = (table: string, versionCode: string) => hub.sql`select to_jsonb(t) - 'version' as words from ${hub.sql(table)} t where version_code = ${versionCode}`;

describe("A display period or a threshold that holds already", () => {
  it("is not rewritten by a file, so that nothing comes back before the public by it", async () => {
    const [before, row] = [await displayed(), await wordsOf("display_period", period.versionCode)];
    expect(row).toHaveLength(1);
    expect(await deliver(hub, "operator", "display-periods", csvOf({ ...period, maxMonths: "600" }))).toMatchObject({ state: "REJECTED", faults: ["2 versionCode DECIDED_ON"] });
    expect([await displayed(), await wordsOf("display_period", period.versionCode)]).toEqual([before, row]);
  });

  it("is not rewritten where it sets a time either", async () => {
    const [known] = await hub.sql<{ code: string; from: string }[]>`select version_code as code, effective_from::text as "from" from threshold where code = 'record.review' and effective_from <= hub_today()`;
    const row = await wordsOf("threshold", known!.code);
    expect(await deliver(hub, "operator", "thresholds", csvOf({ ...threshold, versionCode: known!.code, effectiveFrom: known!.from }))).toMatchObject({ state: "REJECTED", faults: ["2 versionCode DECIDED_ON"] });
    expect(await wordsOf("threshold", known!.code)).toEqual(row);
  });

  it("is, as long as it has yet to begin", async () => {
    const later = { ...period, versionCode: `SC-ZW-SX/SERIOUS@${day(40)}`, effectiveFrom: day(40), maxMonths: "24" };
    expect(await deliver(hub, "operator", "display-periods", csvOf(later))).toMatchObject({ state: "COMPLETED", rows: "1 1 0 1 0 0" });
    expect(await deliver(hub, "operator", "display-periods", csvOf({ ...later, maxMonths: "30" }))).toMatchObject({ state: "COMPLETED", rows: "1 1 0 0 1 0" });
  });
});
