import { numeric, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { open } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { after, always } from "../../catalog/rule.ts";
import { organization } from "../reference/organization.ts";
import { project } from "../reference/project.ts";
import { tenderMethod, tenderStatus } from "./codelists.ts";
import { source } from "../reference/source.ts";

const moment = () => timestamp({ withTimezone: true, precision: 3 });

export const tender = entity(
  "Tender",
  "The public process by which a project looks for a supplier: procurement or bidding (招标采购).",
  {
    ...envelope(),
    tenderNo: open(text().notNull().unique(), "Number of the tender (招标编号)."),
    title: open(text().notNull(), "Title of the tender notice (公告标题)."),
    method: open(coded(tenderMethod).notNull(), "How suppliers are chosen (采购方式)."),
    status: open(coded(tenderStatus).notNull(), "Where the tender stands (招标状态)."),
    projectId: open(uuid().notNull(), "Project that the tender is for (所属项目)."),
    tendererId: open(uuid().notNull(), "Body that tenders (招标人、采购人)."),
    divisionCode: open(text().notNull(), "Code of the division whose trading centre runs the tender (交易中心所在行政区划代码)."),
    budget: open(numeric({ precision: 18, scale: 2 }), "Published budget in 元 (预算金额)."),
    ceilingPrice: open(numeric({ precision: 18, scale: 2 }), "Published ceiling price in 元 (最高限价)."),
    noticedAt: open(moment().notNull(), "When the notice was published (公告时间)."),
    bidsDueAt: open(moment(), "Deadline for bids; the opening is planned for the same time (投标截止时间)."),
    openedAt: open(moment(), "When the opening of bids was recorded; a failed tender is never opened (开标记录时间)."),
    basePrice: open(numeric({ precision: 18, scale: 2 }), "Base price in 元, secret until the opening (标底, 招标投标法第22条).", { part: "opening" }),
  },
  {
    rows: always,
    parts: { opening: after("openedAt") },
    keys: { number: "tenderNo" },
    order: { by: "noticedAt", direction: "DESC" },
    search: { title: "title", also: ["tenderNo"] },
    relations: {
      project: one(() => project, "projectId", "The project that the tender is for (所属项目).", { inverse: many("tenders", "The tenders of the project (招标采购).") }),
      tenderer: one(() => organization, "tendererId", "The body that tenders (招标人).", { inverse: many("tenders", "The tenders of the body (招标采购).") }),
      source,
    },
  },
);
