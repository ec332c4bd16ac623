import type { ContractChange } from "./contract-change.ts";
import { disclosedColumns, type Contract, type Disclosed } from "./contract.ts";

/** What can change of a line that stays. */
const promised = disclosedColumns.filter((column) => column !== "type" && column !== "field");

const coordinateOf = ({ type, field }: Disclosed): string => `${type}.${field}`;

/**
 * What must be told of who reads what: whatever has changed of a field that both contracts have, be it opened or closed. The row rule of a
 * type is that of its id: where that has changed, it is a change of the type, and the same change at its fields, and at relations that lead to it, is the same.
 */
export function disclosureChanges(released: Contract, present: Contract): ContractChange[] {
  const before = new Map(released.disclosure.map((line) => [coordinateOf(line), line]));
  const both = present.disclosure.flatMap((now) => {
    const then = before.get(coordinateOf(now));
    return then ? [{ then, now }] : [];
  });
  const types = both.filter(({ then, now }) => now.field === "id" && then.rowRule !== now.rowRule);
  const rules = new Set(types.map(({ then, now }) => JSON.stringify([then.rowRule, now.rowRule])));
  return [
    ...types.map(({ then, now }) => changed(now.type, "rowRule", then, now)),
    ...both.flatMap(({ then, now }) =>
      promised
        .filter((column) => then[column] !== now[column] && !(column === "rowRule" && rules.has(JSON.stringify([then.rowRule, now.rowRule]))))
        .map((column) => changed(coordinateOf(now), column, then, now)),
    ),
  ];
}

const changed = (coordinate: string, column: (typeof disclosedColumns)[number], then: Disclosed, now: Disclosed): ContractChange => ({
  coordinate,
  what: `${column} of ${coordinate} changed from '${then[column]}' to '${now[column]}'`,
  breaks: false,
  refused: null,
});
