import type { TableRow } from "./table.ts";

const rowsAtOnce = 500;
const textAtOnce = 1 << 17;

/** Gathers rows until there are enough to be handed on at once: some hundreds, or fewer where they are long, so that memory is bounded by their text. */
export interface RowGroup {
  /** The group, where it is full with this row. */
  add(row: TableRow): readonly TableRow[] | null;
  /** What is left when there are no more rows; null where nothing is. */
  rest(): readonly TableRow[] | null;
  /** Whether any row was added. */
  hasRows(): boolean;
}

/** A group that begins anew when it is full. */
export function rowGroup(): RowGroup {
  let rows: TableRow[] = [];
  let text = 0;
  let hasRows = false;
  const take = (): readonly TableRow[] => {
    const full = rows;
    rows = [];
    text = 0;
    return full;
  };
  return {
    add(row) {
      hasRows = true;
      for (const cell of row.cells) if (cell !== null) text += cell.length;
      text += row.faults.length * 50;
      return rows.push(row) >= rowsAtOnce || text >= textAtOnce ? take() : null;
    },
    rest: () => (rows.length > 0 ? take() : null),
    hasRows: () => hasRows,
  };
}
