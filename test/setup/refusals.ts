import { admitted, pathsOf } from "../../src/catalog/rule.ts";
import { audiences } from "../../src/catalog/audience.ts";
import { reasonName, type Machine } from "../../src/workflow/machine.ts";
import { turnsOf } from "../../src/workflow/turn.ts";

/**
 * What can be answered to a change that a workflow declares, as its answer says it: the refusals that follow from the declaration alone, and
 * that it is made. What a command checks beside is not known here.
 */
export function answersOf(machine: Machine): ReadonlyMap<string, readonly string[]> {
  const { transitions, version, state } = machine;
  const stateField = "field" in state ? state.field : state.moment;
  /** Where whose turn it is follows from the state, that is told instead of what the state does not allow. */
  const isByTurn = (event: string): boolean => turnsOf(machine, event).every(({ row }) => pathsOf(row).includes(stateField));
  const answers = Object.entries(transitions).flatMap(([event, { from, by, notBy, needs = [], demands = {} }]): [string, string[]][] => {
    const audience = admitted(by);
    if (audience.length === 0) return []; // nobody's change: no mutation
    const isOfRow = from.length > 0;
    return [[event, [
      "done",
      ...(audience.length < audiences.length ? ["FORBIDDEN"] : []),
      ...(isOfRow ? [isByTurn(event) ? "NOT_ALLOWED" : "FORBIDDEN_TRANSITION"] : []),
      ...(isOfRow && version !== null ? ["STALE_VERSION input.version"] : []),
      ...(notBy ? ["SELF_APPROVAL"] : []),
      ...(needs.includes(reasonName) ? ["REASON_REQUIRED input.reason"] : []),
      ...Object.keys(demands).map((key) => `INVALID input.${key}`),
    ]]];
  });
  return new Map(answers);
}
