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

/** The words that are to be public: every text that whoever publishes may write anew. */
const textsOf = ({ type, transitions }: Machine, event: string): readonly string[] => (transitions[event]?.takes ?? []).filter((key) => type.storage.places[key]!.column.getSQLType() === "text");

/** Whether a record may be public as it will be: its texts without personal data, a person by a decision that holds, and its display not over before it begins. */
const preparePublication = ({ type }: Machine, texts: readonly string[]) =>
  async (tools: Tools, viewer: Viewer, input: Values): Promise<Prepared> => {
    const record = await tools.workflow.see(type, viewer, String(input["id"]));
    if (record === null) return {};
    const [given, standing] = [input["disclosureBasisId"] ?? null, record["disclosureBasisId"] ?? null];
    const basis = typeof given === "string" ? await tools.workflow.see(disclosureBasis, viewer, given) : typeof standing === "string" ? await tools.workflow.seeNamed(disclosureBasis, viewer, standing) : null;
    const [until, from, today] = [record["displayUntil"], String(input["displayFrom"] ?? record["today"]), String(record["today"])];
    const isPerson = !bodyKinds.includes(record["subjectKind"]);
    const isLet = typeof input["reason"] === "string" && input["reason"].trim() !== "" ? isDoubtful : undefined;
    const rules = brokenOf([
      [isPerson && given === null && standing === null, invalid("disclosureBasisId", { en: "A record about a person is public by a decision to publish alone: disclosureBasisId must name it (个人信息保护法 13, 25).", zh: "涉及个人的记录须依据公开决定方可公示，请填写 disclosureBasisId（个人信息保护法第13条、第25条）。" })],
      [given !== null && basis === null, invalid("disclosureBasisId", { en: "There is no such decision to publish that the asker may know of.", zh: "公开依据不存在。" })],
      [isPerson && typeof basis?.["expiresOn"] === "string" && basis["expiresOn"] < from, invalid("disclosureBasisId", { en: "The decision to publish ends before displayFrom: a person is not named by it any more.", zh: "公开依据在公示起始日期前已失效，不得据以公示个人信息。" })],
      // The decision becomes public with the record: a day before, it would tell of it.
      [isPerson && basis !== null && basis["publishedAt"] === null && from > today, invalid("displayFrom", { en: "A record about a person is displayed from today, as the decision to publish it becomes public now.", zh: "涉及个人的记录须自今日起公示，其公开依据随之公布。" })],
      [until === null, invalid("id", { en: "Records of this severity are not displayed by the periods in force, or the date of the document is missing.", zh: "按现行公示期限规则，该严重程度的记录不予公示，或者缺少文书日期。" })],
      [typeof until === "string" && from > until, invalid("displayFrom", { en: "The last day on which the record may be displayed comes before displayFrom, or is over already.", zh: "公示截止日期早于公示起始日期，或者已经届满。" })],
    ]);
    return { userErrors: [...rules, ...texts.flatMap((field) => personalDataIn(field, input[field] ?? record[field], isLet))] };
  };

/** The reason of a withdrawal, and the number of the document behind it, stand in public. */
const preparePublic = (field: "reason" | "annulmentDocumentNo") => (_tools: Tools, _viewer: Viewer, input: Values): Prepared => ({ userErrors: personalDataIn(field, input[field]) });

/** What can be done about a record's way to the public, for each machine of one. */
function commandsOf(machine: Machine, name: string): readonly Command[] {
  return [
    transitionCommand(machine, `review${name}Disclosure`),
    transitionCommand(machine, `keep${name}Unpublished`),
    transitionCommand(machine, `publish${name}`, { prepare: preparePublication(machine, textsOf(machine, `publish${name}`)) }),
    transitionCommand(machine, `report${name}Annulment`, { prepare: preparePublic("annulmentDocumentNo") }),
    transitionCommand(machine, `withdraw${name}`, { prepare: preparePublic("reason") }),
    transitionCommand(machine, `redact${name}`, { prepare: preparePublic("reason") }),
  ];
}

/** How integrity records come before the public and off again. */
export const disclosureCommands: readonly Command[] = Object.freeze([...commandsOf(dishonestyDisclosureMachine, "Dishonesty"), ...commandsOf(violationDisclosureMachine, "Violation")]);
