import { date, integer, text, uuid } from "drizzle-orm/pg-core";
import { basis } from "../../catalog/basis.ts";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { open, restricted, withheld } from "../../catalog/field.ts";
import { one } from "../../catalog/relation.ts";
import { allOf, anyBody, anyOf, clearance, own, within } from "../../catalog/rule.ts";
import { organization } from "../reference/organization.ts";
import { incidentKind, incidentState, personsBucket } from "./codelists.ts";

const breach = basis("个人信息保护法", 57);

/** It names nobody: how many persons are concerned is told in steps, of which data in categories. So the platform's operator may know of it. */
export const securityIncident = entity(
  "SecurityIncident",
  "Something that has happened to data which had to be protected (安全事件).",
  {
    incidentNo: open(text().notNull().unique(), "Number of the incident (事件编号)."),
    organizationId: restricted(uuid().notNull(), "Body whose data it happened to (事发单位).", breach),
    divisionCode: restricted(text().notNull(), "Code of the division that the body serves (行政区划代码).", breach),
    kind: restricted(coded(incidentKind).notNull(), "What has happened (事件类型).", breach),
    foundOn: restricted(date().notNull(), "Day on which it was found (发现日期).", breach),
    description: restricted(text().notNull(), "What has happened, without naming anybody (事件经过).", breach),
    dataCategories: restricted(text().array().notNull(), "Categories of the data: SENSITIVE_PERSONAL, PERSONAL, BUSINESS_SECRET, SEALED, RESTRICTED, CONDITIONAL, OPEN (数据类别).", breach),
    personsAffected: restricted(coded(personsBucket).notNull(), "How many persons are concerned, in steps (涉及人数区间).", breach),
    state: restricted(coded(incidentState).notNull().default("FOUND"), "How far it has come (事件状态).", breach),
    cause: restricted(text(), "Why it could happen (事件原因).", breach),
    measures: restricted(text(), "What was done against it, and what persons can do (补救措施).", breach),
    containedOn: restricted(date(), "Day on which it was contained (处置日期).", breach),
    authorityNotifiedOn: restricted(date(), "Day on which the authority for personal information was told (通知主管部门日期).", breach),
    notifyBy: restricted(date(), "Day by which authority and persons must be told, counted from the finding (应通知日期).", breach),
    personsNotifiedOn: restricted(date(), "Day on which the persons were told; absent where they need not be (通知个人日期).", breach),
    notNotifiedReason: restricted(text(), "Why the persons need not be told: the measures keep harm from them (不通知个人的理由).", breach),
    closedOn: restricted(date(), "Day on which it was closed (结案日期).", breach),
    lesson: restricted(text(), "What was learnt from it (结案意见).", breach),
    version: restricted(integer().notNull().default(1), "Number of the version, to be named by whoever changes it (版本号).", breach),
    reportedBy: withheld(text(), "Client that reported it (报告客户端)."),
  },
  {
    kept: "workflow",
    rows: anyOf(allOf(anyBody, own("organizationId")), clearance(["creditLead", "supervision"], within("divisionCode")), clearance("operator")),
    restricted: "rows",
    keys: { incidentNo: "incidentNo" },
    order: { by: "incidentNo", direction: "ASC" },
    relations: { organization: one(() => organization, "organizationId", "The body whose data it happened to (事发单位).") },
    indexes: [["organizationId", "state"]],
  },
);
