import { audiences, type Audience } from "./audience.ts";
import { codelist, type Code, type Codelist } from "./codelist.ts";

/** `tradingCentre` → `TRADING_CENTRE`: an audience as a code of the graph and of the database. */
export const audienceCode = (audience: Audience): string => audience.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** The audience behind a code; undefined for no code of one. */
export const audienceOf = (code: string): Audience | undefined => audiences.find((audience) => audienceCode(audience) === code);

const words: Readonly<Record<Audience, Code>> = {
  public: { en: "The public, and developers of their own applications", zh: "社会公众" },
  enterprise: { en: "An enterprise, for itself", zh: "市场主体" },
  subject: { en: "The person concerned, in the own window", zh: "本人" },
  department: { en: "A department", zh: "政务部门" },
  finance: { en: "A finance department", zh: "财政部门" },
  personnel: { en: "A personnel body", zh: "组织人事部门" },
  supervision: { en: "A supervisory commission", zh: "监察委员会" },
  creditLead: { en: "The lead body for social credit", zh: "信用牵头部门" },
  court: { en: "A court", zh: "人民法院" },
  procuratorate: { en: "A procuratorate", zh: "人民检察院" },
  tradingCentre: { en: "A public resource trading centre", zh: "公共资源交易中心" },
  housing: { en: "A housing department", zh: "住房城乡建设部门" },
  investment: { en: "An investment promotion body", zh: "投资促进部门" },
  centralBank: { en: "The central bank's branch", zh: "中国人民银行" },
  auditor: { en: "An auditor of the log", zh: "审计人员" },
  operator: { en: "The platform's operator", zh: "平台运维" },
};

/** As whom somebody asks. */
export const audienceCodes: Codelist = codelist("Audience", "As whom somebody asks (访问身份).", Object.fromEntries(audiences.map((audience) => [audienceCode(audience), words[audience]])));
