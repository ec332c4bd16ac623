import { date, text, uuid } from "drizzle-orm/pg-core";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { open } from "../../catalog/field.ts";
import { organizationUsccForm } from "../../catalog/form.ts";
import { many, one } from "../../catalog/relation.ts";
import { always, clearance, within } from "../../catalog/rule.ts";
import { organization } from "./organization.ts";
import { source } from "./source.ts";

/** A body that ended and was succeeded is an Organization with a successor; here is what one and the same body was called before. */
export const formerIdentity = entity(
  "FormerIdentity",
  "A name or code that an organisation had before, by which older records know it (曾用名称与代码).",
  {
    ...envelope(),
    validFrom: open(date(), "First day on which the name and the code were in use; absent where it is not known (启用日期)."),
    validTo: open(date(), "Last day on which the name and the code were in use; absent where it is not known (停用日期)."),
    organizationId: open(uuid().notNull(), "Organisation that had the name (所属机构)."),
    name: open(text().notNull(), "Name at that time (曾用名称)."),
    uscc: open(text(), "Unified social credit code at that time, where it was another one (曾用统一社会信用代码)."),
  },
  {
    rows: always,
    plural: "formerIdentities",
    order: { by: "name", direction: "ASC" },
    search: { title: "name", also: ["uscc"] },
    supply: { by: clearance("department", within("organization.divisionCode")), prefix: "FID", forms: { uscc: organizationUsccForm } },
    relations: {
      organization: one(() => organization, "organizationId", "The organisation that had the name (所属机构).", {
        inverse: many("formerIdentities", "Names and codes that the organisation had before (曾用名称与代码)."),
      }),
      source,
    },
    indexes: [["uscc"]],
  },
);
