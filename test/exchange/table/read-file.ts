import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { fileFaultsOf } from "../../../src/exchange/ingest/fault-code.ts";
import { knownColumns } from "../../../src/exchange/table/known-columns.ts";
import { openTable } from "../../../src/exchange/table/open-table.ts";
import type { TableRow } from "../../../src/exchange/table/table.ts";

const folder = mkdtempSync(join(tmpdir(), "table-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Columns of the tables of these tests: 编号, 名称, 金额（元）. */
export const known = knownColumns([
  { key: "code", header: "编号" },
  { key: "name", header: "名称" },
  { key: "amount", header: "金额（元）" },
]);

/** Writes a file of its own for one test. */
export function fileOf(content: string | Uint8Array): string {
  const file = join(folder, "delivered");
  writeFileSync(file, content);
  return file;
}

type Options = Parameters<typeof openTable>[2];

/** What is read of a file, and what is told to be wrong with it. */
export interface Reading {
  readonly columns: readonly string[];
  readonly encoding: string | null;
  readonly rows: readonly TableRow[];
  /** `CODE row column`, for each fault of the file as a whole. */
  readonly faults: readonly string[];
  /** What the faults say to whoever has to mend the file. */
  readonly details: readonly ({ en: string; zh: string } | null)[];
}

/** Reads a file to its end or to where it is refused; every other error is thrown. */
export async function readFile(content: string | Uint8Array, options: Partial<Options> & Pick<Options, "format">): Promise<Reading> {
  const rows: TableRow[] = [];
  const reading: { columns: readonly string[]; encoding: string | null } = { columns: [], encoding: null };
  try {
    const table = await openTable(fileOf(content), known, { encoding: null, ...options });
    reading.columns = table.columns;
    reading.encoding = table.encoding;
    try {
      for await (const group of table.rows()) rows.push(...group);
    } finally {
      await table.close();
    }
  } catch (error) {
    const faults = fileFaultsOf(error);
    if (faults.length === 0) throw error;
    return { ...reading, rows, faults: faults.map(({ code, row, column }) => [code, row ?? "-", column ?? "-"].join(" ")), details: faults.map(({ detail }) => detail) };
  }
  return { ...reading, rows, faults: [], details: [] };
}

/** The rows as `number: cell|cell|cell`, with their faults after them as `CODE column`. */
export const linesOf = ({ rows }: Pick<Reading, "rows">): readonly string[] =>
  rows.map(({ number, cells, faults }) => [`${number}: ${cells.map((cell) => cell ?? "").join("|")}`, ...faults.map(({ code, column }) => [code, column ?? "-"].join(" "))].join(" "));
