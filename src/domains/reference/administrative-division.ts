import { date, text } from "drizzle-orm/pg-core";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { open } from "../../catalog/field.ts";
import { divisionCodeForm } from "../../catalog/form.ts";
import { many, one } from "../../catalog/relation.ts";
import { always, clearance } from "../../catalog/rule.ts";
import { divisionLevel } from "./codelists.ts";

export const administrativeDivision = entity(
  "AdministrativeDivision",
  "A province, prefecture, county or township as coded by the state; one that no longer exists has its last day in validTo (行政区划, GB/T 2260).",
  {
    code: open(text().notNull().unique(), "Code of the division: six digits, nine for a township (行政区划代码)."),
    name: open(text().notNull(), "Name of the division (名称)."),
    level: open(coded(divisionLevel).notNull(), "Level of the division (层级)."),
    parentCode: open(text(), "Code of the division above; absent for the province (上级行政区划代码)."),
    validFrom: open(date(), "First day on which the code was in use (启用日期)."),
    validTo: open(date(), "Last day on which the code was in use; absent while it is (停用日期)."),
    successorCode: open(text(), "Code of the division that took this one's place (承继代码)."),
    sourceNote: open(text(), "What a former code rests on, and what of it is still to be verified (来源说明)."),
  },
  {
    rows: always,
    keys: { code: "code" },
    order: { by: "code", direction: "ASC" },
    search: { title: "name", also: ["code"] },
    // A code is the whole province's, and no body's jurisdiction says which one keeps the list: the operator loads what the province publishes.
    supply: { by: clearance("operator"), key: "code", takes: "ALL_ROWS", forms: { code: divisionCodeForm, successorCode: divisionCodeForm } },
    relations: {
      parent: one("AdministrativeDivision", "parentCode", "The division above (上级行政区划).", { to: "code", inverse: many("children", "The divisions directly below, former ones included (下级行政区划).") }),
      successor: one("AdministrativeDivision", "successorCode", "The division that took this one's place (承继行政区划).", {
        to: "code",
        enforced: false, // a successor may lie in another province
        inverse: many("predecessors", "The divisions whose place it took (被承继行政区划)."),
        last: { name: "today", doc: "The division that has its place today: itself, or the last of its successors (现行行政区划)." },
      }),
    },
    indexes: [["level", "code"]],
  },
);
