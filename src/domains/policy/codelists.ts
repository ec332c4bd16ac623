import { codelist } from "../../catalog/codelist.ts";

export const confidence = codelist("Confidence", "How far a policy row has been checked against its source (核实程度).", {
  VERIFIED: { en: "Read in the primary text", zh: "已核原文" },
  SECONDARY: { en: "Read in secondary sources that agree", zh: "据二手资料" },
  KNOWN: { en: "General knowledge, not confirmed", zh: "待核实" },
  PROPOSED: { en: "The hub's own setting, for the competent authority to confirm", zh: "本枢纽拟定" },
});

export const calendarDayKind = codelist("CalendarDayKind", "How a day departs from the ordinary week (日期类型).", {
  HOLIDAY: { en: "Day off by the annual notice, weekends in the holiday included", zh: "放假" },
  MAKE_UP_WORKDAY: { en: "Weekend day that is worked in exchange", zh: "调休上班" },
});

export const thresholdUnit = codelist("ThresholdUnit", "Unit of a threshold (计量单位).", {
  CALENDAR_DAY: { en: "Calendar days", zh: "日" },
  WORKING_DAY: { en: "Working days", zh: "工作日" },
  MONTH: { en: "Months", zh: "月" },
  YEAR: { en: "Years", zh: "年" },
  PERCENT: { en: "Percent", zh: "百分比" },
  YUAN: { en: "Yuan", zh: "元" },
  COUNT: { en: "Count", zh: "个数" },
  RATE_PER_DAY: { en: "Fraction per day", zh: "日利率" },
});

export const catalogCategory = codelist("CatalogCategory", "Main classes of the catalogue of public credit information (目录分类).", {
  BASIC: { en: "Bodies, posts, people and projects", zh: "基础信息" },
  TRADING: { en: "Procurement, bidding and contracts", zh: "公共资源交易" },
  DEBT: { en: "Government debt and payments", zh: "政府债务与款项支付" },
  CREDIT: { en: "Dishonesty, incentives and redress", zh: "政务信用" },
  SUPERVISION: { en: "Monitoring, archives and supervision", zh: "监测监督" },
  POLICY: { en: "Laws and policy tables", zh: "法规政策" },
});

export const sharingMethod = codelist("SharingMethod", "How a body gets the data (共享方式).", {
  SERVICE_CALL: { en: "Call of a service of the hub", zh: "调用服务" },
  ONLINE_QUERY: { en: "Single query with purpose and case", zh: "联机查询" },
  ONLINE_BROWSING: { en: "Reading online, without a copy", zh: "在线浏览" },
});

export const openAttribute = codelist("OpenAttribute", "How far a dataset is open to the public (开放属性).", {
  OPEN: { en: "Open as a whole", zh: "向社会开放" },
  PARTLY_OPEN: { en: "Open in part: some items or some rows are not", zh: "部分开放" },
  CLOSED: { en: "Not open", zh: "不向社会开放" },
});

export const updateCycle = codelist("UpdateCycle", "How often a dataset is brought up to date (更新周期).", {
  REAL_TIME: { en: "In real time", zh: "实时" },
  DAILY: { en: "Every day", zh: "每日" },
  WITHIN_FIVE_WORKING_DAYS: { en: "Within five working days of receipt", zh: "收到后五个工作日内" },
  MONTHLY: { en: "Every month", zh: "每月" },
  QUARTERLY: { en: "Every quarter", zh: "每季度" },
  YEARLY: { en: "Every year", zh: "每年" },
  ON_CHANGE: { en: "When something changes", zh: "变更时" },
});

export const secrecyAttribute = codelist("SecrecyAttribute", "Whether a dataset holds state secrets (涉密属性).", {
  NOT_SECRET: { en: "Holds no state or work secrets", zh: "非涉密" },
  SECRET: { en: "Holds state or work secrets; the hub refuses it", zh: "涉密" },
});

export const policyChangeKind = codelist("PolicyChangeKind", "Which policy table a change is about (政策变更类型).", {
  DISPLAY_PERIOD: { en: "How long records of a dataset are on display", zh: "公示期限" },
  THRESHOLD: { en: "A deadline, limit or rate", zh: "政策阈值" },
});

export const policyChangeState = codelist("PolicyChangeState", "How far a change of policy has come (政策变更状态).", {
  PROPOSED: { en: "Proposed, and not decided yet", zh: "已提出" },
  APPROVED: { en: "Approved: in force from its day on", zh: "已批准" },
  REJECTED: { en: "Rejected", zh: "未批准" },
  WITHDRAWN: { en: "Taken back by whoever proposed it", zh: "已撤回" },
});
