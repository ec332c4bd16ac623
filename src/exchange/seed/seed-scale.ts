/** How many rows of the kinds that the others follow from. */
export interface SeedSizes {
  readonly officials: number;
  readonly firms: number;
  readonly projects: number;
  readonly dishonestyRecords: number;
  readonly violationRecords: number;
  readonly officialRecords: number;
}

/** Of scale 1; about five bids come to a project. */
const ofOne: SeedSizes = { officials: 3_000, firms: 800, projects: 2_000, dishonestyRecords: 1_500, violationRecords: 2_500, officialRecords: 1_000 };

/** Fewer firms could not offer against each other in every trade. */
const fewestFirms = 240;

/** What a scale asks for; tests ask for less than 1. */
export const sizesOf = (scale: number): SeedSizes => {
  const sizes = Object.fromEntries(Object.entries(ofOne).map(([name, count]) => [name, Math.round(count * scale)])) as unknown as SeedSizes;
  return { ...sizes, firms: Math.max(fewestFirms, sizes.firms) };
};
