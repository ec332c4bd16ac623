/** The text of a cell without white space around it (the Chinese space and the one that does not break are white space too); null where nothing is left. */
export function trimCell(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === "" ? null : trimmed;
}
