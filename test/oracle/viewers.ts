import fc from "fast-check";
import type { Viewer } from "./policy/vocabulary.ts";
import type { Shape } from "./shape.ts";
import type { World } from "./world.ts";

/** Somebody who asks: what the token says, and its client. */
export interface Asker {
  readonly client: string | null;
  readonly viewer: Viewer;
}

const audiences = ["enterprise", "subject", "department", "finance", "personnel", "supervision", "creditLead", "court", "procuratorate", "tradingCentre", "housing", "investment", "centralBank", "auditor", "operator"];

/** Personas of the demonstration, those more often whom fields are kept for (of one type, where it is named), and the same audiences with other eyes: other bodies, other jurisdictions, other persons, or none. */
export function askers(personas: readonly Asker[], { shape, world }: { readonly shape: Shape; readonly world: World }, about?: string): fc.Arbitrary<Asker> {
  // The bodies that guarded rows name more often than others: who they are there for.
  const bodies = [...namedBodies(shape, world, about), ...world.rowsOf("Organization").map(({ id }) => id)];
  const divisions = world.rowsOf("AdministrativeDivision").map(({ values }) => String(values["code"]));
  const busy = [...world.rowsOf("Tender"), ...world.rowsOf("Organization")].map(({ values }) => String(values["divisionCode"])).filter((code) => code.length === 6);
  const wider = busy.flatMap((code) => [code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]);
  const subjects = [...new Set([...world.rowsOf("OfficeHolder").map(({ values }) => values["officialId"]), ...world.rowsOf("Official").map(({ id }) => id)])].filter((id) => typeof id === "string");
  const maybe = (values: readonly string[]) => fc.option(fc.constantFrom(...values), { freq: 8 });
  const made = fc
    .record({ audience: fc.constantFrom(...audiences, ...shape.competent(about)), body: maybe(bodies), jurisdiction: fc.oneof(maybe(wider), maybe(divisions)), subject: maybe(subjects) })
    .map((viewer): Asker => ({ client: "somebody", viewer: viewer.audience === "subject" ? viewer : { ...viewer, subject: null } }));
  const competent = personas.filter(({ viewer }) => shape.competent(about).includes(viewer.audience));
  return fc.oneof(fc.constantFrom(...personas), ...(competent.length > 0 ? [fc.constantFrom(...competent)] : []), made);
}

/** Organisations that rows name which are not there for everybody, of one type, or of all. */
function namedBodies(shape: Shape, world: World, about?: string): string[] {
  const guarded = [...shape.types.keys()].filter((type) => shape.isGuarded(type));
  const types = about !== undefined && guarded.includes(about) ? [about] : guarded;
  return types.flatMap((type) =>
    Object.keys(shape.fieldsOf(type)).flatMap((field) => {
      const relation = shape.relationOf(type, field);
      if (relation?.kind !== "one" || !shape.tagsOf(relation.to).includes("Organization")) return [];
      return world.rowsOf(type).slice(0, 60).flatMap(({ values }) => world.row(relation.to, relation.toKey, values[relation.key])?.id ?? []);
    }),
  );
}
