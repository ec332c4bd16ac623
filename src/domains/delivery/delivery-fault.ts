import { integer, text, uuid } from "drizzle-orm/pg-core";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { faultCode } from "../../catalog/fault-code.ts";
import { open } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { through } from "../../catalog/rule.ts";
import { delivery } from "./delivery.ts";

/** Where and what, never which value: a list of faults may be passed on where the file may not. */
export const deliveryFault = entity(
  "DeliveryFault",
  "What is wrong with a row of a delivery, or with its file as a whole (报送差错).",
  {
    deliveryId: open(uuid().notNull(), "Delivery that it was found in (所属报送批次)."),
    row: open(integer().notNull(), "Row of the file, the line of column names being 1; 0 where it is about the file as a whole (行号)."),
    column: open(text(), "Field of the column, or the name in the file where it is no field; absent where it is about the whole row (列)."),
    code: open(coded(faultCode).notNull(), "What is wrong (差错代码)."),
    detail: open(text(), "What exactly, in Chinese and English, where the code does not say it (差错说明)."),
  },
  {
    rows: through("delivery", delivery.rows),
    order: { by: "row", direction: "ASC" },
    appendOnly: true,
    relations: { delivery: one(() => delivery, "deliveryId", "The delivery that it was found in (所属报送批次).", { inverse: many("faults", "What is wrong with it (差错).") }) },
    indexes: [["deliveryId", "row"]],
  },
);
