import type { SeedWorld } from "./seed-world.ts";

/** A cell as it stands in a delivered file; null where it is empty. */
export type Cell = string | null;

/** Rows of one dataset that are made up, as a delivered file would have them. */
export interface SeedTable {
  /** Name of the dataset. */
  readonly dataset: string;
  /** Fields of the columns. */
  readonly columns: readonly string[];
  /** About how many rows there are, for the progress bar. */
  readonly about: (world: SeedWorld) => number;
  /** The rows, made one after another: the same at each run. The cells are in the order of the columns. */
  readonly rows: (world: SeedWorld) => Iterable<readonly Cell[]>;
}

/** A table whose rows are made with their cells by name; what a row does not name is empty. */
export const seedTable = <Key extends string>(
  dataset: string,
  columns: readonly Key[],
  { about, rows }: { readonly about: SeedTable["about"]; readonly rows: (world: SeedWorld) => Iterable<Readonly<Partial<Record<Key, Cell>>>> },
): SeedTable => ({
  dataset,
  columns,
  about,
  *rows(world) {
    for (const row of rows(world)) yield columns.map((column) => row[column] ?? null);
  },
});
