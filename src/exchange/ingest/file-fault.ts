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

/** The faults that were thrown as such, one or several; null where it is something else. */
export function faultsOfFile(error: unknown): readonly FileFault[] | null {
  if (error instanceof FileFault) return [error];
  if (error instanceof AggregateError && error.errors.length > 0 && error.errors.every((each) => each instanceof FileFault)) return error.errors as FileFault[];
  return null;
}
