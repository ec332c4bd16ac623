/** One figure of design.md, section 6. */
export interface Figure {
  readonly figure: string;
  readonly measured: number;
  /** What it must reach; what it must not go beyond, where `atMost`. */
  readonly floor: number;
  readonly atMost: boolean;
  readonly isMet: boolean;
}

/** What was measured, in the order in which it was. */
export class Figures {
  readonly all: Figure[] = [];

  add(figure: string, measured: number, floor: number, { atMost = false }: { readonly atMost?: boolean } = {}): void {
    const rounded = Math.round(measured * 100) / 100;
    this.all.push({ figure, measured: rounded, floor, atMost, isMet: atMost ? rounded <= floor : rounded >= floor });
  }

  /** The table at the end, as text. */
  toString(): string {
    const rows = this.all.map(({ figure, measured, floor, atMost, isMet }) => [figure, String(measured), `${atMost ? "≤" : "≥"} ${floor}`, isMet ? "met" : "missed"]);
    const lines = [["figure", "measured", "floor", ""], ...rows];
    const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => line[column]!.length)));
    return lines.map((line) => line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : column < 3 ? cell.padStart(widths[column]!) : cell)).join("  ").trimEnd()).join("\n");
  }
}
