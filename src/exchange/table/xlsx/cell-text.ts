import { isTooLong, longCell } from "../table-limits.ts";
import { unreadable } from "./workbook-faults.ts";

/** Gathers the text of a cell or of a shared string: of its `v`, or of all its `t`, save those that say how Chinese is pronounced. */
export interface CellText {
  begin(): void;
  open(element: string): void;
  close(element: string): void;
  /** Text between the elements; UNREADABLE at the row where the cell becomes too long. */
  add(text: string, row: number | null): void;
  take(): string;
}

/** One for all cells, one after the other. */
export function cellText(): CellText {
  let text = "";
  let isOpen = false;
  let isPronunciation = false;
  return {
    begin() {
      text = "";
      isOpen = false;
      isPronunciation = false;
    },
    open(element) {
      if (element === "rPh") isPronunciation = true;
      else if ((element === "t" && !isPronunciation) || element === "v") isOpen = true;
    },
    close(element) {
      if (element === "rPh") isPronunciation = false;
      else if (element === "t" || element === "v") isOpen = false;
    },
    add(more, row) {
      if (!isOpen) return;
      text += more;
      if (isTooLong(text)) throw unreadable(longCell.en, longCell.zh, row);
    },
    take: () => text,
  };
}

/** The text of a string as it is meant: characters that XML cannot hold stand in it as `_x000D_`. */
export const unescapeText = (text: string): string => (text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text);
