import type { Viewer } from "../../policy/viewer.ts";
import { transitionCommand, type Command, type Prepared, type Tools } from "../../workflow/command.ts";
import { brokenOf, invalid, type UserError } from "../../workflow/user-error.ts";
import type { Values } from "../../workflow/workflow.ts";
import { legalBasis } from "../reference/legal-basis.ts";
import { catalogItem } from "./catalog-item.ts";
import { policyChangeMachine } from "./policy-change-machine.ts";
import { policyChange } from "./policy-change.ts";

/** What a change of each kind must say. */
const demanded: Readonly<Record<string, readonly string[]>> = { DISPLAY_PERIOD: ["catalogItemCode", "severity", "isDisplayed", "minMonths", "maxMonths"], THRESHOLD: ["thresholdCode", "value", "unit"] };
const others: Readonly<Record<string, readonly string[]>> = { DISPLAY_PERIOD: ["thresholdCode", "name", "value", "unit"], THRESHOLD: ["catalogItemCode", "severity", "isDisplayed", "minMonths", "maxMonths"] };

/** The last version of a rule: which it is, when it begins, and what it is called. */
interface Version {
  readonly code: string;
  readonly from: string | null;
  readonly name: string | null;
}

/** The last version of the rule that a change is about; null where there is none. */
async function lastVersion(tools: Tools, change: Values): Promise<Version | null> {
  const last = (name: string, table: string, where: string): string =>
    `select json_build_object('code', "version_code", 'from', "effective_from", 'name', ${name})::text from "${table}" where ${where} order by "effective_from" desc nulls last limit 1`;
  const answer =
    change["kind"] === "DISPLAY_PERIOD"
      ? await tools.service.ask(last("null", "display_period", `"catalog_item_code" = $1::text and "severity" = $2::text`), [String(change["catalogItemCode"]), String(change["severity"])], { prepare: true })
      : await tools.service.ask(last(`"name"`, "threshold", `"code" = $1::text`), [String(change["thresholdCode"])], { prepare: true });
  return answer === null ? null : (JSON.parse(answer.toString("utf8")) as Version);
}

/** The rule that a change is about. */
const ruleOf = (change: Values): string => (change["kind"] === "DISPLAY_PERIOD" ? `${String(change["catalogItemCode"])}/${String(change["severity"])}` : String(change["thresholdCode"]));

/** The code of the version that a change makes, by what it is about and its first day. */
const versionCodeOf = (change: Values): string => `${ruleOf(change)}@${String(change["effectiveFrom"])}`;

/** Versions follow each other: none begins before or with the last one that there is. */
const mustFollow = (last: Version | null, effectiveFrom: unknown): readonly UserError[] =>
  brokenOf([[last?.from != null && String(effectiveFrom) <= last.from, invalid("effectiveFrom", { en: "A version of the same rule begins on effectiveFrom or later; the new one must begin after it.", zh: "同一规则已有版本自 effectiveFrom 当日或之后施行，新版本须晚于该版本施行。" })]]);

const isWhole = (value: unknown): boolean => typeof value === "number" && value >= 0 && value <= 600;

async function prepareProposal(tools: Tools, viewer: Viewer, input: Values): Promise<Prepared> {
  const kind = String(input["kind"]);
  const missing = demanded[kind]!.filter((key) => input[key] === undefined || input[key] === null || input[key] === "").map((key) => invalid(key, { en: `${key} must be given for a change of this kind.`, zh: `此类变更须填写 ${key}。` }));
  const strange = others[kind]!.filter((key) => input[key] !== undefined && input[key] !== null).map((key) => invalid(key, { en: `${key} has no meaning for a change of this kind.`, zh: `此类变更不填写 ${key}。` }));
  if (missing.length + strange.length > 0) return { userErrors: [...missing, ...strange] };
  const [item, law, last] = await Promise.all([
    kind === "DISPLAY_PERIOD" ? tools.lookUp(viewer, catalogItem, "code", String(input["catalogItemCode"])) : null,
    tools.lookUp(viewer, legalBasis, "citation", String(input["basisCitation"])),
    lastVersion(tools, input),
  ]);
  const isPeriod = kind === "DISPLAY_PERIOD";
  const isNameless = !isPeriod && (input["name"] ?? last?.name ?? null) === null;
  const rules = brokenOf([
    [isPeriod && item === null, invalid("catalogItemCode", { en: "There is no dataset of the code catalogItemCode.", zh: "catalogItemCode 不在公共信用信息目录中。" })],
    [isPeriod && !(isWhole(input["minMonths"]) && isWhole(input["maxMonths"]) && Number(input["minMonths"]) <= Number(input["maxMonths"])), invalid("maxMonths", { en: "minMonths and maxMonths are whole numbers from 0 to 600, and minMonths is not the greater.", zh: "minMonths、maxMonths 须为 0 至 600 的整数，且 minMonths 不大于 maxMonths。" })],
    [!isPeriod && !(Number(input["value"]) >= 0), invalid("value", { en: "value must not be less than 0.", zh: "value 不得小于 0。" })],
    [isNameless, invalid("name", { en: "A threshold that is new needs a name.", zh: "新阈值须填写 name。" })],
    [law === null, invalid("basisCitation", { en: "basisCitation is no provision that the hub knows; legalBases lists them.", zh: "basisCitation 不在法律依据清单（legalBases）中。" })],
  ]);
  return { values: { versionCode: versionCodeOf(input), ...(isPeriod ? {} : { name: input["name"] ?? last?.name }) }, userErrors: [...rules, ...mustFollow(last, input["effectiveFrom"])] };
}

async function prepareApproval(tools: Tools, viewer: Viewer, input: Values): Promise<Prepared> {
  const change = await tools.workflow.see(policyChange, viewer, String(input["id"]));
  if (change?.["state"] !== "PROPOSED") return {}; // what is decided is told by the state, whatever days it has
  const approved = { ...change, effectiveFrom: input["effectiveFrom"] ?? change["effectiveFrom"] };
  const last = await lastVersion(tools, approved);
  return { values: { versionCode: versionCodeOf(approved), follows: `${String(change["kind"])} ${last?.code ?? ruleOf(approved)}` }, userErrors: mustFollow(last, approved.effectiveFrom) };
}

/** What can be done about changes of policy. */
export const policyChangeCommands: readonly Command[] = Object.freeze([
  transitionCommand(policyChangeMachine, "proposePolicyChange", { prepare: prepareProposal }),
  transitionCommand(policyChangeMachine, "approvePolicyChange", { prepare: prepareApproval }),
  transitionCommand(policyChangeMachine, "rejectPolicyChange"),
  transitionCommand(policyChangeMachine, "withdrawPolicyChange"),
]);
