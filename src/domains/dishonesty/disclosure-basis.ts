import { date, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { open } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { after, allOf, anyBody, anyOf, own, until } from "../../catalog/rule.ts";
import { legalBasis } from "../reference/legal-basis.ts";
import { organization } from "../reference/organization.ts";
import { source } from "../reference/source.ts";

/**
 * The rule of a record about a person with a relation `disclosureBasis`: the decision to publish it is published and still holds. The first is
 * said although the database would see to it, which lets nobody look along a row that the reader may not have: both locks must say the same.
 */
export const mayBePublished = allOf(after("disclosureBasis.publishedAt"), until("disclosureBasis.expiresOn"));

/** Without one, no record about a person is public (个人信息保护法 13, 25). It says by which provision and by whose decision, never about whom. */
export const disclosureBasis = entity(
  "DisclosureBasis",
  "The decision that a record about a person may be public, by a provision that it names (公开依据).",
  {
    ...envelope(),
    citation: open(text().notNull(), "Provision that lets the record be public (公开的法律依据)."),
    decidedByOrganizationId: open(uuid().notNull(), "Body that decided to publish (公开决定单位)."),
    decidedOn: open(date().notNull(), "Day of the decision to publish (公开决定日期)."),
    reason: open(text().notNull(), "Why publishing is necessary, without naming the person (公开理由)."),
    expiresOn: open(date(), "Last day on which the decision holds; absent where the display period alone ends it (公开依据失效日期)."),
    publishedAt: open(timestamp({ withTimezone: true, precision: 3 }), "When the decision was published, with the record that it is about (公开决定发布时间)."),
  },
  {
    kept: "workflow",
    // Before its record is public, the decision would tell that there is one.
    rows: after("publishedAt", { before: anyOf(own("decidedByOrganizationId"), own("sourceOrganizationId")) }),
    plural: "disclosureBases",
    order: { by: "decidedOn", direction: "DESC" },
    supply: {
      by: allOf(anyBody, own("decidedByOrganizationId")),
      prefix: "DBS",
      periods: [["decidedOn", "expiresOn"]],
      decided: ["publishedAt"], // with the record that it is about, by whoever publishes that
    },
    relations: {
      legalBasis: one(() => legalBasis, "citation", "The text that lets the record be public (公开的法律依据).", {
        to: "citation",
        inverse: many("disclosureBases", "The decisions to publish that rest on the provision (公开依据)."),
      }),
      decidedByOrganization: one(() => organization, "decidedByOrganizationId", "The body that decided to publish (公开决定单位).", {
        inverse: many("disclosureBases", "The body's decisions to publish a record about a person (公开依据)."),
      }),
      source,
    },
  },
);
