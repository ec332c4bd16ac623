import type { Viewer } from "../../policy/viewer.ts";
import { transitionCommand, type Command, type Prepared, type Tools } from "../../workflow/command.ts";
import { brokenOf, invalid } from "../../workflow/user-error.ts";
import type { Values } from "../../workflow/workflow.ts";
import { dataCategory } from "./codelists.ts";
import { inNameOfBody } from "./in-name-of-body-commands.ts";
import { securityIncidentMachine } from "./security-incident-machine.ts";

const categories: readonly string[] = dataCategory.values;

/** Each category once, in the order of the codelist; none that is not in it. */
function prepareCategories(_tools: Tools, _viewer: Viewer, input: Values): Prepared {
  const given = input["dataCategories"] as readonly string[] | null | undefined;
  if (!given) return {};
  const userErrors = brokenOf([
    [given.length === 0, invalid("dataCategories", { en: "dataCategories must not be empty.", zh: "dataCategories 不能为空。" })],
    ...given.map((each, place) => [!categories.includes(each), invalid(["dataCategories", place], { en: `A category is one of ${categories.join(", ")}.`, zh: `数据类别须为 ${categories.join("、")} 之一。` })] as const),
  ]);
  return { values: { dataCategories: categories.filter((each) => given.includes(each)) }, userErrors };
}

/** The persons are told, or it is said why they need not be (个人信息保护法第57条). */
function prepareNotice(_tools: Tools, _viewer: Viewer, input: Values): Prepared {
  const [isTold, reason] = [(input["personsNotifiedOn"] ?? null) !== null, input["notNotifiedReason"]];
  const isExcused = typeof reason === "string" && reason.trim() !== "";
  const words = { en: "Say on which day the persons were told, or why they need not be: one of the two.", zh: "须填写通知个人的日期，或者说明不通知个人的理由，二者择一。" };
  return { userErrors: brokenOf([[isTold === isExcused, invalid(isTold ? "notNotifiedReason" : "personsNotifiedOn", words)]]) };
}

/** What can be done about incidents. */
export const securityIncidentCommands: readonly Command[] = Object.freeze([
  transitionCommand(securityIncidentMachine, "reportIncident", { prepare: inNameOfBody(prepareCategories) }),
  transitionCommand(securityIncidentMachine, "containIncident", { prepare: prepareCategories }),
  transitionCommand(securityIncidentMachine, "notifyIncident", { prepare: prepareNotice }),
  transitionCommand(securityIncidentMachine, "closeIncident"),
]);
