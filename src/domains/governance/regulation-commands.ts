import type { Viewer } from "../../policy/viewer.ts";
import { transitionCommand, type Command, type Prepared, type Tools } from "../../workflow/command.ts";
import { brokenOf, invalid } from "../../workflow/user-error.ts";
import type { Values } from "../../workflow/workflow.ts";
import { regulationTag } from "./codelists.ts";
import { inNameOfBody } from "./in-name-of-body-commands.ts";
import { regulationMachine } from "./regulation-machine.ts";

const tags: readonly string[] = regulationTag.values;

/** Each tag once, in the order of the codelist; none that is not in it. */
function prepareContent(_tools: Tools, _viewer: Viewer, input: Values): Prepared {
  const given = input["tags"] as readonly string[] | null | undefined;
  if (!given) return {};
  const userErrors = brokenOf([
    [given.length === 0, invalid("tags", { en: "tags must not be empty.", zh: "tags 不能为空。" })],
    ...given.map((tag, place) => [!tags.includes(tag), invalid(["tags", place], { en: `A tag is one of ${tags.join(", ")}.`, zh: `主题须为 ${tags.join("、")} 之一。` })] as const),
  ]);
  return { values: { tags: tags.filter((tag) => given.includes(tag)) }, userErrors };
}

/** What can be done about regulations. */
export const regulationCommands: readonly Command[] = Object.freeze([
  transitionCommand(regulationMachine, "draftRegulation", { prepare: inNameOfBody(prepareContent) }),
  transitionCommand(regulationMachine, "reviseRegulation", { prepare: prepareContent }),
  ...["openConsultation", "adoptRegulation", "enactRegulation"].map((event) => transitionCommand(regulationMachine, event)),
  transitionCommand(regulationMachine, "amendRegulation", { prepare: prepareContent }),
  transitionCommand(regulationMachine, "repealRegulation"),
]);
