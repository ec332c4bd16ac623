const cell = (value: string | boolean | null): string => {
  const text = value === null ? "" : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A printed table as CSV (RFC 4180, lines end with LF, so that git shows a change as a line), with its columns in the order in which they are named. */
export const csvOf = <C extends string>(columns: readonly C[], rows: readonly Readonly<Record<C, string | boolean | null>>[]): string =>
  [columns.join(","), ...rows.map((row) => columns.map((column) => cell(row[column])).join(","))].join("\n") + "\n";
