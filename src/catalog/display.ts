import { boolean, date, text } from "drizzle-orm/pg-core";
import { codelist, coded } from "./codelist.ts";
import { displayEnd, holds } from "./derivation.ts";
import { open } from "./field.ts";
import type { Rule } from "./rule.ts";

export const severity = codelist("Severity", "How grave an act is, by which the time on display is measured (失信严重程度).", {
  MINOR: { en: "Minor", zh: "轻微" },
  GENERAL: { en: "General", zh: "一般" },
  SERIOUS: { en: "Serious", zh: "严重" },
});

export const disclosureState = codelist("DisclosureState", "How far a record has come on its way to the public and back (公示状态).", {
  NOT_PUBLIC: { en: "Not public", zh: "不公开" },
  UNDER_DISCLOSURE_REVIEW: { en: "Under disclosure review", zh: "公开审查" },
  PUBLISHED: { en: "Published, for as long as its window lasts", zh: "公示" },
  REPAIRED: { en: "Repaired, display stopped", zh: "已修复" },
  WITHDRAWN: { en: "Withdrawn", zh: "撤回" },
  REDACTED: { en: "Redacted", zh: "已删减" },
});

/** The type whose rows say how long what is displayed; the database reads them whenever a row rule asks. */
export const displayPeriodType = "DisplayPeriod";

/** What a display period must say. */
export const displayPeriodKeys = ["catalogItemCode", "severity", "isDisplayed", "minMonths", "maxMonths", "effectiveFrom", "effectiveTo"] as const;

/**
 * A record is on display while its state is PUBLISHED, its first day on display has come, and its window is not over: that many months
 * from the date of its document as the display period in force today gives to its catalogue item and severity (信用修复管理办法). The days
 * are those of Asia/Shanghai; a month ends on the day of the same number, or on its own last (民法典 201, 202). Nothing of this is stored.
 */
export const onDisplay: Rule = { rule: "displayed", relation: "" };

/** The fields that decide about a record's display, and what follows from them today. The envelope brings the date of the document. */
export const displayBlock = () => ({
  catalogItemCode: open(text().notNull(), "Item of the credit-information catalogue that the record belongs to (目录项代码)."),
  severity: open(coded(severity).notNull(), "How grave the act is (严重程度)."),
  disclosureState: open(coded(disclosureState).notNull().default("NOT_PUBLIC"), "How far the record has come on its way to the public (公示状态)."),
  displayFrom: open(date(), "First day on display (公示起始日期)."),
  stoppedOn: open(date(), "Day on which the display was stopped before its time (提前停止公示日期)."),
  stopReason: open(text(), "Why the display was stopped (停止公示原因)."),
  onDisplay: open(boolean(), "Whether the record is on display today (是否公示中).", { derived: holds(onDisplay) }),
  displayUntil: open(date(), "Last day on display by the periods in force today (公示截止日期).", { derived: displayEnd("maxMonths") }),
  repairableFrom: open(date(), "First day on which credit repair can be applied for, by the periods in force today (可申请修复日期).", { derived: displayEnd("minMonths") }),
});
