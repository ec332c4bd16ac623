/** A version of a threshold, what the law says (or by analogy to what the hub proposes), when the clock starts, its last day, and why that day. */
export type ClockExample = readonly [version: string, provision: string, start: string, last: string, why: string];

const proposed = {
  update: "法律未定期限；比照浙江省公共信用信息管理条例：五个工作日内形成或者更新信用档案",
  shanghai: "四川省的数字未查到；参照上海市社会信用条例",
} as const;

/** Worked by hand, with the State Council's notices beside the calendar on the wall: 2025 国庆 1–8 October, 2026 春节 15–23 February, and so on. */
export const clockExamples: readonly ClockExample[] = [
  // Dishonesty records on their way through county and city to the province, to the public and back.
  ["record.verify.county@2026-04-01", proposed.update, "2026-06-12", "2026-06-22", "Friday 19 June is 端午节"],
  ["record.verify.city@2026-04-01", proposed.update, "2026-06-22", "2026-06-29", "an ordinary week"],
  ["record.resubmit@2026-04-01", proposed.update, "2026-09-23", "2026-10-08", "three days between 中秋节 and 国庆节, the fifth after both"],
  ["record.update@2026-04-01", proposed.update, "2026-04-30", "2026-05-11", "劳动节 to Tuesday, Saturday 9 May is worked"],
  ["record.review@2026-04-01", "比照政府信息公开条例第26条的二十个工作日，取其一半", "2026-09-30", "2026-10-20", "国庆节, Saturday 10 October is worked"],
  ["record.withdraw@2021-07-15", "应当在三日内撤回行政处罚决定信息并公开说明理由；本法中“三日”的规定是指工作日（第85条）", "2025-09-30", "2025-10-11", "Thursday, Friday, and the Saturday that is worked after 国庆节"],
  ["record.withdraw@2021-07-15", "应当在三日内撤回行政处罚决定信息并公开说明理由；本法中“三日”的规定是指工作日（第85条）", "2026-09-18", "2026-09-22", "Sunday 20 September is worked"],
  ["channel.takeDown@2026-04-01", "比照行政处罚法第48条、第85条", "2026-11-25", "2026-11-30", "a weekend"],
  ["disclosure.publish@2019-05-15", "应当自该政府信息形成或者变更之日起20个工作日内及时公开", "2025-09-26", "2025-10-30", "国庆节 between, Sunday 28 September and Saturday 11 October are worked"],
  ["monitoring.publish@2026-04-01", "比照政府信息公开条例第26条", "2026-09-30", "2026-11-03", "from the end of the quarter, 国庆节 first"],
  // What somebody asks to be disclosed.
  ["disclosure.supplement@2019-05-15", "自收到申请之日起7个工作日内一次性告知申请人作出补正", "2026-02-12", "2026-02-28", "春节, both Saturdays 14 and 28 February are worked"],
  ["disclosure.thirdParty@2019-05-15", "第三方应当自收到征求意见书之日起15个工作日内提出意见", "2026-09-16", "2026-10-13", "中秋节 and 国庆节, Sunday 20 September and Saturday 10 October are worked"],
  ["disclosure.answer@2019-05-15", "应当自收到申请之日起20个工作日内予以答复", "2026-01-30", "2026-03-05", "春节 from the eleventh day on"],
  ["disclosure.extend@2019-05-15", "延长的期限最长不得超过20个工作日", "2026-03-05", "2026-04-02", "four whole weeks, before 清明节"],
  // Sharing between bodies.
  ["share.review@2025-08-01", "条例未定平台的审查期限；参照外地一县的做法", "2025-12-31", "2026-01-05", "元旦, Sunday 4 January is worked"],
  ["share.reply@2016-09-05", "提供部门应在10个工作日内予以答复", "2025-07-31", "2025-08-14", "the last day of the older rule, by which the clock goes on"],
  ["share.reply@2025-08-01", "属于有条件共享类的，应当自收到政务数据共享申请之日起10个工作日内作出是否同意共享的答复", "2025-09-25", "2025-10-15", "国庆节, two weekend days are worked"],
  ["share.reply.unconditional@2025-08-01", "属于无条件共享类的，应当自收到政务数据共享申请之日起1个工作日内作出答复", "2025-09-30", "2025-10-09", "the eve of 国庆节"],
  ["share.extend@2025-08-01", "延长的期限最长不得超过10个工作日", "2025-10-15", "2025-10-29", "two whole weeks"],
  ["share.deliver@2025-08-01", "应当自作出同意共享的答复之日起20个工作日内共享政务数据", "2026-01-23", "2026-02-27", "春节, Saturday 14 February is worked"],
  ["share.correct@2025-08-01", "应当自收到政务数据校核申请之日起10个工作日内予以核实、更正并反馈校核处理结果", "2026-04-24", "2026-05-12", "劳动节, Saturday 9 May is worked"],
  // Objection and repair.
  ["objection.mark@2026-04-01", proposed.shanghai, "2026-04-03", "2026-04-07", "清明节 to Monday"],
  ["objection.forward@2026-04-01", proposed.shanghai, "2026-04-03", "2026-04-08", "清明节 to Monday"],
  ["objection.decide@2026-04-01", proposed.shanghai, "2026-05-07", "2026-05-13", "Saturday 9 May is worked"],
  ["objection.total@2026-04-01", "四川省的数字未查到；参照浙江省：累计不得超过二十个工作日", "2026-09-16", "2026-10-20", "中秋节 and 国庆节"],
  ["repair.accept@2025-06-22", "三个工作日（据二手资料）", "2026-02-13", "2026-02-25", "the Saturday before 春节 is worked, then Tuesday and Wednesday after it"],
  ["repair.decide@2025-06-22", "十个工作日（据二手资料）", "2026-02-13", "2026-03-05", "春节, both Saturdays around it are worked"],
  // The person concerned, security, regulations, records that are kept.
  ["subjectRequest.accept@2026-04-01", "法律未定期限；比照政府信息公开条例第30条", "2026-06-17", "2026-06-29", "端午节 to Sunday"],
  ["subjectRequest.answer@2020-10-01", "三十天内或法律法规规定的期限内", "2026-01-31", "2026-03-02", "thirty days through a short month, a Monday"],
  ["subjectRequest.answer@2020-10-01", "三十天内或法律法规规定的期限内", "2026-09-01", "2026-10-08", "1 October is off, as are all days to the 7th (民法典 203)"],
  ["subjectRequest.answer@2020-10-01", "三十天内或法律法规规定的期限内", "2026-07-03", "2026-08-03", "2 August is a Sunday"],
  ["subjectRequest.answer@2020-10-01", "三十天内或法律法规规定的期限内", "2026-08-21", "2026-09-20", "a Sunday that is worked in exchange is no day off"],
  ["subjectRequest.correct@2026-04-01", "法律只说及时更正、补充；比照信用档案的更新", "2026-12-28", "2027-01-04", "nobody has arranged 2027 yet: Friday 1 January is what its weekday says"],
  ["incident.notify@2021-11-01", "应当立即采取补救措施，并通知履行个人信息保护职责的部门和个人", "2026-10-03", "2026-10-03", "at once, on a holiday too"],
  ["regulation.consultation@2018-05-01", "向社会公布征求意见的期限一般不少于30日", "2026-01-16", "2026-02-24", "15 February is the first day of 春节, which ends on the 23rd"],
  ["privacy.assessment.keep@2021-11-01", "应当至少保存三年", "2024-02-29", "2027-03-01", "no 29 February in 2027, its 28 is a Sunday"],
  ["privacy.assessment.keep@2021-11-01", "应当至少保存三年", "2023-10-10", "2026-10-10", "a Saturday that is worked in exchange"],
  ["accessLog.keep@2026-04-01", "参照浙江省公共信用信息管理条例：自该记录生成之日起保存十年", "2026-04-01", "2036-04-01", "a Tuesday"],
  // Months, of which the clocks above have none.
  ["sanction.formalities@2020-07-01", "应当在作出决定后一个月内办理", "2026-01-31", "2026-02-28", "the month has no 31st (民法典 202), and the Saturday is worked"],
  ["sanction.formalities@2020-07-01", "应当在作出决定后一个月内办理", "2024-01-31", "2024-02-29", "a leap day"],
  ["sanction.formalities@2020-07-01", "应当在作出决定后一个月内办理", "2025-09-01", "2025-10-09", "1 October is off, as are all days to the 8th"],
  ["sanction.formalities.longest@2020-07-01", "最长不得超过六个月", "2026-03-31", "2026-09-30", "September has no 31st"],
];
