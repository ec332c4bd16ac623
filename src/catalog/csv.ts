/** A cell in quotes, those within it doubled. */
export const quotedCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A cell of a CSV, in quotes where it needs them. */
export const csvCell = (text: string, separator: string): string => (text.includes(separator) || /["\r\n]/.test(text) ? quotedCell(text) : text);

/** A printed table as CSV (RFC 4180, lines end with LF, so that git shows a change as a line), with its columns in the order in which they are named. */
export const csvOf = <C extends string>(columns: readonly C[], rows: readonly Readonly<Record<C, string | boolean | null>>[]): string =>
  [columns.join(","), ...rows.map((row) => columns.map((column) => csvCell(String(row[column] ?? ""), ",")).join(","))].join("\n") + "\n";
