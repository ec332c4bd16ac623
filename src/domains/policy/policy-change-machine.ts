import { allOf, anyBody, clearance, is, own, seat } from "../../catalog/rule.ts";
import { machine } from "../../workflow/declare-machine.ts";
import { reasonName, type Effect } from "../../workflow/machine.ts";
import { asker, byCommand, constant, dayBefore, number, reason, row, today, type Source } from "../../workflow/source.ts";
import { policyChangeState } from "./codelists.ts";
import { displayPeriod } from "./display-period.ts";
import { policyChange } from "./policy-change.ts";
import { threshold } from "./threshold.ts";

const decides = clearance("creditLead", seat("divisionCode", "PROVINCE"));

/** Nobody approves what he has proposed himself. */
const notBy = { client: "proposedBy" };

const rowOf = (...keys: readonly string[]): Record<string, Source> => Object.fromEntries(keys.map((key) => [key, row(key)]));
const common = rowOf("versionCode", "effectiveFrom", "basisCitation", "confidence", "note");

const periods = is("kind", "DISPLAY_PERIOD");
const thresholds = is("kind", "THRESHOLD");

/** The version that holds until then ends on the day before, and the new one begins. */
const effects: readonly Effect[] = [
  { effect: "change", of: displayPeriod, when: periods, where: { ...rowOf("catalogItemCode", "severity"), effectiveTo: "absent" }, sets: { effectiveTo: dayBefore("effectiveFrom") } },
  { effect: "make", of: displayPeriod, when: periods, sets: { ...common, ...rowOf("catalogItemCode", "severity", "isDisplayed", "minMonths", "maxMonths") } },
  { effect: "change", of: threshold, when: thresholds, where: { code: row("thresholdCode"), effectiveTo: "absent" }, sets: { effectiveTo: dayBefore("effectiveFrom") } },
  { effect: "make", of: threshold, when: thresholds, sets: { ...common, ...rowOf("name", "value", "unit"), code: row("thresholdCode") } },
];

/** How a policy row is changed: a lead proposes, the province's lead decides, by another client; the new version holds from a day that is yet to come or today. */
export const policyChangeMachine = machine({
  type: policyChange,
  states: policyChangeState.values,
  state: { field: "state" },
  version: "version",
  transitions: {
    proposePolicyChange: {
      doc: "Proposes a new version of a display period or a threshold (提出政策规则变更).",
      from: [],
      to: "PROPOSED",
      by: clearance("creditLead"),
      takes: ["kind", "catalogItemCode", "severity", "isDisplayed", "minMonths", "maxMonths", "thresholdCode", "name", "value", "unit", "effectiveFrom", "basisCitation", "confidence", "note"],
      needs: ["kind", "effectiveFrom", "basisCitation", "confidence"],
      sets: { changeNo: number("ZB"), versionCode: byCommand, divisionCode: constant("510000"), proposedOn: today, proposedById: asker("body"), proposedBy: asker("client") },
      demands: { effectiveFrom: [{ demand: "notOver" }] },
    },
    approvePolicyChange: {
      doc: "Approves a change of policy: the new version holds from its day on, and the one before until the day before (批准政策规则变更).",
      from: ["PROPOSED"],
      to: "APPROVED",
      by: decides,
      notBy,
      takes: ["effectiveFrom"],
      sets: { versionCode: byCommand, follows: byCommand, decidedOn: today, decidedBy: asker("client"), decisionReason: reason },
      // Nothing is ruled for days that are over: whoever relied on the rule of the day was right.
      demands: { effectiveFrom: [{ demand: "notOver" }] },
      effects,
    },
    rejectPolicyChange: { doc: "Rejects a change of policy, with the reason (不批准政策规则变更，须说明理由).", from: ["PROPOSED"], to: "REJECTED", by: decides, notBy, needs: [reasonName], sets: { decidedOn: today, decidedBy: asker("client"), decisionReason: reason } },
    withdrawPolicyChange: { doc: "Takes one's own proposal back before it is decided (撤回政策规则变更).", from: ["PROPOSED"], to: "WITHDRAWN", by: allOf(anyBody, own("proposedById")) },
  },
});
