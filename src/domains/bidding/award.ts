import { date, integer, numeric, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { open } from "../../catalog/field.ts";
import { usccForm } from "../../catalog/form.ts";
import { many, one, single } from "../../catalog/relation.ts";
import { organization } from "../reference/organization.ts";
import { source } from "../reference/source.ts";
import { bid } from "./bid.ts";
import { lot } from "./lot.ts";
import { oncePublished } from "./once-published.ts";
import { runsTender } from "./runs-tender.ts";
import { tender } from "./tender.ts";

export const award = entity(
  "Award",
  "The result of a tender: who is to supply, and for how much; it does not exist for others until its publication (中标、成交结果).",
  {
    ...envelope(),
    tenderId: open(uuid().notNull(), "Tender that was decided (所属招标)."),
    lotId: open(uuid(), "Part of the tender that was decided; absent where the tender is not divided (所属标包)."),
    bidId: open(uuid().unique(), "Bid that was awarded (中标投标)."),
    supplierUscc: open(text().notNull(), "Unified social credit code of the supplier (中标供应商统一社会信用代码)."),
    supplierName: open(text().notNull(), "Registered name of the supplier (中标供应商名称)."),
    amount: open(numeric({ precision: 18, scale: 2 }), "Awarded amount in 元 (中标、成交金额)."),
    rank: open(integer().notNull().default(1), "Place among the suppliers that were awarded (中标排名)."),
    awardedOn: open(date().notNull(), "Day of the decision (定标日期)."),
    publishedAt: open(timestamp({ withTimezone: true, precision: 3 }), "When the result was published (结果公告时间)."),
  },
  {
    rows: oncePublished,
    order: { by: "awardedOn", direction: "DESC" },
    supply: {
      by: runsTender,
      prefix: "AWD",
      forms: { supplierUscc: usccForm },
      referredBy: "recordNo", // the purchaser names it in the contract, and the trading centre supplied it
    },
    relations: {
      tender: one(() => tender, "tenderId", "The tender that was decided (所属招标).", { inverse: many("awards", "The results of the tender (中标、成交结果).") }),
      lot: one(() => lot, "lotId", "The part of the tender that was decided (所属标包).", { inverse: many("awards", "The results of this part (中标、成交结果).") }),
      bid: one(() => bid, "bidId", "The bid that was awarded (中标投标).", { inverse: single("award", "What the bid was awarded (中标、成交结果).") }),
      supplier: one(() => organization, "supplierUscc", "The organisation that is to supply (中标供应商).", {
        to: "uscc",
        enforced: false,
        inverse: many("awards", "What the organisation was awarded (中标、成交结果)."),
      }),
      source,
    },
  },
);
