import { faultCode, type FaultCode } from "../../catalog/fault-code.ts";

/** The file as a whole cannot be taken. */
export class FileFault extends Error {
  readonly code: FaultCode;
  /** The header as it stands in the file, or the field; null where it is about none. */
  readonly column: string | null;
  /** Row of the file where it was found, the line of column names being 1; null where it is about none. */
  readonly row: number | null;
  /** What exactly, for whoever has to mend the file: no values of cells. */
  readonly detail: { readonly en: string; readonly zh: string } | null;

  constructor(code: FaultCode, { column = null, row = null, detail = null }: Partial<Pick<FileFault, "column" | "row" | "detail">> = {}) {
    super(faultCode.codes[code].en);
    this.name = "FileFault";
    this.code = code;
    this.column = column;
    this.row = row;
    this.detail = detail;
  }
}

/** Several things are wrong with the file as a whole, all of which are told at once: its header names columns that it may not. */
export class FileFaults extends Error {
  /** More than one, in the order of the file. */
  readonly faults: readonly FileFault[];

  constructor(faults: readonly FileFault[]) {
    super(faults.map(({ message }) => message).join("; "));
    this.name = "FileFaults";
    this.faults = faults;
  }
}

/** What an error says to be wrong with a file; nothing where it is about something else. */
export function fileFaultsOf(error: unknown): readonly FileFault[] {
  if (error instanceof FileFaults) return error.faults;
  return error instanceof FileFault ? [error] : [];
}
