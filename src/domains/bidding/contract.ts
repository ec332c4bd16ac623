import { date, numeric, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { basis } from "../../catalog/basis.ts";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { conditional, open } from "../../catalog/field.ts";
import { usccForm } from "../../catalog/form.ts";
import { many, one } from "../../catalog/relation.ts";
import { after, allOf, anyBody, anyOf, clearance, granted, own, within } from "../../catalog/rule.ts";
import { administrativeDivision } from "../reference/administrative-division.ts";
import { organization } from "../reference/organization.ts";
import { project } from "../reference/project.ts";
import { source } from "../reference/source.ts";
import { award } from "./award.ts";
import { tender } from "./tender.ts";

const purchaser = allOf(anyBody, own("purchaserId"));
const finance = clearance("finance", within("divisionCode"));

/** Who hands in a contract and what follows from it: the purchaser, or the finance department with which a copy is filed (政府采购法 47). */
export const contractParty = anyOf(purchaser, finance);

export const contract = entity(
  "Contract",
  "What a body and its supplier agreed after a tender; it does not exist for others until its publication (合同).",
  {
    ...envelope(),
    contractNo: open(text().notNull(), "Number of the contract (合同编号)."),
    tenderId: open(uuid().notNull(), "Tender that led to it (所属招标)."),
    awardId: open(uuid(), "Result that it carries out (所依据的中标、成交结果)."),
    projectCode: open(text(), "Code of the project that it is for (政府投资项目代码)."),
    purchaserId: open(uuid().notNull(), "Body that buys (采购人、发包人)."),
    supplierUscc: open(text().notNull(), "Unified social credit code of the supplier (供应商统一社会信用代码)."),
    supplierName: open(text().notNull(), "Registered name of the supplier (供应商名称)."),
    divisionCode: open(text().notNull(), "Code of the division that pays (付款财政所在行政区划代码)."),
    title: open(text().notNull(), "Title of the contract (合同名称)."),
    amount: open(numeric({ precision: 18, scale: 2 }).notNull(), "Amount in 元 (合同金额)."),
    signedOn: open(date().notNull(), "Day of signing (签订日期)."),
    publishedAt: open(timestamp({ withTimezone: true, precision: 3 }), "When the contract was published (合同公告时间)."),
    endsOn: open(date(), "Last day of the performance as agreed (履约期限届满日)."),
    text: conditional(text(), "Its text, which may hold the supplier's business secrets (合同文本).", basis("政府信息公开条例", 15)),
  },
  {
    // Published within two working days of its signing (政府采购法实施条例 50); both parties have it before, and so has the finance
    // department, with which a copy is filed (政府采购法 47).
    rows: after("publishedAt", { before: anyOf(purchaser, finance, own("supplier.id")) }),
    conditional: anyOf(purchaser, finance, granted("Contract", "purchaser.divisionCode")),
    keys: { number: "contractNo" },
    search: { title: "title", also: ["contractNo"] },
    order: { by: "signedOn", direction: "DESC" },
    supply: {
      by: contractParty,
      prefix: "CON",
      forms: { supplierUscc: usccForm },
      periods: [["signedOn", "endsOn"]],
      uniqueInSource: ["contractNo"],
      referredBy: "contractNo", // finance names a contract in payments and arrears, and the purchaser supplied it
    },
    relations: {
      tender: one(() => tender, "tenderId", "The tender that led to the contract (所属招标).", { inverse: many("contracts", "The contracts that the tender led to (合同).") }),
      award: one(() => award, "awardId", "The result that the contract carries out (所依据的中标、成交结果).", { inverse: many("contracts", "The contracts that carry out the result (合同).") }),
      project: one(() => project, "projectCode", "The project that the contract is for (所属项目).", { to: "code", inverse: many("contracts", "The contracts of the project (合同).") }),
      purchaser: one(() => organization, "purchaserId", "The body that buys (采购人、发包人).", {
        inverse: many("contractsAsPurchaser", "The contracts by which the organisation buys (作为采购人的合同)."),
      }),
      supplier: one(() => organization, "supplierUscc", "The organisation that supplies (供应商).", {
        to: "uscc",
        enforced: false,
        inverse: many("contractsAsSupplier", "The contracts by which the organisation supplies (作为供应商的合同)."),
      }),
      division: one(() => administrativeDivision, "divisionCode", "The division that pays (付款财政所在行政区划).", { to: "code", inverse: many("contracts", "The contracts that the division pays (合同).") }),
      source,
    },
  },
);
