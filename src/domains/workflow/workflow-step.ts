import { text, uuid } from "drizzle-orm/pg-core";
import { basis } from "../../catalog/basis.ts";
import { entity } from "../../catalog/entity.ts";
import { open, restricted } from "../../catalog/field.ts";
import type { Entity } from "../../catalog/node-type.ts";
import { many, one } from "../../catalog/relation.ts";
import { allOf, anyBody, through, type Rule } from "../../catalog/rule.ts";
import { union } from "../../catalog/union.ts";
import { keyOf, relationOf } from "../../catalog/workflow-key.ts";
import { organization } from "../reference/organization.ts";

/** What every step says; each member spreads a set of its own. The rows are what is closed. */
const stepFields = () => ({
  event: open(text().notNull(), "What was done, by the name of its change (办理事项)."),
  fromState: open(text(), "State before it; absent where the row began with it (原状态)."),
  toState: open(text().notNull(), "State after it (新状态)."),
  organizationId: open(uuid(), "Body that did it; absent where the hub or a person did (办理单位)."),
  // What is said inside government while it decides, and may name whom it is about.
  reason: restricted(text(), "Why, in the words of whoever did it (办理理由).", basis("政府信息公开条例", 16)),
});

const takenBy = one(() => organization, "organizationId", "The body that did it (办理单位).");

export const workflowStep = union("WorkflowStep", "A step that a row has taken through its workflow, with who did it and why (办理步骤).", stepFields(), { order: { by: "recordedAt", direction: "ASC" }, relations: { organization: takenBy } });

/**
 * Declares the steps of a type's rows as a type of their own: written with each transition, by the same statement, and never changed.
 *
 * @param zh Chinese term of the type
 * @param who which bodies take part, said of the type's row: they see its steps, and nobody else does
 */
export const stepsOf = (type: Entity, zh: string, who: Rule): Entity =>
  entity(
    `${type.name}Step`,
    `A step that a ${type.name} has taken through its workflow (${zh}办理步骤).`,
    { [keyOf(type)]: open(uuid().notNull(), `The ${type.name} that took it (所属${zh}).`), ...stepFields() },
    {
      rows: allOf(anyBody, through(relationOf(type), who)),
      restricted: "rows",
      implements: workflowStep,
      order: { by: "recordedAt", direction: "ASC" },
      appendOnly: true,
      kept: "workflow",
      relations: {
        [relationOf(type)]: one(() => type, keyOf(type), `The ${type.name} that took it (所属${zh}).`, { inverse: many("steps", "The steps that it has taken, for those who take part (办理步骤).") }),
        organization: takenBy,
      },
    },
  );
