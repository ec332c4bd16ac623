import { bodyId } from "./bodies.ts";
import { uuidOf } from "./chance.ts";

const cityLead = bodyId("510100", "developmentReform");

const period = { kind: "DISPLAY_PERIOD" as const, catalogItemCode: "SC-ZW-SX", thresholdCode: null, name: null, value: null, unit: null, divisionCode: "510000" };

/** Rows of PolicyChange: how the display of general records came to be as it is, and a proposal that nobody has decided on. */
export const policyChangeRows = () => [
  {
    ...period, id: uuidOf("policy-change/general"), changeNo: "ZB-2026-1F7A40C2", versionCode: "SC-ZW-SX/GENERAL@2026-04-01", severity: "GENERAL" as const, isDisplayed: true, minMonths: 3, maxMonths: 12, effectiveFrom: "2026-04-01",
    basisCitation: "信用修复管理办法", confidence: "SECONDARY" as const, note: "信用修复管理办法施行，一般失信信息最短公示三个月、最长公示一年。", state: "APPROVED" as const, proposedOn: "2026-02-10", decidedOn: "2026-03-05", proposedById: cityLead, decisionReason: "与办法一致。",
    proposedBy: "cityCreditLead", decidedBy: "creditLead", version: 2,
  },
  {
    ...period, id: uuidOf("policy-change/minor"), changeNo: "ZB-2026-8D03B6E9", versionCode: "SC-ZW-SX/MINOR@2027-01-01", severity: "MINOR" as const, isDisplayed: true, minMonths: 0, maxMonths: 3, effectiveFrom: "2027-01-01",
    basisCitation: "信用修复管理办法", confidence: "PROPOSED" as const, note: "建议对确有必要公示的轻微失信信息设定公示期。", state: "PROPOSED" as const, proposedOn: "2026-11-20", decidedOn: null, proposedById: cityLead, decisionReason: null,
    proposedBy: "cityCreditLead", decidedBy: null, version: 1,
  },
];
