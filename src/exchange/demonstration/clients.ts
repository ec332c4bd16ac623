import { audienceCode } from "../../catalog/audience-code.ts";
import type { Audience } from "../../catalog/audience.ts";
import type { client } from "../../domains/access/client.ts";
import type { NewRow } from "../../store/insert-rows.ts";
import { uuidOf } from "./chance.ts";
import { directory, type Persona } from "./personas.ts";

/** The client of somebody who writes an application of his own: answered as the public, with a budget of its own. */
const developer: Persona = Object.freeze({ audience: "public", body: null, jurisdiction: null, subject: null });

/** Every client of the demonstration data by its identifier: the personas, and the developer. */
export const demonstrationClients = Object.freeze({ ...directory, developer });

/** What they are called. */
const names: Readonly<Record<keyof typeof demonstrationClients, string>> = {
  department: "锦江区审计局业务系统",
  finance: "四川省财政厅财政管理系统",
  personnel: "锦江区人力资源和社会保障局干部档案系统",
  otherPersonnel: "涪城区人力资源和社会保障局干部档案系统",
  supervision: "成都市监察委员会办案系统",
  creditLead: "四川省发展和改革委员会社会信用系统",
  cityCreditLead: "成都市发展和改革委员会社会信用系统",
  countyCreditLead: "锦江区发展和改革局社会信用系统",
  court: "四川省高级人民法院执行系统",
  tradingCentre: "成都市公共资源交易中心交易系统",
  housing: "四川省住房和城乡建设厅建筑市场系统",
  investment: "四川省经济合作局招商系统",
  centralBank: "中国人民银行四川省分行征信系统",
  subject: "公职人员本人查询窗口",
  enterprise: "中标企业自查系统",
  auditor: "查阅日志审计系统",
  operator: "平台运维系统",
  developer: "第三方开发者应用",
};

/** Whom the law lets keep a look in an open case from the person concerned (监察、审判、检察). */
const mayHide: ReadonlySet<Audience> = new Set(["supervision", "court", "procuratorate"]);

/** A client for each persona, whose identifier is the persona's name, and a developer's. They have no credentials: their tokens are the demonstration's own. */
export function clientRows(): NewRow<typeof client>[] {
  return Object.entries(demonstrationClients).map(([name, { audience, body, jurisdiction }]) => ({
    id: uuidOf(`client/${name}`),
    clientId: name,
    name: names[name as keyof typeof names],
    organizationId: body,
    audience: audienceCode(audience),
    jurisdictionCode: jurisdiction,
    mayHide: mayHide.has(audience),
    contact: "演示数据",
    registeredBy: "demonstration",
  }));
}
