import fc from "fast-check";
import { Draws } from "./choices.ts";
import { dayAt, type Access, type Row } from "./policy/vocabulary.ts";
import type { Shape } from "./shape.ts";
import type { Asker } from "./viewers.ts";
import type { World } from "./world.ts";

/** A sharing grant as it is put into the database. */
export interface Grant {
  readonly grantNo: string;
  readonly requesterId: string;
  readonly providerId: string;
  readonly items: readonly string[];
  readonly fields: readonly string[];
  readonly purpose: string;
  readonly scopeDivisionCode: string;
  readonly coversWholeScope: boolean;
  readonly state: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** What the grants of a world and the reason of a request are made of. */
export interface GrantDraws {
  readonly grants: readonly (readonly number[])[];
  readonly access: readonly number[];
}

const draw = fc.nat({ max: 999_999 });

export const grantDraws: fc.Arbitrary<GrantDraws> = fc.record({
  grants: fc.array(fc.array(draw, { minLength: 24, maxLength: 24 }), { maxLength: 6, size: "max" }),
  access: fc.array(draw, { minLength: 2, maxLength: 2 }),
});

/** Of the whole, what leads to a grant in force more often than what does not: each of them may be what a grant fails by. */
const purposes = [...Array<string>(8).fill("AUDIT"), "APPOINTMENT", "INSPECTION"];
const states = [...Array<string>(24).fill("ACTIVE"), "REQUESTED", "REVIEWING", "REFUSED", "WITHDRAWN", "SUSPENDED", "REVOKED"];

/** Nothing is said of why is asked. */
export const noAccess: Access = { purpose: null, caseNo: null };

/** Why somebody asks: a purpose of the grants more often than not, mostly with a case. */
export function accessOf({ access }: GrantDraws): Access {
  const draws = new Draws(access);
  const purpose = draws.of([...purposes, null, "NOTHING"]);
  return { purpose, caseNo: draws.of(["锦审〔2026〕12号", "锦审〔2026〕12号", "1", "1", null]) };
}

/** Makes sharing grants of draws: many that open something of what is asked, and others that just do not. */
export class GrantWriter {
  readonly #shape: Shape;
  readonly #bodies: readonly string[];
  readonly #divisions: readonly string[];
  readonly #days: { readonly from: readonly (string | null)[]; readonly to: readonly (string | null)[] };
  /** Conditional fields that grants may name, as Type.field. */
  readonly #coordinates: readonly string[];

  /** @param now the moment about which grants begin and end */
  constructor(shape: Shape, world: World, now: string) {
    this.#shape = shape;
    this.#bodies = world.rowsOf("Organization").map(({ id }) => id);
    this.#divisions = [...new Set(grantableTypes(shape).flatMap((type) => divisionsOf(world.rowsOf(type).slice(0, 60))))];
    this.#coordinates = [...shape.types.keys()].flatMap((type) => shape.grantable(type).map((field) => `${type}.${field}`));
    const day = (days: number): string => dayAt(new Date(Date.parse(now) + days * 86_400_000).toISOString());
    this.#days = { from: [day(-30), day(-30), day(-30), day(-30), day(-1), day(0), day(0), day(1), null], to: [day(30), day(30), day(30), day(30), day(1), day(0), day(0), day(-1), null] };
  }

  /** @param about the type that most grants are to be about; otherwise what the query names */
  write({ grants }: GrantDraws, { viewer }: Asker, query: string, about?: string): Grant[] {
    const asked = this.#askedIn(query).filter((coordinate) => about === undefined || coordinate.startsWith(`${about}.`));
    return grants.map((each, place) => {
      const draws = new Draws(each);
      const requesterId = viewer.body !== null && !draws.once(6) ? viewer.body : draws.of(this.#bodies);
      const fields = this.#fields(asked, draws);
      const types = [...new Set(fields.map((field) => field.split(".")[0]!))];
      const further = draws.once(4) ? [draws.of(grantableTypes(this.#shape))] : [];
      return {
        grantNo: `SG-${place}`,
        requesterId,
        providerId: draws.of(this.#bodies),
        items: [...new Set([...types, ...further])],
        fields,
        purpose: draws.of(purposes),
        scopeDivisionCode: this.#scope(viewer.jurisdiction, draws),
        coversWholeScope: !draws.once(4),
        state: draws.of(states),
        validFrom: draws.of(this.#days.from),
        validTo: draws.of(this.#days.to),
      };
    });
  }

  /** Conditional fields whose names, or whose relations', the text of an operation has. */
  #askedIn(query: string): string[] {
    const words = new Set(query.match(/\w+/g) ?? []);
    return this.#coordinates.filter((coordinate) => {
      const [type, field] = coordinate.split(".") as [string, string];
      return words.has(field) || this.#shape.relationsBy(type, field).some((name) => words.has(name));
    });
  }

  #fields(asked: readonly string[], draws: Draws): string[] {
    const from = asked.length > 0 && !draws.once(5) ? asked : this.#coordinates;
    const [type] = draws.of(from).split(".") as [string];
    const own = from.filter((coordinate) => coordinate.startsWith(`${type}.`));
    // All of a type, some of it, or of everything.
    const list = draws.once(5) ? own : Array.from({ length: 1 + draws.below(6) }, () => draws.of(draws.once(3) ? from : own));
    // What no grant can open.
    const closer = draws.once(5) ? ["Official.idNumber", "Bid.contactPhone", "Official.id", "Bid.price", "DebtRiskAssessment.level"] : [];
    return [...new Set([...list, ...closer])];
  }

  #scope(jurisdiction: string | null, draws: Draws): string {
    const code = jurisdiction !== null && draws.once(5) ? jurisdiction : draws.of(this.#divisions);
    return draws.of([`${code.slice(0, 2)}0000`, `${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code.slice(0, 6), code]);
  }
}

/** Types whose rows or fields sharing grants open. */
const grantableTypes = (shape: Shape): string[] => [...shape.types.keys()].filter((type) => shape.grantable(type).length > 0);

const divisionsOf = (rows: readonly Row[]): string[] => rows.flatMap(({ values }) => (typeof values["divisionCode"] === "string" ? [values["divisionCode"]] : []));
