import { boolean, date, integer, text } from "drizzle-orm/pg-core";
import { coded } from "../../catalog/codelist.ts";
import { severity } from "../../catalog/display.ts";
import { entity } from "../../catalog/entity.ts";
import { open } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { always, clearance, reached } from "../../catalog/rule.ts";
import { legalBasis } from "../reference/legal-basis.ts";
import { catalogItem } from "./catalog-item.ts";
import { confidence } from "./codelists.ts";

/** How long a record is on display is a property of its dataset and of the version of the rule, never a constant: a new rule is a new row. */
export const displayPeriod = entity(
  "DisplayPeriod",
  "How long records of a dataset are on display by their severity, in one version of the rule (公示期限).",
  {
    versionCode: open(text().notNull().unique(), "Dataset, severity and first day of the rule, for example SC-ZW-SX/SERIOUS@2026-04-01 (版本代码)."),
    catalogItemCode: open(text().notNull(), "Code of the dataset (目录代码)."),
    severity: open(coded(severity).notNull(), "Severity of the records (失信严重程度)."),
    isDisplayed: open(boolean().notNull(), "Whether such records are displayed at all when nothing else is said (是否公示)."),
    minMonths: open(integer().notNull(), "Months from the date of the document before repair can be applied for (最短公示期)."),
    maxMonths: open(integer().notNull(), "Months from the date of the document after which the display ends by itself (最长公示期)."),
    effectiveFrom: open(date().notNull(), "First day on which the rule holds (施行日期)."),
    effectiveTo: open(date(), "Last day on which the rule holds; absent while it does (失效日期)."),
    basisCitation: open(text().notNull(), "Provision that sets the period (依据)."),
    confidence: open(coded(confidence).notNull(), "How far the row has been checked (核实程度)."),
    note: open(text(), "What is to be known about the row (备注)."),
  },
  {
    kept: "workflow",
    rows: always,
    keys: { versionCode: "versionCode" },
    order: { by: "versionCode", direction: "ASC" },
    supply: {
      by: clearance("operator"), // a rule for the whole province is in no body's jurisdiction
      key: "versionCode",
      takes: "ALL_ROWS",
      periods: [["effectiveFrom", "effectiveTo"]],
      fixedOnce: reached("effectiveFrom"), // a rule that has begun is never rewritten: it is followed by another, which the province's lead approves
    },
    relations: {
      catalogItem: one(() => catalogItem, "catalogItemCode", "The dataset whose records it is about (目录项).", {
        to: "code",
        inverse: many("displayPeriods", "How long its records are on display (公示期限)."),
      }),
      basis: one(() => legalBasis, "basisCitation", "The provision that sets the period (公示期限依据).", {
        to: "citation",
        enforced: false, // the texts of the law are data, which may come later than what cites them
        inverse: many("displayPeriods", "The display periods that it sets (公示期限)."),
      }),
    },
    indexes: [["catalogItemCode", "severity", "effectiveFrom"]],
  },
);
