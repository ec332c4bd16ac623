import { readFileSync } from "node:fs";

/**
 * Rows of a table of the repository (`scripts/data/<name>.csv`), each as a record by the names of the first line; an empty cell is null.
 * Tables of our own have no quotes and no commas in their cells, which this insists on; what bodies deliver is read by ingest.
 */
export function readTable<K extends string>(name: string, columns: readonly K[]): readonly Readonly<Record<K, string | null>>[] {
  const [head, ...lines] = readFileSync(new URL(`../../../scripts/data/${name}.csv`, import.meta.url), "utf8").trimEnd().split(/\r?\n/);
  if (head !== columns.join()) throw new Error(`The first line of scripts/data/${name}.csv is not ${columns.join()}.`);
  return lines.map((line, place) => {
    const cells = line.split(",");
    if (cells.length !== columns.length || line.includes('"')) throw new Error(`scripts/data/${name}.csv, line ${place + 2}: ${columns.length} cells without quotes and commas are expected.`);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] === "" ? null : cells[index]])) as Record<K, string | null>;
  });
}
