import { boolean, integer, text, uuid } from "drizzle-orm/pg-core";
import { audienceCodes } from "../../catalog/audience-code.ts";
import { basis } from "../../catalog/basis.ts";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { restricted, withheld } from "../../catalog/field.ts";
import { one } from "../../catalog/relation.ts";
import { clearance } from "../../catalog/rule.ts";
import { organization } from "../reference/organization.ts";
import { accessOutcome } from "./codelists.ts";

const security = basis("个人信息保护法", 51);

/** Written by the very statement that reads: what leaves is logged where it leaves. */
export const accessEvent = entity(
  "AccessEvent",
  "One look into closed data, delivered or not (查阅事件).",
  {
    requestId: restricted(text().notNull(), "Number of the request, as the asker was told (请求编号).", security),
    clientId: restricted(text(), "Client that asked (客户端标识).", security),
    audience: restricted(coded(audienceCodes).notNull(), "As whom it asked (访问身份).", security),
    organizationId: restricted(uuid(), "Body that asked (查阅单位).", security),
    purpose: restricted(text(), "Code of the purpose that was stated (用途代码).", security),
    caseNo: restricted(text(), "Number of the case or matter that was stated (案件或事项编号).", security),
    operationName: restricted(text(), "Name of the operation (操作名称).", security),
    coordinates: restricted(text().array().notNull(), "Closed fields and types that could be read, as Type.field (查阅信息项).", security),
    refusedCoordinates: restricted(text().array().notNull(), "Closed fields that were asked for and refused (被拒信息项).", security),
    grantNos: restricted(text().array().notNull(), "Numbers of the sharing grants in force for it (共享授权编号).", security),
    outcome: restricted(coded(accessOutcome).notNull(), "What became of it (查阅结果).", security),
    recordCount: restricted(integer().notNull(), "Records in the answer of which something closed was asked for that the asker may read in some rows (记录数).", security),
    subjectCount: restricted(integer().notNull(), "Persons about whom something closed was in the answer (涉及人数).", security),
    hidden: restricted(boolean().notNull(), "Whether the law keeps it from the persons concerned (是否依法不告知).", security),
    note: withheld(text(), "What was stated in words (备注)."),
    salt: withheld(text().notNull(), "Random text that keeps the event's digest from being guessed (盐值)."),
  },
  {
    rows: clearance("auditor"),
    restricted: "rows",
    plural: "accessLog",
    order: { by: "recordedAt", direction: "DESC" },
    appendOnly: true,
    relations: { organization: one(() => organization, "organizationId", "The body that asked (查阅单位).", { enforced: false }) },
  },
);
