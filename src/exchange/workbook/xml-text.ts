const named: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const hex = (character: string): string => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

/**
 * Text as it stands in the XML of a workbook, in elements and attributes. Characters that XML does not take are written as
 * `_x0001_`, as are carriage returns, which readers would turn to line feeds; a text that happens to look so is kept apart from it. See ECMA-376 Part 1, 22.9.2.19 (ST_Xstring).
 */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[&<>"]/g, (character) => named[character]!)
    .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, hex);
