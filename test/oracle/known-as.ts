import type { Row, Value } from "./policy/vocabulary.ts";
import type { World } from "./world.ts";

const wasIn = (day: string | null, from: Value | undefined, to: Value | undefined): boolean => day === null || ((from ?? day) <= day && (to ?? day) >= day);

/** Organisations that bore a name or code on a day, or ever: their own, unless they were called otherwise then, or one that they had before. */
export function knownAs(world: World, key: string, text: string, day: string | null): Row[] {
  const formerOf = (row: Row): readonly Row[] => world.rowsBy("FormerIdentity", "organizationId", row.id);
  const isOtherwise = (row: Row): boolean => day !== null && formerOf(row).some(({ values }) => values[key] !== null && typeof values["validTo"] === "string" && values["validTo"] >= day);
  const own = (row: Row): boolean => row.values[key] === text && wasIn(day, row.values["validFrom"], row.values["validTo"]) && !isOtherwise(row);
  const before = (row: Row): boolean => formerOf(row).some(({ values }) => values[key] === text && wasIn(day, values["validFrom"], values["validTo"]));
  return world.rowsOf("Organization").filter((row) => own(row) || before(row));
}
