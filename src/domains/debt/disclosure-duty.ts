import { boolean, date, integer, text } from "drizzle-orm/pg-core";
import { coded } from "../../catalog/codelist.ts";
import { holds } from "../../catalog/derivation.ts";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { open } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { allOf, always, clearance, is, past, within } from "../../catalog/rule.ts";
import { settled } from "../../catalog/settlement.ts";
import { administrativeDivision } from "../reference/administrative-division.ts";
import { disclosedDocument } from "./codelists.ts";
import { source } from "../reference/source.ts";

/** 预算法 14: 经批准的预算、决算及有关报表，应当在批准后二十日内公开，并对举借债务的情况作出说明. The day is recorded; how it was reckoned is policy. */
export const disclosureDuty = entity(
  "DisclosureDuty",
  "A government's duty to publish a document about its budget or debt, and how it was met (债务信息公开义务).",
  {
    ...envelope(),
    divisionCode: open(text().notNull(), "Code of the division whose government has to publish (公开义务行政区划代码)."),
    document: open(coded(disclosedDocument).notNull(), "What has to be published (应公开的文件)."),
    year: open(integer().notNull(), "Budget year that the document is about (年度)."),
    approvedOn: open(date().notNull(), "Day of approval, from which the time runs (批准日期)."),
    dueOn: open(date().notNull(), "Last day for publishing (公开期限)."),
    publishedOn: open(date(), "Day on which it was published; absent while it is not (公开日期)."),
    url: open(text(), "Where it was published (公开网址)."),
    settlement: open(settled("dueOn", "publishedOn"), "Whether it was published, and whether by the last day (公开义务履行情况)."),
    isLate: open(boolean(), "Whether the last day is over without its having been published by then (是否逾期).", {
      derived: holds(allOf(past("dueOn"), is("settlement", "OUTSTANDING", "LATE"))),
    }),
  },
  {
    rows: always,
    plural: "disclosureDuties",
    order: { by: "dueOn", direction: "DESC" },
    supply: { by: clearance("finance", within("divisionCode")), prefix: "DUT", periods: [["approvedOn", "dueOn"], ["approvedOn", "publishedOn"]] },
    relations: {
      division: one(() => administrativeDivision, "divisionCode", "The division whose government has to publish (公开义务行政区划).", {
        to: "code",
        inverse: many("disclosureDuties", "What the division's government has to publish about budget and debt (债务信息公开义务)."),
      }),
      source,
    },
  },
);
