import { integer, numeric, text, uuid } from "drizzle-orm/pg-core";
import { basis } from "../../catalog/basis.ts";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { open, restricted } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { anyOf, clearance, own, within } from "../../catalog/rule.ts";
import { administrativeDivision } from "../reference/administrative-division.ts";
import { government } from "../reference/organization.ts";
import { debtRiskLevel } from "./codelists.ts";
import { source } from "../reference/source.ts";

/**
 * 预算法 35 has debt risk assessed and warned of inside government; the colour of a county is notified to it and to finance departments and
 * never published: 公开后可能危及经济安全、社会稳定的政府信息，不予公开 (政府信息公开条例 14).
 */
const stability = basis("政府信息公开条例", 14);
const percent = () => numeric({ precision: 7, scale: 2 }).notNull();

export const debtRiskAssessment = entity(
  "DebtRiskAssessment",
  "How risky a division's debt was found to be in a year, for its government and for the finance departments over it only (债务风险评估).",
  {
    ...envelope(),
    year: open(integer().notNull(), "Year that is assessed (评估年度)."),
    divisionCode: restricted(text().notNull(), "Code of the division whose debt is assessed (被评估行政区划代码).", stability),
    governmentId: restricted(uuid().notNull(), "Government that is assessed, which may read about itself (被评估政府).", stability),
    debtRatio: restricted(percent(), "Debt over the financial resources of the year, in percent (债务率).", stability),
    serviceRatio: restricted(percent(), "Principal and interest due over the financial resources of the year, in percent (偿债率).", stability),
    overdueRatio: restricted(percent(), "Overdue debt over all debt, in percent (逾期债务率).", stability),
    level: restricted(coded(debtRiskLevel).notNull(), "Level of the early warning (风险等级).", stability),
  },
  {
    rows: anyOf(clearance("finance", within("divisionCode")), clearance("department", own("governmentId"))),
    restricted: "rows",
    order: { by: "year", direction: "DESC" },
    supply: { by: clearance("finance", within("division.parentCode")), prefix: "DRA" }, // by the finance departments above: no division assesses itself
    relations: {
      division: one(() => administrativeDivision, "divisionCode", "The division whose debt is assessed (被评估行政区划).", {
        to: "code",
        inverse: many("debtRiskAssessments", "How risky the division's debt was found to be (债务风险评估)."),
      }),
      government: one(() => government, "governmentId", "The government that is assessed (被评估政府).", {
        inverse: many("debtRiskAssessments", "How risky the government's debt was found to be (债务风险评估)."),
      }),
      source,
    },
  },
);
