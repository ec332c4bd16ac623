import { severity } from "../../catalog/display.ts";
import { measureKind, measureTargetKind } from "../../domains/sanctions/codelists.ts";
import { readTable } from "./read-table.ts";

/** The value, if it is one of the codes; an unknown one is an error in the table. */
function code<C extends string>(value: string | null, codes: readonly C[]): C {
  const found = codes.find((each) => each === value);
  if (found === undefined) throw new Error(`A measure has ${value ?? "nothing"} where one of ${codes.join(", ")} is expected.`);
  return found;
}

const given = (value: string | null, column: string): string => {
  if (value === null) throw new Error(`A measure lacks its ${column}.`);
  return value;
};

/** The measures that may be applied, each with the provision that allows it; what nobody has looked up is null, never a guess. */
export const readMeasures = () =>
  readTable("measures", ["code", "kind", "name", "basisCitation", "applicableSeverity", "applier", "targetKind", "effectiveFrom", "effectiveTo"]).map((row) => ({
    ...row,
    code: given(row.code, "code"),
    kind: code(row.kind, measureKind.values),
    name: given(row.name, "name"),
    basisCitation: given(row.basisCitation, "basis"),
    applicableSeverity: row.applicableSeverity === null ? null : code(row.applicableSeverity, severity.values),
    applier: given(row.applier, "applier"),
    targetKind: code(row.targetKind, measureTargetKind.values),
  }));
