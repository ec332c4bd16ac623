import { integer, numeric, timestamp, uuid } from "drizzle-orm/pg-core";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { open } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { after, allOf, anyBody, anyOf, own } from "../../catalog/rule.ts";
import { organization } from "../reference/organization.ts";
import { source } from "../reference/source.ts";

export const arrearsTotal = entity(
  "ArrearsTotal",
  "How much a body owed to small and medium-sized firms past the due day at the end of a year, as it must publish by 31 March (逾期未付中小企业款项信息, 保障中小企业款项支付条例第18条).",
  {
    ...envelope(),
    organizationId: open(uuid().notNull(), "Body that owes (欠款单位)."),
    year: open(integer().notNull(), "Year at whose end it was owed (年度)."),
    overdueContracts: open(integer().notNull(), "Number of contracts that were not paid when due (逾期未付合同数量)."),
    overdueAmount: open(numeric({ precision: 18, scale: 2 }).notNull(), "Amount in 元 that was not paid when due (逾期未付金额)."),
    publishedAt: open(timestamp({ withTimezone: true, precision: 3 }), "When it was published (公开时间)."),
  },
  {
    rows: after("publishedAt", { before: allOf(anyBody, anyOf(own("organizationId"), own("sourceOrganizationId"))) }),
    order: { by: "year", direction: "DESC" },
    supply: { by: allOf(anyBody, own("organizationId")), prefix: "ART" }, // each body publishes its own (保障中小企业款项支付条例 18)
    relations: {
      organization: one(() => organization, "organizationId", "The body that owes (欠款单位).", { inverse: many("arrearsTotals", "What the body published about its arrears, year by year (逾期未付中小企业款项信息).") }),
      source,
    },
  },
);
