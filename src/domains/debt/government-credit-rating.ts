import { date, text } from "drizzle-orm/pg-core";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { open } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { always, clearance, within } from "../../catalog/rule.ts";
import { administrativeDivision } from "../reference/administrative-division.ts";
import { ratingOutlook } from "./codelists.ts";
import { source } from "../reference/source.ts";

export const governmentCreditRating = entity(
  "GovernmentCreditRating",
  "What a rating agency has published about a government's credit (地方政府信用评级).",
  {
    ...envelope(),
    divisionCode: open(text().notNull(), "Code of the division whose government is rated (被评级行政区划代码)."),
    agency: open(text().notNull(), "Agency that rates (评级机构)."),
    grade: open(text().notNull(), "Grade on the agency's own scale, for example AA+ (信用等级)."),
    outlook: open(coded(ratingOutlook).notNull(), "Where the grade is expected to go (评级展望)."),
    ratedOn: open(date().notNull(), "Day of the rating (评级日期)."),
  },
  {
    rows: always,
    order: { by: "ratedOn", direction: "DESC" },
    supply: { by: clearance("finance", within("divisionCode")), prefix: "GCR" }, // agencies are no bodies: the finance department, which engages them, delivers
    relations: {
      division: one(() => administrativeDivision, "divisionCode", "The division whose government is rated (被评级行政区划).", {
        to: "code",
        inverse: many("creditRatings", "How agencies rate the credit of the division's government (地方政府信用评级)."),
      }),
      source,
    },
  },
);
