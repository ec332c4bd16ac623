/** Of one cell, in bytes. */
export const cellLimit = 1 << 20;

/** Of one row of a CSV, in characters, or of one line of an NDJSON, in bytes: what is held in memory at once. */
export const rowLimit = 4 << 20;

/** Columns that a header may have. */
export const columnLimit = 500;

/** Whether a text has more bytes than a cell may have; most are told by their length alone. */
export const isTooLong = (text: string): boolean => text.length * 3 > cellLimit && Buffer.byteLength(text) > cellLimit;

/** What is told of a cell that is too long. */
export const longCell = { en: "A cell is longer than 1 MiB.", zh: "单元格内容超过 1 MiB。" };

/** How far a workbook, which is a compressed archive, may unfold. */
export interface WorkbookLimits {
  /** Parts of the archive. */
  readonly parts: number;
  /** Bytes of one part, inflated. */
  readonly partBytes: number;
  /** Bytes of all parts, inflated. */
  readonly totalBytes: number;
  /** How many times larger than in the file a part may become. Sheets that repeat themselves reach some tens. */
  readonly ratio: number;
  /** Bytes of text that cells share, which is held in memory. */
  readonly sharedBytes: number;
}

export const workbookLimits: WorkbookLimits = { parts: 2_000, partBytes: 2 * 2 ** 30, totalBytes: 3 * 2 ** 30, ratio: 200, sharedBytes: 256 * 2 ** 20 };
