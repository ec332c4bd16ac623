import { codelist } from "../../catalog/codelist.ts";

export const recordSubjectKind = codelist("RecordSubjectKind", "Whom a dishonesty record of government is about (失信主体类型).", {
  ORGANIZATION: { en: "A government body", zh: "政府部门、机构" },
  OFFICIAL: { en: "A civil servant, where a law lets the record be public", zh: "公务员" },
});

export const dishonestySource = codelist("DishonestySource", "What kind of decision a dishonesty record rests on (失信记录来源).", {
  JUDGMENT: { en: "Judgment of a court", zh: "司法判决" },
  PENALTY: { en: "Administrative penalty", zh: "行政处罚" },
  DISCIPLINE: { en: "Disciplinary sanction", zh: "纪律处分" },
  ACCOUNTABILITY: { en: "Called to account", zh: "问责" },
  CONTRACT_DEFAULT: { en: "Found in breach of a promise or contract", zh: "违约失信认定" },
  ARREARS: { en: "Payments in arrears", zh: "拖欠账款" },
  ENFORCEMENT_DEFAULT: { en: "Listed as a debtor who does not obey a judgment", zh: "失信被执行人" },
});

export const integrityField = codelist("IntegrityField", "Field of government work in which faith was broken (失信领域).", {
  PROCUREMENT: { en: "Government procurement", zh: "政府采购" },
  PPP: { en: "Public-private partnership", zh: "政府和社会资本合作" },
  BIDDING: { en: "Tendering and bidding", zh: "招标投标" },
  INVESTMENT: { en: "Investment promotion", zh: "招商引资" },
  DEBT: { en: "Local government debt", zh: "地方政府债务" },
  TOWNSHIP: { en: "Streets and townships", zh: "街道和乡镇" },
  OTHER: { en: "Another field", zh: "其他" },
});

export const socialImpact = codelist("SocialImpact", "How far an act of bad faith was felt (社会影响程度).", {
  LOW: { en: "Low", zh: "较小" },
  MEDIUM: { en: "Medium", zh: "一般" },
  HIGH: { en: "High", zh: "较大" },
});

export const responsibilityRole = codelist("ResponsibilityRole", "What part a person had in a body's act of bad faith (责任类型).", {
  DIRECT: { en: "Directly responsible", zh: "直接责任人" },
  IN_CHARGE: { en: "In charge of the matter", zh: "主要责任人" },
  LEADERSHIP: { en: "Responsible as a leader", zh: "领导责任人" },
});

export const violatorKind = codelist("ViolatorKind", "What kind of participant broke the rules of procurement or bidding (违法主体类型).", {
  ENTERPRISE: { en: "Enterprise", zh: "企业" },
  INSTITUTION: { en: "Public institution", zh: "事业单位" },
  SOLE_TRADER: { en: "Sole trader, for whom what is said of persons holds", zh: "个体工商户" },
});

export const violationConduct = codelist("ViolationConduct", "How the rules of procurement or bidding were broken (违法违规行为).", {
  COLLUSION: { en: "Collusion among bidders or with the tenderer", zh: "串通投标" },
  FRAUD: { en: "False documents or claims", zh: "弄虚作假" },
  BRIBERY: { en: "Bribery", zh: "行贿" },
  NON_PERFORMANCE: { en: "Contract not performed", zh: "不履行合同" },
  OTHER: { en: "Another breach", zh: "其他" },
});

export const collectionState = codelist("CollectionState", "How far a dishonesty record has come on its way from the county to the province (归集状态).", {
  REPORTED: { en: "Reported, and not verified yet", zh: "已上报" },
  RETURNED: { en: "Returned to whoever reported it, with the reason", zh: "已退回" },
  COUNTY_VERIFIED: { en: "Verified by the county's lead", zh: "县级已核实" },
  CITY_VERIFIED: { en: "Verified by the city's lead", zh: "市级已核实" },
  ACCEPTED: { en: "Accepted on the provincial platform", zh: "省级已归集" },
});

export const publicationChannelKind = codelist("PublicationChannelKind", "Where a record is published beside the hub (公开渠道类型).", {
  CREDIT_SITE: { en: "信用中国（四川）, the province's credit site", zh: "信用中国（四川）网站" },
  PORTAL: { en: "Portal of a department or government", zh: "部门门户网站" },
  MEDIA: { en: "Media of the province", zh: "省内媒体" },
});

export const channelState = codelist("ChannelState", "Whether a publication is still up (渠道状态).", {
  ONLINE: { en: "Published", zh: "在线" },
  TAKEN_DOWN: { en: "Taken down", zh: "已下线" },
});

export const disclosureNoticeKind = codelist("DisclosureNoticeKind", "What became of a record that was published (公示说明类型).", {
  WITHDRAWAL: { en: "Withdrawn, as its decision was annulled, changed or wrong", zh: "撤回公示" },
  REDACTION: { en: "Emptied for good; only its number is left", zh: "删减" },
});

export const sentenceKind = codelist("SentenceKind", "Principal penalty of a judgment (主刑).", {
  PUBLIC_SURVEILLANCE: { en: "Public surveillance", zh: "管制" },
  SHORT_DETENTION: { en: "Criminal detention", zh: "拘役" },
  IMPRISONMENT: { en: "Fixed-term imprisonment", zh: "有期徒刑" },
  LIFE_IMPRISONMENT: { en: "Life imprisonment", zh: "无期徒刑" },
  DEATH: { en: "Death penalty, suspended or not", zh: "死刑" },
  ACCESSORY_ONLY: { en: "An accessory penalty alone, as a fine", zh: "单处附加刑" },
  EXEMPTED: { en: "Found guilty and exempted from punishment", zh: "免予刑事处罚" },
});
