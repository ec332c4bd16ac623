import { codelist } from "../../catalog/codelist.ts";

export const regulationLevel = codelist("RegulationLevel", "Rank of a regulation among the sources of law, or below them (制度层级).", {
  LAW: { en: "Law of the National People's Congress", zh: "法律" },
  ADMINISTRATIVE_REGULATION: { en: "Administrative regulation of the State Council", zh: "行政法规" },
  PROVINCIAL_REGULATION: { en: "Regulation of a local people's congress", zh: "地方性法规" },
  GOVERNMENT_RULE: { en: "Rule of a ministry or of a local government", zh: "政府规章" },
  NORMATIVE_DOCUMENT: { en: "Normative document of an administrative body", zh: "行政规范性文件" },
  STANDARD: { en: "National, industry or local standard", zh: "标准规范" },
  INTERNAL_RULE: { en: "Rule of a body for its own work", zh: "内部管理制度" },
});

export const regulationState = codelist("RegulationState", "How far a regulation has come (制度状态).", {
  DRAFT: { en: "Being drafted; nobody else knows of it", zh: "起草" },
  CONSULTATION: { en: "Open for comments until its last day", zh: "征求意见" },
  ADOPTED: { en: "Adopted; not yet in force", zh: "已通过" },
  IN_FORCE: { en: "In force", zh: "现行有效" },
  AMENDED: { en: "In force as amended", zh: "已修改" },
  REPEALED: { en: "No longer in force", zh: "已废止" },
});

/** What a regulation is about, along the life of government-integrity information. Its field holds a list, so the command checks these. */
export const regulationTag = codelist("RegulationTag", "What a regulation is about (制度主题).", {
  RECORDING: { en: "Recording of information", zh: "记录" },
  COLLECTION: { en: "Collection into one place", zh: "归集" },
  SHARING: { en: "Sharing among bodies", zh: "共享" },
  DISCLOSURE: { en: "Disclosure to the public", zh: "披露" },
  ADMINISTRATION: { en: "Administration of information and systems", zh: "管理" },
  APPLICATION: { en: "Application of information", zh: "应用" },
  DE_IDENTIFICATION: { en: "De-identification of persons", zh: "去标识化" },
});

export const subjectRequestKind = codelist("SubjectRequestKind", "Which right over personal information a person exercises (权利类型).", {
  ACCESS: { en: "To look at it", zh: "查阅" },
  COPY: { en: "To have a copy of it", zh: "复制" },
  CORRECTION: { en: "To have it corrected or completed", zh: "更正、补充" },
  DELETION: { en: "To have it deleted", zh: "删除" },
  EXPLANATION: { en: "To have the rules of its handling, or a decision, explained", zh: "解释说明" },
});

export const subjectRequestState = codelist("SubjectRequestState", "How far a request over personal information has come (申请状态).", {
  SUBMITTED: { en: "Submitted to the body that manages the person", zh: "已提交" },
  ACCEPTED: { en: "Taken up", zh: "已受理" },
  ANSWERED: { en: "Answered", zh: "已答复" },
  REFUSED: { en: "Refused, with the reason", zh: "已拒绝" },
  WITHDRAWN: { en: "Withdrawn by the person", zh: "已撤回" },
});

export const subjectRequestOutcome = codelist("SubjectRequestOutcome", "What was done about a request over personal information (办理结果).", {
  FULFILLED: { en: "Done as asked", zh: "已按申请办理" },
  PARTLY_FULFILLED: { en: "Done in part, the answer says which", zh: "已部分办理" },
  RESTRICTED: { en: "Not deleted while a statutory period runs: no handling but storage and necessary protection", zh: "法定期限未满，停止除存储和必要安全保护之外的处理" },
});

export const assessmentOccasion = codelist("AssessmentOccasion", "Why the law asks for an assessment beforehand (评估情形).", {
  SENSITIVE_INFORMATION: { en: "Sensitive personal information is handled", zh: "处理敏感个人信息" },
  AUTOMATED_DECISION: { en: "Decisions are made automatically", zh: "利用个人信息进行自动化决策" },
  PROVISION: { en: "Others handle it on behalf, receive it, or it is published", zh: "委托处理、对外提供或者公开个人信息" },
  CROSS_BORDER: { en: "It is provided abroad", zh: "向境外提供个人信息" },
  MAJOR_IMPACT: { en: "Its handling otherwise bears heavily on the persons", zh: "其他对个人权益有重大影响的处理活动" },
});

export const assessmentState = codelist("AssessmentState", "How far an assessment has come (评估状态).", {
  DRAFT: { en: "Being written", zh: "起草" },
  SUBMITTED: { en: "Submitted for approval", zh: "已提交" },
  APPROVED: { en: "Approved; the handling may begin", zh: "已通过" },
  RETURNED: { en: "Returned, with what is to be mended", zh: "已退回" },
});

export const incidentKind = codelist("IncidentKind", "What has happened to data (事件类型).", {
  DISCLOSURE: { en: "Data came to somebody who may not have it", zh: "泄露" },
  TAMPERING: { en: "Data was changed without right", zh: "篡改" },
  LOSS: { en: "Data was lost or destroyed", zh: "丢失、损毁" },
  MISUSE: { en: "Data was looked at or used beyond its purpose", zh: "违规查询、使用" },
  UNAVAILABILITY: { en: "Data could not be reached when it was needed", zh: "服务中断" },
});

export const incidentState = codelist("IncidentState", "How far an incident has come (事件状态).", {
  FOUND: { en: "Found", zh: "已发现" },
  CONTAINED: { en: "Contained by measures", zh: "已处置" },
  NOTIFIED: { en: "Notified to whom it must be", zh: "已通知" },
  CLOSED: { en: "Closed, with what was learnt", zh: "已结案" },
});

export const personsBucket = codelist("PersonsBucket", "How many persons are concerned, in steps that tell of nobody (涉及人数区间).", {
  NONE: { en: "None", zh: "不涉及" },
  UP_TO_10: { en: "1 to 10", zh: "1至10人" },
  UP_TO_100: { en: "11 to 100", zh: "11至100人" },
  UP_TO_1000: { en: "101 to 1,000", zh: "101至1000人" },
  MORE_THAN_1000: { en: "More than 1,000", zh: "1000人以上" },
  UNKNOWN: { en: "Not yet known", zh: "尚不清楚" },
});

export const dataCategory = codelist("DataCategory", "Categories of data, from what law protects most to what is open (数据类别).", {
  SENSITIVE_PERSONAL: { en: "Sensitive personal information", zh: "敏感个人信息" },
  PERSONAL: { en: "Other personal information", zh: "一般个人信息" },
  BUSINESS_SECRET: { en: "Business secrets", zh: "商业秘密" },
  SEALED: { en: "What is sealed until an event, such as bids before their opening", zh: "依法限时保密信息" },
  RESTRICTED: { en: "Other data that is not shared", zh: "不予共享数据" },
  CONDITIONAL: { en: "Data that is shared conditionally", zh: "有条件共享数据" },
  OPEN: { en: "Data that is open anyway", zh: "公开数据" },
});

export const retentionUnit = codelist("RetentionUnit", "Unit of a retention period (期限单位).", {
  DAY: { en: "Calendar days", zh: "日" },
  MONTH: { en: "Months", zh: "月" },
  YEAR: { en: "Years", zh: "年" },
});

export const retentionEnd = codelist("RetentionEnd", "What happens when a retention period is over (期满处理).", {
  DELETE: { en: "Rows and their history are deleted", zh: "删除" },
  ARCHIVE: { en: "Rows go to the archives and are kept there", zh: "归档" },
  STOP_PROCESSING: { en: "No handling but storage and necessary protection", zh: "停止除存储和必要安全保护之外的处理" },
});
