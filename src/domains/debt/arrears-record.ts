import { boolean, date, numeric, text, uuid } from "drizzle-orm/pg-core";
import { basis } from "../../catalog/basis.ts";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { conditional } from "../../catalog/field.ts";
import { usccForm } from "../../catalog/form.ts";
import { many, one } from "../../catalog/relation.ts";
import { allOf, anyBody, anyOf, clearance, granted, own, within } from "../../catalog/rule.ts";
import { contract } from "../bidding/contract.ts";
import { administrativeDivision } from "../reference/administrative-division.ts";
import { organization } from "../reference/organization.ts";
import { source } from "../reference/source.ts";
import { arrearsKind } from "./codelists.ts";

/** What must be published of arrears are number and amount per body, by 31 March: see ArrearsTotal. */
const totals = basis("保障中小企业款项支付条例", 18);
const trade = basis("政府信息公开条例", 15);

/**
 * No member of DebtRecord: a field of an interface has its strictest member's class, and the figures of government debt are public.
 */
export const arrearsRecord = entity(
  "ArrearsRecord",
  "An amount that is owed to a firm past its due day, as it is known to those who see to its payment; the public has the totals (拖欠账款).",
  {
    ...envelope(),
    debtorId: conditional(uuid().notNull(), "Organisation that owes (欠款单位).", totals),
    creditorId: conditional(uuid(), "Organisation that is owed (债权单位).", trade),
    creditorUscc: conditional(text().notNull(), "Unified social credit code of the creditor (债权单位统一社会信用代码).", trade),
    contractId: conditional(uuid(), "Contract that it is owed by; absent where there was none in the hub (所属合同).", trade),
    divisionCode: conditional(text().notNull(), "Code of the division that the debtor belongs to (欠款单位所属行政区划代码).", totals),
    kind: conditional(coded(arrearsKind).notNull(), "Which rules see to it (拖欠类型).", totals),
    dueOn: conditional(date().notNull(), "Last day on which it could be paid in time (应付日期).", totals),
    amount: conditional(numeric({ precision: 18, scale: 2 }).notNull(), "Amount in 元 that was due (拖欠金额).", totals),
    paidAmount: conditional(numeric({ precision: 18, scale: 2 }).notNull().default("0"), "Amount in 元 that was paid since (已清偿金额).", totals),
    dailyInterestRate: conditional(numeric({ precision: 9, scale: 7 }), "Interest for each day, as a share of the amount; agreed or statutory (逾期日利率, 保障中小企业款项支付条例第17条).", trade),
    isDisputed: conditional(boolean().notNull().default(false), "Whether the debtor denies the debt (是否存在争议).", trade),
  },
  {
    rows: anyOf(
      clearance(["finance", "creditLead", "housing"], within("divisionCode")),
      own("debtorId"),
      own("creditorId"),
      allOf(anyBody, own("sourceOrganizationId")),
      granted("ArrearsRecord", "divisionCode"),
    ),
    conditional: "rows",
    order: { by: "recordNo", direction: "ASC" },
    supply: {
      // 保障中小企业款项支付条例 sees to it by a department of its own in each division, and by finance; housing to what is owed for works.
      by: clearance(["department", "finance", "housing"], within("divisionCode")),
      prefix: "ARR",
      forms: { creditorUscc: usccForm },
    },
    relations: {
      debtor: one(() => organization, "debtorId", "The organisation that owes (欠款单位).", { inverse: many("arrearsOwed", "What the organisation owes past the due day (所欠账款).") }),
      creditor: one(() => organization, "creditorId", "The organisation that is owed (债权单位).", { inverse: many("arrearsClaimed", "What is owed to the organisation past the due day (被欠账款).") }),
      contract: one(() => contract, "contractId", "The contract that it is owed by (所属合同).", { inverse: many("arrears", "What is owed by the contract past the due day (拖欠账款).") }),
      division: one(() => administrativeDivision, "divisionCode", "The division that the debtor belongs to (欠款单位所属行政区划).", {
        to: "code",
        inverse: many("arrearsRecords", "What the organisations of the division owe past the due day (拖欠账款)."),
      }),
      source,
    },
  },
);
