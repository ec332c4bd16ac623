import { organizationUsccForm } from "../../catalog/form.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { transitionCommand, type Command, type Prepared, type Tools } from "../../workflow/command.ts";
import type { Machine } from "../../workflow/machine.ts";
import { brokenOf, invalid } from "../../workflow/user-error.ts";
import type { Values } from "../../workflow/workflow.ts";
import { disclosureBasis } from "./disclosure-basis.ts";
import { dishonestyDisclosureMachine } from "./dishonesty-disclosure-machine.ts";
import { personalDataBeside } from "./personal-data-beside-commands.ts";
import { violationDisclosureMachine } from "./violation-disclosure-machine.ts";

/** Kinds of subjects that are bodies, and may be named without a further decision. */
const bodyKinds: readonly unknown[] = ["ORGANIZATION", "ENTERPRISE", "INSTITUTION"];

/** Whether a record says which organisation it is about: a name alone may be anybody's, and a code of a trader as a natural person is a person's, whatever the kind says. */
function namesBody({ subjectOrganizationId, subjectUscc }: Values): boolean {
  const code = typeof subjectUscc === "string" ? subjectUscc : null;
  return code === null ? typeof subjectOrganizationId === "string" : organizationUsccForm.isValid(code);
}

/** Whether a record may be public as it will be: a person by a decision that holds, its display not over before it begins, and nothing beside it that tells of a person. */
const preparePublication = ({ type }: Machine) =>
  async (tools: Tools, viewer: Viewer, input: Values): Promise<Prepared> => {
    const record = await tools.workflow.see(type, viewer, String(input["id"]));
    if (record?.["disclosureState"] !== "UNDER_DISCLOSURE_REVIEW") return {}; // what nobody reviews is told by the state, whatever it says
    const [given, standing] = [input["disclosureBasisId"] ?? null, record["disclosureBasisId"] ?? null];
    const basis = typeof given === "string" ? await tools.workflow.see(disclosureBasis, viewer, given) : typeof standing === "string" ? await tools.workflow.seeNamed(disclosureBasis, viewer, standing) : null;
    const [until, from, today] = [record["displayUntil"], String(input["displayFrom"] ?? record["today"]), String(record["today"])];
    const isPerson = !bodyKinds.includes(record["subjectKind"]);
    const rules = brokenOf([
      [!isPerson && !namesBody(record), invalid("id", { en: "The record says that it is about a body, and does not say which: it names no organisation, or has the code of a trader as a natural person, whose record is public by a decision to publish alone.", zh: "记录的主体类型为机构，但未载明是哪一机构，或者所载代码属于个体工商户；涉及个人的记录须依据公开决定方可公示。" })],
      [isPerson && given === null && standing === null, invalid("disclosureBasisId", { en: "A record about a person is public by a decision to publish alone: disclosureBasisId must name it (个人信息保护法 13, 25).", zh: "涉及个人的记录须依据公开决定方可公示，请填写 disclosureBasisId（个人信息保护法第13条、第25条）。" })],
      [given !== null && basis === null, invalid("disclosureBasisId", { en: "There is no such decision to publish that the asker may know of.", zh: "公开依据不存在。" })],
      [isPerson && typeof basis?.["expiresOn"] === "string" && basis["expiresOn"] < from, invalid("disclosureBasisId", { en: "The decision to publish ends before displayFrom: a person is not named by it any more.", zh: "公开依据在公示起始日期前已失效，不得据以公示个人信息。" })],
      // The decision becomes public with the record: a day before, it would tell of it.
      [isPerson && basis !== null && basis["publishedAt"] === null && from > today, invalid("displayFrom", { en: "A record about a person is displayed from today, as the decision to publish it becomes public now.", zh: "涉及个人的记录须自今日起公示，其公开依据随之公布。" })],
      [until === null, invalid("id", { en: "Records of this severity are not displayed by the periods in force, or the date of the document is missing.", zh: "按现行公示期限规则，该严重程度的记录不予公示，或者缺少文书日期。" })],
      [typeof until === "string" && from > until, invalid("displayFrom", { en: "The last day on which the record may be displayed comes before displayFrom, or is over already.", zh: "公示截止日期早于公示起始日期，或者已经届满。" })],
    ]);
    return { userErrors: [...rules, ...(await personalDataBeside(tools, type, input, basis))] };
  };

/** What can be done about a record's way to the public, for each machine of one. */
function commandsOf(machine: Machine, name: string): readonly Command[] {
  return [
    ...[`review${name}Disclosure`, `keep${name}Unpublished`].map((event) => transitionCommand(machine, event)),
    transitionCommand(machine, `publish${name}`, { prepare: preparePublication(machine) }),
    ...[`report${name}Annulment`, `withdraw${name}`, `redact${name}`].map((event) => transitionCommand(machine, event)),
  ];
}

/** How integrity records come before the public and off again. */
export const disclosureCommands: readonly Command[] = Object.freeze([...commandsOf(dishonestyDisclosureMachine, "Dishonesty"), ...commandsOf(violationDisclosureMachine, "Violation")]);
