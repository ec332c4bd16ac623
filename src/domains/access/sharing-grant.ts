import { boolean, date, integer, text, uuid } from "drizzle-orm/pg-core";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { open, shared, withheld } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { always, anyOf, clearance, own } from "../../catalog/rule.ts";
import { organization } from "../reference/organization.ts";
import { sharingGrantState } from "./codelists.ts";

/** What is granted is enforced in the statement that reads: see `granted` among the rules. */
export const sharingGrant = entity(
  "SharingGrant",
  "That one body may read named conditional fields of another's data, for a purpose, within a scope, for a time (有条件共享授权).",
  {
    grantNo: open(text().notNull().unique(), "Number of the grant (授权编号)."),
    requesterId: open(uuid().notNull(), "Body that asks for the data (申请单位)."),
    providerId: open(uuid().notNull(), "Body that supplies the data and decides (数据提供单位)."),
    items: open(text().array().notNull(), "Types whose rows it is about (共享数据类型)."),
    basisCitation: open(text().notNull(), "Provision that lets the requesting body have the data (申请依据)."),
    state: open(coded(sharingGrantState).notNull().default("REQUESTED"), "How far it has come (状态)."),
    requestedOn: open(date().notNull(), "Day of the request (申请日期)."),
    decidedOn: open(date(), "Day of the grant or refusal (决定日期)."),
    validFrom: open(date(), "First day on which it is in force (生效日期)."),
    validTo: open(date(), "Last day on which it is in force (失效日期)."),
    fields: shared(text().array().notNull(), "Fields that it opens, as Type.field (共享信息项)."),
    purpose: shared(text().notNull(), "Code of the purpose, which every question under it must state (用途代码)."),
    purposeNote: shared(text(), "The purpose in words (用途说明)."),
    scopeDivisionCode: shared(text().notNull(), "Code of the division whose subtree it covers (授权范围行政区划代码)."),
    coversWholeScope: shared(boolean().notNull().default(true), "Whether it covers all of its scope; where the body that granted it is in charge of its own rows alone, it covers the provider's own division and nothing else (是否覆盖全部授权范围)."),
    dailyQuota: shared(integer(), "Questions that may be asked under it in a day; absent where there is no bound (每日查询次数)."),
    decisionReason: shared(text(), "Why it was granted, refused, suspended or revoked (决定理由)."),
    version: shared(integer().notNull().default(1), "Number of the version, to be named by whoever changes it (版本号)."),
    requestedBy: withheld(text(), "Client that asked for it (申请客户端)."),
    decidedBy: withheld(text(), "Client that decided (决定客户端)."),
  },
  {
    kept: "workflow",
    rows: always,
    keys: { grantNo: "grantNo" },
    order: { by: "grantNo", direction: "ASC" },
    relations: {
      requester: one(() => organization, "requesterId", "The body that asks for the data (申请单位).", { inverse: many("sharingGrantsRequested", "The sharing grants that it has asked for (申请的共享授权).") }),
      provider: one(() => organization, "providerId", "The body that supplies the data and decides (数据提供单位).", { inverse: many("sharingGrantsProvided", "The sharing grants that it has to decide on (受理的共享授权).") }),
    },
  },
);

/** Who takes part in deciding on a grant. */
export const handlesSharing = anyOf(own("requesterId"), own("providerId"), clearance("creditLead"));
