import type { MarkedFault } from "./marking.ts";

/** Faults in the order of their rows, handed out row by row beside the file; only those of one row are held. */
export interface FaultsByRow {
  /** Faults of a row; asked with numbers that grow. Those of rows that nobody asks for are passed over. */
  of(row: number): Promise<readonly MarkedFault[]>;
  /** Lets go of the source, read to its end or not. */
  close(): Promise<void>;
}

const none: readonly MarkedFault[] = [];

/** Throws where the source is not ordered, as faults would then be lost in silence. */
export function faultsByRow(faults: AsyncIterable<MarkedFault>): FaultsByRow {
  const source = faults[Symbol.asyncIterator]();
  const held: { next: MarkedFault | null; isDone: boolean } = { next: null, isDone: false };
  const advance = async (): Promise<void> => {
    const { next } = held;
    const result = await source.next();
    held.isDone = result.done === true;
    held.next = result.done === true ? null : result.value;
    if (next && held.next && held.next.row < next.row) throw new Error(`The faults are not in the order of their rows: ${held.next.row} after ${next.row}.`);
  };
  return {
    async of(row) {
      while (!held.isDone && (!held.next || held.next.row < row)) await advance();
      let found = none;
      while (held.next?.row === row) {
        found = [...found, held.next];
        await advance();
      }
      return found;
    },
    close: async () => void (await source.return?.()),
  };
}
