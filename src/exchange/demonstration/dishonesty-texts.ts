import type { dishonestySource, integrityField } from "../../domains/dishonesty/codelists.ts";
import type { Duty } from "./bodies.ts";

export type IntegrityField = (typeof integrityField.values)[number];
export type DishonestySource = (typeof dishonestySource.values)[number];

/** What a body did, by field: the title after its name, and the facts as they can be published; no text names a person or a firm. */
export const acts: Readonly<Record<IntegrityField, readonly { readonly title: string; readonly facts: string }[]>> = {
  PROCUREMENT: [
    { title: "逾期支付政府采购合同款", facts: "政府采购合同验收合格后，未在约定期限内支付合同款。" },
    { title: "未按采购文件签订合同", facts: "中标通知书发出后三十日内，未按采购文件确定的事项签订合同。" },
  ],
  PPP: [{ title: "未按约支付可用性服务费", facts: "未按特许经营协议约定的期限和金额支付可用性服务费。" }],
  BIDDING: [
    { title: "在招标文件中设置不合理条件", facts: "以与项目无关的业绩和注册地条件限制潜在投标人。" },
    { title: "逾期退还投标保证金", facts: "签订合同后五日内未退还中标人和未中标人的投标保证金。" },
  ],
  INVESTMENT: [
    { title: "未兑现招商引资政策承诺", facts: "投资协议约定的产业扶持资金逾期未兑付。" },
    { title: "以负责人变动为由不履行投资协议", facts: "以机构调整、人员变动为由不履行依法订立的投资协议。" },
  ],
  DEBT: [{ title: "拖欠中小企业账款", facts: "工程竣工结算后，逾期未支付中小企业账款。" }],
  TOWNSHIP: [{ title: "未履行公开承诺的惠民事项", facts: "向社会公开承诺的惠民事项逾期未办理，也未说明理由。" }],
  OTHER: [{ title: "未按承诺时限办理行政许可", facts: "公开承诺的办理时限届满后，仍未作出许可决定。" }],
};

/** In which fields a body of a duty is met; bodies of other duties have no records here. */
export const fieldsOf: Partial<Readonly<Record<Duty, readonly IntegrityField[]>>> = {
  government: ["INVESTMENT", "DEBT", "TOWNSHIP"],
  developmentReform: ["PPP", "OTHER", "PROCUREMENT"],
  finance: ["PROCUREMENT", "DEBT"],
  personnel: ["OTHER", "PROCUREMENT"],
  housing: ["BIDDING", "DEBT", "PPP"],
  audit: ["PROCUREMENT"],
  tradingCentre: ["BIDDING"],
  investment: ["INVESTMENT"],
};

/** How it was established, by what the record rests on. */
export const findings: Readonly<Record<DishonestySource, string>> = {
  JUDGMENT: "经人民法院生效判决确认。",
  PENALTY: "经行政处罚决定认定。",
  DISCIPLINE: "经处分决定认定。",
  ACCOUNTABILITY: "经问责决定认定。",
  CONTRACT_DEFAULT: "经核实并督促后仍未履行，认定为违约失信。",
  ARREARS: "经核实，逾期账款属实。",
  ENFORCEMENT_DEFAULT: "未履行生效法律文书确定的义务，被列为失信被执行人。",
};

/** Number of the decision, as each kind is numbered; 演示 ("demonstration") marks it as made up. */
export function decisionNo(kind: DishonestySource, year: string, serial: number): string {
  if (kind === "JUDGMENT") return `（${year}）演示民终${serial}号`;
  if (kind === "ENFORCEMENT_DEFAULT") return `（${year}）演示执${serial}号`;
  const word = { PENALTY: "罚", DISCIPLINE: "政处", ACCOUNTABILITY: "问", CONTRACT_DEFAULT: "信认", ARREARS: "欠认" }[kind];
  return `演示${word}〔${year}〕${serial}号`;
}
