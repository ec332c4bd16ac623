import { bodiesOf, bodyFinder, type Body, type Duty } from "../demonstration/bodies.ts";
import { placesOf, staffed, type Places } from "../demonstration/places.ts";
import { readDivisions, type Division } from "../reference/read-divisions.ts";
import { firmBlocks, marketFinder, type FindMarket, type FirmBlock } from "./seed-firms.ts";
import { sizesOf, type SeedSizes } from "./seed-scale.ts";
import { storyCounty } from "./story-plans.ts";
import { shareOut, weightedDivisions } from "./seed-weights.ts";
import { workdays } from "./seed-days.ts";

/** The civil servants of a body whom the seed makes up. */
export interface Staff {
  readonly body: Body;
  readonly count: number;
  /** Number of the first of them among all. */
  readonly first: number;
  /** Whether the demonstration data knows the body's head already. */
  readonly hasHead: boolean;
}

/** A division with how much happens there. */
export interface Counted {
  readonly division: Division;
  readonly count: number;
}

/** Where everything that is made up happens: real divisions, their bodies, and how much of what is where. */
export interface SeedWorld {
  readonly sizes: SeedSizes;
  readonly places: Places;
  /** Governments and departments of all divisions down to the counties. */
  readonly bodies: readonly Body[];
  bodyOf(divisionCode: string, duty: Duty): Body;
  /** By body, in the order of the bodies. */
  readonly staff: readonly Staff[];
  staffOf(body: Body): Staff;
  readonly firmBlocks: readonly FirmBlock[];
  readonly marketFor: FindMarket;
  readonly projects: readonly Counted[];
  readonly dishonestyRecords: readonly Counted[];
  readonly violationRecords: readonly Counted[];
  /** The day itself, or the next one on which offices are open. */
  workday(day: string): string;
  /** Number that the hub gives the row of a dataset with this key of this source (its unified social credit code). */
  recordNoOf(dataset: string, sourceUscc: string, key: string): string;
}

/** A government has more civil servants than a department. */
const sizeOf = ({ duty }: Body): number => (duty === "government" ? 3 : 1);

/** Of the county of the stories, the first posts of every body are filled at every scale. */
const fewestInStories = 4;

/**
 * The world at a scale.
 *
 * @param recordNoOf see `SeedWorld`
 */
export function seedWorld(scale: number, recordNoOf: SeedWorld["recordNoOf"]): SeedWorld {
  const sizes = sizesOf(scale);
  const places = placesOf(readDivisions());
  const weightedAll = weightedDivisions(places);
  const weights = weightedAll.map(({ weight }) => weight);
  const counted = (total: number): readonly Counted[] => shareOut(total, weights).map((count, place) => ({ division: weightedAll[place]!.division, count }));
  const bodies = bodiesOf(places, weightedAll.map(({ division }) => division.code)).filter(({ duty }) => duty !== "formerInvestment" && duty !== "centralBank");
  const staff = staffOf(bodies, new Map(weightedAll.map(({ division, weight }) => [division.code, weight])), sizes.officials);
  const staffById = new Map(staff.map((each) => [each.body.id, each]));
  const blocks = firmBlocks(places, sizes.firms);
  return {
    sizes,
    places,
    bodies,
    bodyOf: bodyFinder(bodies),
    staff,
    staffOf: (body) => staffById.get(body.id)!,
    firmBlocks: blocks,
    marketFor: marketFinder(blocks),
    projects: counted(sizes.projects),
    dishonestyRecords: counted(sizes.dishonestyRecords),
    violationRecords: counted(sizes.violationRecords),
    workday: workdays(),
    recordNoOf,
  };
}

function staffOf(bodies: readonly Body[], weightOf: ReadonlyMap<string, number>, total: number): readonly Staff[] {
  const sizeHere = Map.groupBy(bodies, ({ division }) => division.code);
  const shares = bodies.map((body) => (weightOf.get(body.division.code)! * sizeOf(body)) / sizeHere.get(body.division.code)!.reduce((sum, each) => sum + sizeOf(each), 0));
  let first = 0;
  return shareOut(total, shares).map((share, place) => {
    const body = bodies[place]!;
    const count = body.division.code === storyCounty ? Math.max(fewestInStories, share) : share;
    const staff: Staff = { body, count, first, hasHead: body.duty === "government" || staffed.includes(body.division.code) };
    first += count;
    return staff;
  });
}
