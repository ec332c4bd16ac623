import { date, numeric, text, uuid } from "drizzle-orm/pg-core";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { open, shared } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { always, clearance, within } from "../../catalog/rule.ts";
import { administrativeDivision } from "./administrative-division.ts";
import { projectKind, projectStage } from "./codelists.ts";
import { organization } from "./organization.ts";
import { source } from "./source.ts";

export const project = entity(
  "Project",
  "A project of a government body, known everywhere by its code on the investment-project platform (项目).",
  {
    ...envelope(),
    code: open(text().notNull().unique(), "Code of the government-investment project (政府投资项目代码, 政府投资条例第10条)."),
    name: open(text().notNull(), "Name of the project (项目名称)."),
    kind: open(coded(projectKind).notNull(), "What the project is mainly about (项目类型)."),
    stage: open(coded(projectStage).notNull(), "How far it has come (项目阶段)."),
    ownerId: open(uuid().notNull(), "Body that is responsible for the project (项目业主)."),
    divisionCode: open(text().notNull(), "Code of the division where it is (建设地点行政区划代码)."),
    investment: open(numeric({ precision: 18, scale: 2 }), "Planned investment in 元 (投资额)."),
    approvedOn: open(date(), "Day of approval (批准日期)."),
    planNo: shared(text(), "Number in the annual plan of the finance department (计划编号)."),
  },
  {
    rows: always,
    keys: { code: "code" },
    order: { by: "code", direction: "ASC" },
    search: { title: "name", also: ["code"] },
    supply: { by: clearance(["department", "creditLead", "investment"], within("divisionCode")), key: "code", prefix: "PRJ" },
    relations: {
      owner: one(() => organization, "ownerId", "The body that is responsible for the project (项目业主).", { inverse: many("projects", "The projects that the body is responsible for (项目).") }),
      division: one(() => administrativeDivision, "divisionCode", "The division where the project is (建设地点).", {
        to: "code",
        inverse: many("projects", "The projects in this division (项目)."),
      }),
      source,
    },
  },
);
