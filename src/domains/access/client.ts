import { boolean, integer, text, uuid } from "drizzle-orm/pg-core";
import { audienceCodes } from "../../catalog/audience-code.ts";
import { basis } from "../../catalog/basis.ts";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { open, restricted, withheld } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { anyOf, clearance, own } from "../../catalog/rule.ts";
import { organization } from "../reference/organization.ts";
import { clientState } from "./codelists.ts";

const security = basis("数据安全法", 27);

export const client = entity(
  "Client",
  "A system that asks in the name of one body, as it is registered (客户端).",
  {
    clientId: restricted(text().notNull().unique(), "Identifier of the client, as it stands in its tokens (客户端标识).", security),
    name: restricted(text().notNull(), "What the client is called (客户端名称).", security),
    organizationId: open(uuid(), "Body or enterprise in whose name it asks; absent for developers, auditors and operators (所属单位)."),
    audience: restricted(coded(audienceCodes).notNull(), "As whom it asks (访问身份).", security),
    jurisdictionCode: restricted(text(), "Code of the division whose subtree is its jurisdiction (管辖区域代码).", security),
    state: restricted(coded(clientState).notNull().default("ACTIVE"), "Whether it may ask (客户端状态).", security),
    stateReason: restricted(text(), "Why it is in that state (状态原因).", security),
    mayHide: restricted(boolean().notNull().default(false), "Whether the law lets it keep a look in an open case from the person concerned (可申请隐藏查阅).", security),
    contact: restricted(text(), "Office to turn to about the client (联系部门).", security),
    version: restricted(integer().notNull().default(1), "Number of the version, to be named by whoever changes it (版本号).", security),
    registeredBy: withheld(text(), "Client of the operator who registered it (登记者)."),
  },
  {
    kept: "workflow",
    rows: anyOf(clearance("operator"), own("organizationId")),
    restricted: "rows",
    order: { by: "recordedAt", direction: "ASC" },
    relations: { organization: one(() => organization, "organizationId", "The body or enterprise in whose name it asks (所属单位).", { inverse: many("clients", "Its clients (客户端).") }) },
  },
);
