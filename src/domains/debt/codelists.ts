import { codelist } from "../../catalog/codelist.ts";

export const debtKind = codelist("DebtKind", "Kinds of government debt (债务类型).", {
  GENERAL: { en: "General debt", zh: "一般债务" },
  SPECIAL: { en: "Special debt", zh: "专项债务" },
});

export const arrearsKind = codelist("ArrearsKind", "Which rules see to the payment of what is owed to a firm (拖欠类型).", {
  SME: { en: "Owed to a small or medium-sized firm", zh: "拖欠中小企业款项" },
  ENGINEERING: { en: "Owed for works", zh: "拖欠工程款" },
});

export const disclosedDocument = codelist("DisclosedDocument", "What a government has to publish about its budget and its debt (应公开的文件).", {
  BUDGET: { en: "Budget", zh: "预算" },
  FINAL_ACCOUNTS: { en: "Final accounts", zh: "决算" },
  LIMIT: { en: "Debt limit", zh: "债务限额" },
  BALANCE: { en: "Debt balance", zh: "债务余额" },
  BOND: { en: "Issue of bonds", zh: "债券发行" },
});

export const ratingOutlook = codelist("RatingOutlook", "Where a rating is expected to go (评级展望).", {
  POSITIVE: { en: "Positive", zh: "正面" },
  STABLE: { en: "Stable", zh: "稳定" },
  NEGATIVE: { en: "Negative", zh: "负面" },
});

export const debtRiskLevel = codelist("DebtRiskLevel", "Levels of the early warning of debt risk, by colour (债务风险等级).", {
  RED: { en: "Red", zh: "红" },
  ORANGE: { en: "Orange", zh: "橙" },
  YELLOW: { en: "Yellow", zh: "黄" },
  GREEN: { en: "Green", zh: "绿" },
});
