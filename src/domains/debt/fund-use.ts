import { integer, numeric, text, uuid } from "drizzle-orm/pg-core";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { open } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { always, clearance, within } from "../../catalog/rule.ts";
import { project } from "../reference/project.ts";
import { bondTranche } from "./bond-tranche.ts";
import { source } from "../reference/source.ts";

export const fundUse = entity(
  "FundUse",
  "What a project was allotted from a bond in a year, and what of it was spent (债券资金使用).",
  {
    ...envelope(),
    trancheId: open(uuid().notNull(), "Part of a bond that the money comes from (资金来源债券分项)."),
    projectCode: open(text().notNull(), "Code of the project that spends it (项目代码)."),
    year: open(integer().notNull(), "Budget year (年度)."),
    budget: open(numeric({ precision: 18, scale: 2 }).notNull(), "Allotted for the year in 元 (年度预算)."),
    spent: open(numeric({ precision: 18, scale: 2 }).notNull(), "Spent in the year in 元 (年度支出)."),
  },
  {
    rows: always,
    order: { by: "year", direction: "DESC" },
    supply: { by: clearance("finance", within("tranche.divisionCode")), prefix: "FUS" },
    relations: {
      tranche: one(() => bondTranche, "trancheId", "The part of a bond that the money comes from (资金来源债券分项).", {
        inverse: many("fundUses", "How the money was spent, by year (资金使用)."),
      }),
      project: one(() => project, "projectCode", "The project that spends it (使用资金的项目).", {
        to: "code",
        enforced: false, // as the tranche's: the project may come later
        inverse: many("fundUses", "Bond money that the project was allotted and has spent, by year (债券资金使用)."),
      }),
      source,
    },
  },
);
