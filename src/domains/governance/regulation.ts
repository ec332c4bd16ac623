import { boolean, date, integer, text, uuid } from "drizzle-orm/pg-core";
import { coded } from "../../catalog/codelist.ts";
import { holds } from "../../catalog/derivation.ts";
import { entity } from "../../catalog/entity.ts";
import { open, shared, withheld } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { allOf, anyBody, anyOf, clearance, is, own, until, within } from "../../catalog/rule.ts";
import { organization } from "../reference/organization.ts";
import { regulationLevel, regulationState } from "./codelists.ts";

const isPublished = is("state", "CONSULTATION", "ADOPTED", "IN_FORCE", "AMENDED", "REPEALED");

/** Whether a row exists follows from its state, so that a draft tells nobody of itself: not by a number, a count or a search. */
export const regulation = entity(
  "Regulation",
  "A law, rule, document or standard about government integrity, from its draft to its end (制度规范).",
  {
    regulationNo: open(text().notNull().unique(), "Number of the regulation in the hub (制度编号)."),
    title: open(text().notNull(), "Title of the regulation (制度名称)."),
    docNo: open(text(), "Number under which it was issued; absent until it is adopted (发文字号)."),
    level: open(coded(regulationLevel).notNull(), "Its rank among the sources of law (制度层级)."),
    tags: open(text().array().notNull(), "What it is about: RECORDING, COLLECTION, SHARING, DISCLOSURE, ADMINISTRATION, APPLICATION, DE_IDENTIFICATION (制度主题)."),
    issuingBodyName: open(text().notNull(), "Name of the body that issues it (制定机关)."),
    draftingBodyId: open(uuid().notNull(), "Body that drafts it (起草单位)."),
    divisionCode: open(text().notNull(), "Code of the division that the drafting body serves (行政区划代码)."),
    state: open(coded(regulationState).notNull().default("DRAFT"), "How far it has come (制度状态)."),
    summary: open(text().notNull(), "What it says, in short (内容摘要)."),
    textUrl: open(text(), "Where its whole text is published (全文地址)."),
    consultationFrom: open(date(), "First day on which comments are taken (征求意见开始日期)."),
    consultationTo: open(date(), "Last day on which comments are taken (征求意见截止日期)."),
    consultationReason: open(text(), "Why comments are taken as they are; it is there wherever the time is shorter than the rule sets (公开征求意见的说明)."),
    isOpenForComments: open(boolean(), "Whether comments are taken today (是否正在征求意见).", { derived: holds(allOf(is("state", "CONSULTATION"), until("consultationTo"))) }),
    adoptedOn: open(date(), "Day on which it was adopted (通过日期)."),
    effectiveFrom: open(date(), "First day on which it is in force (施行日期)."),
    amendedOn: open(date(), "Day of its last amendment (最近修改日期)."),
    amendedBy: open(text(), "Decision that amended it last (修改依据)."),
    effectiveTo: open(date(), "Last day on which it was in force; absent while it is (失效日期)."),
    repealedBy: open(text(), "What repealed it (废止依据)."),
    version: shared(integer().notNull().default(1), "Number of the version, to be named by whoever changes it (版本号)."),
    draftedBy: withheld(text(), "Client that drafted it (起草客户端)."),
  },
  {
    kept: "workflow",
    rows: anyOf(isPublished, allOf(anyBody, own("draftingBodyId")), clearance("creditLead", within("divisionCode"))),
    keys: { regulationNo: "regulationNo" },
    search: { title: "title", also: ["docNo"], rows: isPublished },
    order: { by: "regulationNo", direction: "ASC" },
    relations: {
      draftingBody: one(() => organization, "draftingBodyId", "The body that drafts it (起草单位).", { inverse: many("regulationsDrafted", "The regulations that it drafts, those that nobody else may know of aside (起草的制度规范).") }),
    },
    indexes: [["state", "regulationNo"]],
  },
);
