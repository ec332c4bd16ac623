import { integer, text, uuid } from "drizzle-orm/pg-core";
import { entity } from "../../catalog/entity.ts";
import { open } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { always, clearance, within } from "../../catalog/rule.ts";
import { administrativeDivision } from "../reference/administrative-division.ts";
import { project } from "../reference/project.ts";
import { bond } from "./bond.ts";
import { debtRecord, debtRecordFields } from "./debt-record.ts";
import { source } from "../reference/source.ts";

/**
 * The row of a bond's use is the tranche, never the bond: one bond pays for many projects in many divisions under one code, and whoever
 * keeps such rows by the bond's code loses all but one. Sums are over tranches or over bonds; over both they count the money twice.
 */
export const bondTranche = entity(
  "BondTranche",
  "The part of a bond that one division uses for one purpose, and has to repay (债券分项).",
  {
    ...debtRecordFields(),
    divisionCode: open(text().notNull(), "Code of the division that uses the money and bears its repayment (使用资金的行政区划代码)."),
    bondId: open(uuid().notNull(), "Bond that it is a part of (所属债券)."),
    trancheNo: open(integer().notNull(), "Number of the tranche within its bond (分项序号)."),
    purpose: open(text().notNull(), "What the money is for (用途)."),
    projectCode: open(text(), "Code of the project that it pays for; absent where it refinances older debt (项目代码)."),
  },
  {
    implements: debtRecord,
    rows: always,
    order: { by: "year", direction: "DESC" },
    supply: {
      by: clearance("finance", within("bond.divisionCode")), // who issued the bond says how it was divided, not the division that uses a part
      takes: "ALL_ROWS", // a bond of which some parts are missing is repaid by nobody
      prefix: "BTR",
      referredBy: "recordNo", // the divisions that spend it name it, and the province supplied it
    },
    relations: {
      bond: one(() => bond, "bondId", "The bond that it is a part of (所属债券).", { inverse: many("tranches", "The parts of the bond, by division and purpose (债券分项).") }),
      project: one(() => project, "projectCode", "The project that it pays for (对应项目).", {
        to: "code",
        enforced: false, // the project comes from another body, and may come later
        inverse: many("bondTranches", "Parts of bonds that pay for the project (债券分项)."),
      }),
      division: one(() => administrativeDivision, "divisionCode", "The division that uses the money (使用资金的行政区划).", {
        to: "code",
        inverse: many("bondTranches", "Parts of bonds that the division uses (使用的债券分项)."),
      }),
      source,
    },
  },
);
