import { codelist } from "../../catalog/codelist.ts";

export const measureKind = codelist("MeasureKind", "Whether a measure rewards good faith or answers bad faith (措施类型).", {
  INCENTIVE: { en: "Incentive", zh: "守信激励" },
  SANCTION: { en: "Sanction", zh: "失信惩戒" },
});

export const measureTargetKind = codelist("MeasureTargetKind", "To whom a measure may be applied (措施适用对象).", {
  GOVERNMENT_BODY: { en: "Government body", zh: "政府部门、机构" },
  OFFICIAL: { en: "Civil servant", zh: "公务员" },
  ENTERPRISE: { en: "Enterprise or other organisation", zh: "企业和其他组织" },
});
