import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvOf, deliver, deliveringHub, type DeliveringHub } from "../setup/deliver.ts";

/** What is not shared with everybody must say on what condition it is, and what is closed by which law (政务信息资源目录编制指南). */
let hub: DeliveringHub;
beforeAll(async () => {
  hub = await deliveringHub();
});
afterAll(() => hub?.close());

const item = {
  code: "SC-JC-SL", name: "示例数据", category: "BASIC", typeName: null, providerName: "各级示例单位", providerCode: null, summary: "示例。", format: "CSV", disclosureClass: "OPEN", sharingCondition: null, sharingMethod: "SERVICE_CALL",
  openAttribute: "OPEN", updateCycle: "ON_CHANGE", secrecyAttribute: "NOT_SECRET", lowestLevel: "COUNTY", publishedOn: "2026-11-26", relatedCodes: null, basisCitation: "政府信息公开条例第20条",
} as const;
const deliveredAs = (cells: Partial<Record<keyof typeof item, string | null>>) => deliver(hub, "operator", "catalog-items", csvOf({ ...item, ...cells }));
const stored = async (): Promise<unknown> => (await hub.sql`select disclosure_class, sharing_condition from catalog_item where code = ${item.code}`)[0];

describe("A dataset", () => {
  it.each([["CONDITIONAL"], ["RESTRICTED"], ["有条件共享"], ["不予共享"]])("that is %s is refused without its condition, and nothing of it is taken", async (disclosureClass) => {
    expect(await deliveredAs({ disclosureClass })).toMatchObject({ state: "REJECTED", faults: ["2 sharingCondition EMPTY"] });
    expect(await stored()).toBeUndefined();
  });

  it("is refused too where the file has no column for the condition", async () => {
    const { sharingCondition: _none, ...others } = { ...item, disclosureClass: "RESTRICTED" };
    expect(await deliver(hub, "operator", "catalog-items", csvOf(others))).toMatchObject({ state: "REJECTED", faults: ["2 sharingCondition EMPTY"] });
  });

  it.each([["OPEN"], ["RESTRICTED"]])("that is %s is refused without the provision that it rests on", async (disclosureClass) => {
    expect(await deliveredAs({ disclosureClass, sharingCondition: "限审计。", basisCitation: null })).toMatchObject({ state: "REJECTED", faults: ["2 basisCitation EMPTY"] });
  });

  it("names its supplier by a code with the right check character, or by none", async () => {
    expect(await deliveredAs({ providerCode: "91350100M000100Y4Z" })).toMatchObject({ state: "REJECTED", faults: ["2 providerCode FORM"] });
  });

  it("that says it is taken, and one that is open needs no condition", async () => {
    expect(await deliveredAs({})).toMatchObject({ state: "COMPLETED" });
    expect(await deliveredAs({ disclosureClass: "CONDITIONAL", sharingCondition: "限审计。", providerCode: "91350100M000100Y43" })).toMatchObject({ state: "COMPLETED" });
    expect(await stored()).toEqual({ disclosure_class: "CONDITIONAL", sharing_condition: "限审计。" });
    expect(await deliveredAs({ disclosureClass: "RESTRICTED" })).toMatchObject({ state: "REJECTED" });
    expect(await stored()).toEqual({ disclosure_class: "CONDITIONAL", sharing_condition: "限审计。" });
  });
});
