import type { violationConduct } from "../../domains/dishonesty/codelists.ts";

export type Conduct = (typeof violationConduct.values)[number];

/** What was done, by conduct; no text names a person. */
export const violationActs: Readonly<Record<Conduct, { readonly title: string; readonly facts: string; readonly law: string }>> = {
  COLLUSION: { title: "串通投标", facts: "与其他投标人的投标文件异常一致，构成串通投标。", law: "《招标投标法》第五十三条" },
  FRAUD: { title: "提供虚假材料谋取成交", facts: "响应文件所附业绩证明与核实情况不符，构成弄虚作假。", law: "《政府采购法》第七十七条" },
  BRIBERY: { title: "以不正当手段谋取成交", facts: "向采购活动相关人员提供不正当利益。", law: "《政府采购法》第七十七条" },
  NON_PERFORMANCE: { title: "拒不履行中标合同", facts: "收到中标通知书后无正当理由拒绝签订和履行合同。", law: "《招标投标法》第六十条" },
  OTHER: { title: "拒绝监督检查", facts: "拒绝有关部门监督检查，提供虚假情况。", law: "《政府采购法》第七十七条" },
};

/** Whether it is done in bidding, where the department for housing decides; in procurement the finance department does. */
export const isInBidding = (conduct: Conduct): boolean => conduct === "COLLUSION" || conduct === "NON_PERFORMANCE";

/** What was imposed: a fine in whole 元, and for how many years the firm is kept out, 0 for none. */
export const penaltyText = (conduct: Conduct, fine: number, years: number): string =>
  `依据${violationActs[conduct].law}，处罚款${fine}元${years === 0 ? "" : `，${years}年内禁止参加依法必须进行的招标投标和政府采购活动`}。`;
