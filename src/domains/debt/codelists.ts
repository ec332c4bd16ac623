import { codelist } from "../../catalog/codelist.ts";

export const debtKind = codelist("DebtKind", "Kinds of government debt (债务类型).", {
  GENERAL: { en: "General debt", zh: "一般债务" },
  SPECIAL: { en: "Special debt", zh: "专项债务" },
});
