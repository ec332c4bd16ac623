import { numeric, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { basis } from "../../catalog/basis.ts";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { conditional, open, restricted, withheld } from "../../catalog/field.ts";
import { usccForm } from "../../catalog/form.ts";
import { many, one } from "../../catalog/relation.ts";
import { after, allOf, anyBody, anyOf, granted, is } from "../../catalog/rule.ts";
import { bidStatus } from "./codelists.ts";
import { lot } from "./lot.ts";
import { runsTender } from "./runs-tender.ts";
import { tender } from "./tender.ts";
import { organization } from "../reference/organization.ts";
import { source } from "../reference/source.ts";

const opened = after("tender.openedAt");

export const bid = entity(
  "Bid",
  "One supplier's offer in a tender; it does not exist for others until the opening is recorded (投标).",
  {
    ...envelope(),
    tenderId: open(uuid().notNull(), "Tender that the bid answers (所投招标)."),
    lotId: open(uuid(), "Part of the tender that the bid is for; absent where the tender is not divided (所投标包)."),
    supplierName: open(text().notNull(), "Registered name of the supplier (投标人名称)."),
    supplierUscc: open(text().notNull(), "Unified social credit code of the supplier (投标人统一社会信用代码)."),
    receivedAt: open(timestamp({ withTimezone: true, precision: 3 }).notNull(), "When the bid was received (递交时间)."),
    status: open(coded(bidStatus).notNull(), "How the bid fared (投标状态)."),
    rejectReason: open(text(), "Why it was disqualified (否决原因)."),
    price: open(numeric({ precision: 18, scale: 2 }), "Offered price in 元 (投标报价).", { part: "price" }),
    score: conditional(numeric({ precision: 6, scale: 2 }), "Score given by the evaluation panel (评审得分).", basis("政府采购法", 42)),
    contactName: restricted(text(), "Name of the supplier's contact person (联系人).", basis("个人信息保护法", 6)),
    contactPhone: restricted(text(), "Telephone of the contact person (联系电话).", basis("个人信息保护法", 6)),
    rowHash: withheld(text(), "Digest of the delivered row (行摘要)."),
  },
  {
    rows: after("tender.openedAt", { before: runsTender }),
    parts: {
      // Nobody reads a price before the bids are opened (招标投标法 36). Then an open tender's are public, those of an invited one are for
      // bodies, and negotiated ones stay with the trading centre (政府采购法 38).
      price: allOf(opened, anyOf(is("tender.method", "OPEN"), allOf(is("tender.method", "INVITED"), anyBody), runsTender)),
    },
    conditional: allOf(opened, anyOf(runsTender, granted("Bid", "tender.divisionCode"))),
    restricted: runsTender,
    order: { by: "receivedAt", direction: "ASC" },
    supply: { by: runsTender, prefix: "BID", forms: { supplierUscc: usccForm } },
    relations: {
      tender: one(() => tender, "tenderId", "The tender that the bid answers (所投招标).", { inverse: many("bids", "The bids received; none before the opening is recorded (投标).") }),
      lot: one(() => lot, "lotId", "The part of the tender that the bid is for (所投标包).", { inverse: many("bids", "The bids for this part; none before the opening is recorded (投标).") }),
      bidder: one(() => organization, "supplierUscc", "The firm that made the offer, where the hub knows it (投标企业).", {
        to: "uscc",
        enforced: false, // a bid names its supplier before the register does, and a trader as a natural person is never in it
        inverse: many("bids", "What the firm offered; no bid before its opening is recorded (所投标)."),
      }),
      source,
    },
  },
);
