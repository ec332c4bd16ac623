import { boolean, date, integer, numeric, text, uuid } from "drizzle-orm/pg-core";
import { holds } from "../../catalog/derivation.ts";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { open } from "../../catalog/field.ts";
import { usccForm } from "../../catalog/form.ts";
import { many, one } from "../../catalog/relation.ts";
import { allOf, anyBody, anyOf, clearance, is, own, past, through } from "../../catalog/rule.ts";
import { settled } from "../../catalog/settlement.ts";
import { organization } from "../reference/organization.ts";
import { source } from "../reference/source.ts";
import { contract, contractParty } from "./contract.ts";

/** What a body owes and did not pay when it was due; a payment that is late belongs here for good. */
const missed = allOf(past("dueOn"), is("settlement", "OUTSTANDING", "LATE"));

export const payment = entity(
  "Payment",
  "An instalment that a body owes its supplier; the public sees those that were not paid when due (合同款支付).",
  {
    ...envelope(),
    contractId: open(uuid().notNull(), "Contract that it is owed by (所属合同)."),
    instalment: open(integer().notNull(), "Number of the instalment (付款期次)."),
    purchaserId: open(uuid().notNull(), "Body that pays (付款单位)."),
    supplierId: open(uuid(), "Organisation that is paid (收款单位)."),
    supplierUscc: open(text().notNull(), "Unified social credit code of the organisation that is paid (收款单位统一社会信用代码)."),
    dueOn: open(date().notNull(), "Last day on which it may be paid in time (应付日期)."),
    amount: open(numeric({ precision: 18, scale: 2 }).notNull(), "Amount in 元 (应付金额)."),
    paidAmount: open(numeric({ precision: 18, scale: 2 }).notNull().default("0"), "Amount in 元 that was paid so far (已付金额)."),
    paidOn: open(date(), "Day on which it was paid in full; absent until then (付清日期)."),
    settlement: open(settled("dueOn", "paidOn"), "Whether it was paid, and whether in time (支付情况)."),
    paidInTime: open(boolean(), "Whether it was paid in full on or before the due day (是否按期付清).", { derived: holds(is("settlement", "IN_TIME")) }),
    isOverdue: open(boolean(), "Whether the due day is over and it is still not paid in full (是否逾期未付).", { derived: holds(allOf(past("dueOn"), is("settlement", "OUTSTANDING"))) }),
  },
  {
    rows: allOf(through("contract", contract.rows), anyOf(anyBody, own("supplierId"), missed)),
    order: { by: "dueOn", direction: "DESC" },
    supply: {
      // Whoever keeps the contract; a purchaser says of itself only what it pays.
      by: allOf(through("contract", contractParty), anyOf(own("purchaserId"), clearance("finance"))),
      prefix: "PAY",
      forms: { supplierUscc: usccForm },
    },
    relations: {
      contract: one(() => contract, "contractId", "The contract that the payment is owed by (所属合同).", { inverse: many("payments", "The payments owed; for the public, those not paid when due (合同款支付).") }),
      purchaser: one(() => organization, "purchaserId", "The body that pays (付款单位).", { inverse: many("paymentsAsPurchaser", "The payments that the organisation owes; for the public, those not paid when due (作为付款单位的支付).") }),
      supplier: one(() => organization, "supplierId", "The organisation that is paid (收款单位).", { inverse: many("paymentsAsSupplier", "The payments that are owed to the organisation; for the public, those not paid when due (作为收款单位的支付).") }),
      source,
    },
    indexes: [["supplierUscc", "dueOn"]],
  },
);
