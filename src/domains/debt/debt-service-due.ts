import { date, numeric, text, uuid } from "drizzle-orm/pg-core";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { open, shared } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { always, clearance, within } from "../../catalog/rule.ts";
import { administrativeDivision } from "../reference/administrative-division.ts";
import { bond } from "./bond.ts";
import { source } from "../reference/source.ts";

const money = () => numeric({ precision: 18, scale: 2 });

export const debtServiceDue = entity(
  "DebtServiceDue",
  "What one division has to pay on a bond on a day; all divisions' shares together are what the holders get (还本付息计划).",
  {
    ...envelope(),
    bondId: open(uuid().notNull(), "Bond that is served (所还债券)."),
    divisionCode: open(text().notNull(), "Code of the division that pays, for the tranches that it uses (还款行政区划代码)."),
    dueOn: open(date().notNull(), "Day on which it is due (应付日期)."),
    principal: open(money().notNull(), "Principal due in 元 (应还本金)."),
    interest: open(money().notNull(), "Interest due in 元 (应付利息)."),
    paidOn: shared(date(), "Day on which it was paid; absent while it is not (实付日期)."),
    paidAmount: shared(money(), "What was paid so far in 元 (实付金额)."),
  },
  {
    rows: always,
    order: { by: "dueOn", direction: "ASC" },
    supply: { by: clearance("finance", within("divisionCode")), prefix: "DSV" },
    relations: {
      bond: one(() => bond, "bondId", "The bond that is served (所还债券).", { inverse: many("debtServiceDues", "What is due on the bond, by day and division (还本付息计划).") }),
      division: one(() => administrativeDivision, "divisionCode", "The division that pays (还款行政区划).", {
        to: "code",
        inverse: many("debtServiceDues", "What the division has to pay on bonds (还本付息计划)."),
      }),
      source,
    },
  },
);
