import { codelist } from "../../catalog/codelist.ts";

export const debtKind = codelist("DebtKind", "Kinds of government debt (债务类型).", {
  GENERAL: { en: "General debt", zh: "一般债务" },
  SPECIAL: { en: "Special debt", zh: "专项债务" },
});

export const arrearsKind = codelist("ArrearsKind", "Which rules see to the payment of what is owed to a firm (拖欠类型).", {
  SME: { en: "Owed to a small or medium-sized firm", zh: "拖欠中小企业款项" },
  ENGINEERING: { en: "Owed for works", zh: "拖欠工程款" },
});
