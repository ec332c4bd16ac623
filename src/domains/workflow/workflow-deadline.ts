import { boolean, date, text, uuid } from "drizzle-orm/pg-core";
import { entity } from "../../catalog/entity.ts";
import { holds } from "../../catalog/derivation.ts";
import { open } from "../../catalog/field.ts";
import type { Entity } from "../../catalog/node-type.ts";
import { many, one } from "../../catalog/relation.ts";
import { allOf, anyBody, is, past, through, type Rule } from "../../catalog/rule.ts";
import { settled } from "../../catalog/settlement.ts";
import { union } from "../../catalog/union.ts";
import { keyOf, relationOf } from "../../catalog/workflow-key.ts";
import { threshold } from "../policy/threshold.ts";
import { administrativeDivision } from "../reference/administrative-division.ts";

const isOverdue = allOf(is("settlement", "OUTSTANDING"), past("dueOn"));

/** What every deadline says; each member spreads a set of its own. The rows are what is closed. */
const deadlineFields = () => ({
  clock: open(text().notNull(), "Code of the threshold that sets the time (期限代码)."),
  versionCode: open(text().notNull(), "Version of the threshold that was in force when the time began to run (阈值版本)."),
  divisionCode: open(text(), "Code of the division in charge of the row; absent where it is in the charge of none (管辖行政区划代码)."),
  startedOn: open(date().notNull(), "Day from which the time counts; the day itself is not counted (起算日期)."),
  dueOn: open(date().notNull(), "Last day of the time, by the calendar as it was when it began (届满日期)."),
  metOn: open(date(), "Day on which what was due was done (办结日期)."),
  settlement: open(settled("dueOn", "metOn"), "Whether what was due was done in time (履行情况)."),
  isOverdue: open(boolean(), "Whether the last day is over and it is not done (是否逾期).", { derived: holds(isOverdue) }),
});

/** What every deadline leads to. */
const deadlineRelations = {
  division: one(() => administrativeDivision, "divisionCode", "The division in charge of the row (管辖行政区划).", { to: "code" }),
  threshold: one(() => threshold, "versionCode", "The rule that sets the time, as it was when the time began to run (期限规则).", { to: "versionCode", enforced: false }), // rules are data that come as files; what they have begun stays
};

export const workflowDeadline = union("WorkflowDeadline", "A time that runs for a row in its workflow, with its last day (办理期限).", deadlineFields(), {
  order: { by: "dueOn", direction: "ASC" },
  relations: deadlineRelations,
});

/**
 * Declares the deadlines of a type's rows as a type of their own: begun and met with the transitions, by the same statement.
 *
 * @param zh Chinese term of the type
 * @param who which bodies take part, said of the type's row: they see its deadlines, and nobody else does
 */
export const deadlinesOf = (type: Entity, zh: string, who: Rule): Entity =>
  entity(
    `${type.name}Deadline`,
    `A time that runs for a ${type.name} in its workflow (${zh}办理期限).`,
    { [keyOf(type)]: open(uuid().notNull(), `The ${type.name} for which it runs (所属${zh}).`), ...deadlineFields() },
    {
      rows: allOf(anyBody, through(relationOf(type), who)),
      implements: workflowDeadline,
      order: { by: "dueOn", direction: "ASC" },
      kept: "workflow",
      relations: {
        [relationOf(type)]: one(() => type, keyOf(type), `The ${type.name} for which it runs (所属${zh}).`, { inverse: many("deadlines", "The times that run for it, for those who take part (办理期限).") }),
        ...deadlineRelations,
      },
      indexes: [[keyOf(type), "clock"]],
    },
  );
