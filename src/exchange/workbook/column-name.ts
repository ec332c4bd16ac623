/** A, B, … Z, AA: the name of a column of a spreadsheet by its place from 0. */
export const columnName = (place: number): string => (place < 0 ? "" : columnName(Math.floor(place / 26) - 1) + String.fromCharCode(0x41 + (place % 26)));
