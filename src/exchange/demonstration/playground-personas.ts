import { directory, type PersonaName } from "./personas.ts";

interface Told {
  readonly en: string;
  readonly zh: string;
  /** The example question that shows best what the persona may know, `<domain>/<name>`. */
  readonly first: string;
}

const told = {
  department: { en: "Audit bureau of Jinjiang", zh: "锦江区审计局", first: "access/granted-officials" },
  finance: { en: "Finance department of Sichuan", zh: "四川省财政厅", first: "debt/risk-assessments" },
  personnel: { en: "Personnel bureau of Jinjiang", zh: "锦江区人社局", first: "reference/official" },
  otherPersonnel: { en: "Personnel bureau of Fucheng", zh: "涪城区人社局", first: "access/granted-for-appointment" },
  supervision: { en: "Supervisory commission of Chengdu", zh: "成都市监察委员会", first: "dishonesty/official-record" },
  creditLead: { en: "Development and reform commission of Sichuan", zh: "四川省发展改革委", first: "dishonesty/dishonesty-records" },
  cityCreditLead: { en: "Development and reform commission of Chengdu", zh: "成都市发展改革委", first: "dishonesty/deadlines" },
  countyCreditLead: { en: "Development and reform bureau of Jinjiang", zh: "锦江区发展改革局", first: "dishonesty/collection" },
  court: { en: "High court of Sichuan", zh: "四川省高级人民法院", first: "access/granted-arrears" },
  tradingCentre: { en: "Trading centre of Chengdu", zh: "成都市公共资源交易中心", first: "bidding/notices" },
  housing: { en: "Housing department of Sichuan", zh: "四川省住建厅", first: "reference/enterprise" },
  investment: { en: "Economic cooperation bureau of Sichuan", zh: "四川省经济合作局", first: "reference/organization" },
  centralBank: { en: "Sichuan branch of the central bank", zh: "人民银行四川省分行", first: "debt/debt-service" },
  subject: { en: "An official in the own window", zh: "公职人员本人", first: "access/me-access-log" },
  enterprise: { en: "The firm that won a tender", zh: "中标企业", first: "bidding/payments" },
  auditor: { en: "Auditor of the access log", zh: "查阅日志审计员", first: "access/access-log" },
  operator: { en: "Operator of the platform", zh: "平台运维", first: "access/clients" },
} as const satisfies Readonly<Record<PersonaName, Told>>;

/** The personas as the playground shows them, in the order of the directory. */
export const playgroundPersonas = Object.freeze((Object.keys(directory) as PersonaName[]).map((name) => ({ name, title: { en: told[name].en, zh: told[name].zh }, first: told[name].first })));

/** The public's first question: it has data, and fields that the public is denied. */
export const firstOfPublic = "reference/organization";
