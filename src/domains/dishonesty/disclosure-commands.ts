import { findPersonalData, type Finding } from "../../policy/personal-data.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { transitionCommand, type Command, type Prepared, type Tools } from "../../workflow/command.ts";
import type { Machine } from "../../workflow/machine.ts";
import { brokenOf, invalid, type UserError } from "../../workflow/user-error.ts";
import type { Values } from "../../workflow/workflow.ts";
import { disclosureBasis } from "./disclosure-basis.ts";
import { dishonestyDisclosureMachine } from "./dishonesty-disclosure-machine.ts";
import { findingWords, isDoubtful } from "../../workflow/finding-words.ts";
import { violationDisclosureMachine } from "./violation-disclosure-machine.ts";

/** Kinds of subjects that are bodies, and may be named without a further decision. */
const bodyKinds: readonly unknown[] = ["ORGANIZATION", "ENTERPRISE", "INSTITUTION"];

/** What looks like personal data in a text that is to be public: where, and what kind; what it is, is said nowhere. */
function personalDataIn(field: string, text: unknown, isLet: (finding: Finding) => boolean = () => false): readonly UserError[] {
  if (typeof text !== "string") return [];
  return findPersonalData(text).filter((finding) => !isLet(finding)).map((finding) => ({ code: "PERSONAL_DATA", field: ["input", field], words: findingWords(field, finding) }));
}

/** Whether a record may be public as it will be: its texts without personal data, a person by a decision, and its display not over before it begins. */
const preparePublication = ({ type }: Machine) =>
  async (tools: Tools, viewer: Viewer, input: Values): Promise<Prepared> => {
    const record = await tools.workflow.see(type, viewer, String(input["id"]));
    if (record === null) return {};
    const basisId = input["disclosureBasisId"] ?? record["disclosureBasisId"];
    const isBasisKnown = typeof input["disclosureBasisId"] !== "string" || (await tools.workflow.see(disclosureBasis, viewer, input["disclosureBasisId"])) !== null;
    const [until, from] = [record["displayUntil"], input["displayFrom"] ?? record["today"]];
    const isLet = typeof input["reason"] === "string" && input["reason"].trim() !== "" ? isDoubtful : undefined;
    const rules = brokenOf([
      [!bodyKinds.includes(record["subjectKind"]) && basisId === null, invalid("disclosureBasisId", { en: "A record about a person is public by a decision to publish alone: disclosureBasisId must name it (个人信息保护法 13, 25).", zh: "涉及个人的记录须依据公开决定方可公示，请填写 disclosureBasisId（个人信息保护法第13条、第25条）。" })],
      [!isBasisKnown, invalid("disclosureBasisId", { en: "There is no such decision to publish that the asker may know of.", zh: "公开依据不存在。" })],
      [until === null, invalid("id", { en: "Records of this severity are not displayed by the periods in force, or the date of the document is missing.", zh: "按现行公示期限规则，该严重程度的记录不予公示，或者缺少文书日期。" })],
      [typeof until === "string" && typeof from === "string" && from > until, invalid("displayFrom", { en: "The last day on which the record may be displayed comes before displayFrom, or is over already.", zh: "公示截止日期早于公示起始日期，或者已经届满。" })],
    ]);
    return { userErrors: [...rules, ...["title", "factSummary"].flatMap((field) => personalDataIn(field, input[field] ?? record[field], isLet))] };
  };

/** The reason stands in public. */
const preparePublicReason = (_tools: Tools, _viewer: Viewer, input: Values): Prepared => ({ userErrors: personalDataIn("reason", input["reason"]) });

/** What can be done about a record's way to the public, for each machine of one. */
function commandsOf(machine: Machine, name: string): readonly Command[] {
  return [
    transitionCommand(machine, `review${name}Disclosure`),
    transitionCommand(machine, `keep${name}Unpublished`),
    transitionCommand(machine, `publish${name}`, { prepare: preparePublication(machine) }),
    transitionCommand(machine, `report${name}Annulment`),
    transitionCommand(machine, `withdraw${name}`, { prepare: preparePublicReason }),
    transitionCommand(machine, `redact${name}`, { prepare: preparePublicReason }),
  ];
}

/** How integrity records come before the public and off again. */
export const disclosureCommands: readonly Command[] = Object.freeze([...commandsOf(dishonestyDisclosureMachine, "Dishonesty"), ...commandsOf(violationDisclosureMachine, "Violation")]);
