import { admitted } from "../../src/catalog/rule.ts";
import { audiences } from "../../src/catalog/audience.ts";
import { reasonName, type Machine } from "../../src/workflow/machine.ts";

/**
 * What can be answered to a change that a workflow declares, as its answer says it: the refusals that follow from the declaration alone, and
 * that it is made. What a command checks beside is not known here.
 */
export function answersOf({ transitions, version }: Machine): ReadonlyMap<string, readonly string[]> {
  const answers = Object.entries(transitions).flatMap(([event, { from, by, notBy, needs = [], demands = {} }]): [string, string[]][] => {
    const audience = admitted(by);
    if (audience.length === 0) return []; // nobody's change: no mutation
    const isOfRow = from.length > 0;
    return [[event, [
      "done",
      ...(audience.length < audiences.length ? ["FORBIDDEN"] : []),
      ...(isOfRow ? ["FORBIDDEN_TRANSITION"] : []),
      ...(isOfRow && version !== null ? ["STALE_VERSION input.version"] : []),
      ...(notBy ? ["SELF_APPROVAL"] : []),
      ...(needs.includes(reasonName) ? ["REASON_REQUIRED input.reason"] : []),
      ...Object.keys(demands).map((key) => `INVALID input.${key}`),
    ]]];
  });
  return new Map(answers);
}
