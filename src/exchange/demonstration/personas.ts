import type { Audience } from "../../catalog/audience.ts";
import { bodies, enterprises, officials } from "./landmarks.ts";

/** As whom one may try the hub: an audience, and whose eyes it looks through. Identifiers are those of the database. */
export interface Persona {
  readonly audience: Audience;
  /** The body or firm that the persona belongs to. */
  readonly body: string | null;
  /** Code of the division whose subtree is its jurisdiction. */
  readonly jurisdiction: string | null;
  /** The official whose own window it is. */
  readonly subject: string | null;
}

const of = (audience: Audience, { id, divisionCode }: { readonly id: string; readonly divisionCode: string }): Persona => ({
  audience, body: id, jurisdiction: divisionCode, subject: null,
});
const nobody = (audience: Audience): Persona => ({ audience, body: null, jurisdiction: null, subject: null });

/** The demonstration personas, who exist in the demonstration data only. */
export const directory = Object.freeze({
  department: of("department", bodies.countyAudit), // 锦江区审计局
  finance: of("finance", bodies.provinceFinance), // 四川省财政厅
  personnel: of("personnel", bodies.countyPersonnel), // 锦江区人力资源和社会保障局
  otherPersonnel: of("personnel", bodies.otherCountyPersonnel), // 涪城区人力资源和社会保障局
  supervision: of("supervision", bodies.prefectureSupervision), // 成都市监察委员会
  creditLead: of("creditLead", bodies.provinceDevelopmentReform), // 四川省发展和改革委员会
  cityCreditLead: of("creditLead", bodies.prefectureDevelopmentReform), // 成都市发展和改革委员会
  countyCreditLead: of("creditLead", bodies.countyDevelopmentReform), // 锦江区发展和改革局
  court: of("court", bodies.highCourt), // 四川省高级人民法院
  tradingCentre: of("tradingCentre", bodies.prefectureTradingCentre), // 成都市公共资源交易中心
  housing: of("housing", bodies.provinceHousing), // 四川省住房和城乡建设厅
  investment: of("investment", bodies.provinceInvestment), // 四川省经济合作局
  centralBank: of("centralBank", bodies.centralBank), // 中国人民银行四川省分行
  subject: { ...nobody("subject"), subject: officials.subject.id },
  enterprise: { ...nobody("enterprise"), body: enterprises.winner.id }, // the firm that won the showcase county's awarded tender
  auditor: nobody("auditor"),
  operator: nobody("operator"),
} satisfies Readonly<Record<string, Persona>>);

export type PersonaName = keyof typeof directory;
