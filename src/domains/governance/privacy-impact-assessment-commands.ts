import type { Viewer } from "../../policy/viewer.ts";
import { transitionCommand, type Command, type Prepared, type Tools } from "../../workflow/command.ts";
import { brokenOf, invalid } from "../../workflow/user-error.ts";
import type { Values } from "../../workflow/workflow.ts";
import { inNameOfBody } from "./in-name-of-body-commands.ts";
import { privacyImpactAssessmentMachine } from "./privacy-impact-assessment-machine.ts";

/** What is assessed is in the graph: each type once, in order. */
function prepareContent({ catalogue }: Tools, _viewer: Viewer, input: Values): Prepared {
  const given = input["assessedTypes"] as readonly string[] | null | undefined;
  if (!given) return {};
  const userErrors = brokenOf([
    [given.length === 0, invalid("assessedTypes", { en: "assessedTypes must not be empty.", zh: "assessedTypes 不能为空。" })],
    ...given.map((name, place) => [!catalogue.types.has(name), invalid(["assessedTypes", place], { en: "assessedTypes names types of the graph.", zh: "assessedTypes 须为本枢纽的数据类型。" })] as const),
  ]);
  return { values: { assessedTypes: [...new Set(given)].sort() }, userErrors };
}

/** What can be done about assessments. */
export const privacyImpactAssessmentCommands: readonly Command[] = Object.freeze([
  transitionCommand(privacyImpactAssessmentMachine, "draftAssessment", { prepare: inNameOfBody(prepareContent) }),
  transitionCommand(privacyImpactAssessmentMachine, "reviseAssessment", { prepare: prepareContent }),
  ...["submitAssessment", "approveAssessment", "returnAssessment"].map((event) => transitionCommand(privacyImpactAssessmentMachine, event)),
]);
