import { codelist } from "../../catalog/codelist.ts";

/** What can be wrong with the access log. */
export const logFaultKind = codelist("LogFaultKind", "What is wrong with the access log (日志异常类型).", {
  EVENT_CHANGED: { en: "An event, or what belongs to it, is not as it was sealed", zh: "查阅事件与封存时不一致" },
  EVENT_MISSING: { en: "An event that was sealed, or noted to be, is not there", zh: "查阅事件缺失" },
  EVENT_UNSEALED: { en: "An event is neither sealed nor noted to be", zh: "查阅事件未封存且未列入待封存" },
  EVENT_LATE: { en: "An event bears a day whose head was published without it", zh: "查阅事件晚于当日链首公布" },
  SEAL_MISSING: { en: "A number of the chain is left out", zh: "封存序号缺失" },
  LINK_BROKEN: { en: "A hash does not follow from the one before it and its event", zh: "链接断裂" },
  HEAD_CHANGED: { en: "The head of a day does not commit to the chain as it is", zh: "链首与日志链不一致" },
  HEAD_MISSING: { en: "A day has no head", zh: "链首缺失" },
});

export type LogFaultKind = (typeof logFaultKind.values)[number];
