/**
 * Who may stand in front of the hub. An audience is the one notion of role: a client is registered with exactly one, a login role and a
 * pool of the database belong to it, and class and row rules are folded for it before any question is asked.
 */

/** Government bodies (政务部门): every one reads `shared` fields; what else it reads follows from its duty. */
export const bodyAudiences = [
  "department", // any department without a duty of its own below
  "finance", // 财政部门
  "personnel", // 组织、人力资源社会保障部门, within its 干部管理权限
  "supervision", // 监察委员会
  "creditLead", // 社会信用体系建设牵头部门 (发展改革部门)
  "court", // 人民法院
  "procuratorate", // 人民检察院
  "tradingCentre", // 公共资源交易中心
  "housing", // 住房城乡建设部门
  "investment", // 投资促进、经济合作部门
  "centralBank", // 中国人民银行
] as const;

/** Everybody who may ask, in the order in which the ledger prints them. */
export const audiences = [
  "public", // no token: the site, journalists, citizens
  "enterprise", // 市场主体, for itself
  "subject", // an official in the own window
  ...bodyAudiences,
  "auditor", // reads logs, no content
  "operator", // runs the platform, no content
] as const;

export type Audience = (typeof audiences)[number];
export type BodyAudience = (typeof bodyAudiences)[number];

const bodies: ReadonlySet<string> = new Set(bodyAudiences);

/** Whether the audience is a government body, which reads what is shared unconditionally (无条件共享). */
export const isBody = (audience: Audience): audience is BodyAudience => bodies.has(audience);
