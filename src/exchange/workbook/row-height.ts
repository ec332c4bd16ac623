const pointsPerLine = 15;
const mostPoints = 409;

/** Characters of the usual font that a text takes; a Chinese one takes two. */
export const widthOf = (text: string): number => text.replace(/[^\u0000-\u00FF]/g, "##").length;

/** Height in points of a row whose texts are wrapped in columns of such widths; spreadsheets do not find it by themselves when they open a file. */
export function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const linesOf = (text: string, width: number): number => text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / (width - 2))), 0);
  return Math.min(mostPoints, pointsPerLine * Math.max(1, ...texts.map((text, place) => linesOf(text, widths[place]!))));
}
