import { openTable } from "../table/open-table.ts";
import type { TableFormat } from "../table/table.ts";
import { inBlocks } from "../workbook/in-blocks.ts";
import { faultsByRow, type FaultsByRow } from "./faults-by-row.ts";
import { takenColumns } from "./faults-column.ts";
import { markCsv } from "./mark-csv.ts";
import { markNdjson } from "./mark-ndjson.ts";
import type { MarkedFault, Marking } from "./marking.ts";
import { markWorkbook } from "./mark-workbook.ts";

/** How the file was delivered, and how it is given back. */
export interface MarkOptions extends Marking {
  readonly format: TableFormat;
}

/**
 * The delivered file in its format with a last column that says what is wrong with each row, for whoever has to mend it. Both are read
 * from beginning to end beside each other, so that what is held does not grow with them.
 *
 * @param file that was read as a table without a fault of the file as a whole
 * @param faults in the order of their rows; throws where they are not
 */
export async function* markFaults(file: string, options: MarkOptions, faults: AsyncIterable<MarkedFault>): AsyncGenerator<Buffer> {
  const byRow = faultsByRow(faults);
  try {
    yield* inBlocks(marked(file, options, byRow));
  } finally {
    await byRow.close();
  }
}

async function* marked(file: string, options: MarkOptions, faults: FaultsByRow): AsyncGenerator<Buffer> {
  switch (options.format) {
    case "CSV":
      yield* markCsv(file, faults, options);
      return;
    case "NDJSON":
      yield* markNdjson(file, faults, options);
      return;
    case "XLSX": {
      const table = await openTable(file, takenColumns(options.dataset), { format: "XLSX", encoding: null });
      try {
        yield* markWorkbook(table, faults, options);
      } finally {
        await table.close();
      }
    }
  }
}
