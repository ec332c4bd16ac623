/** Parts bytes that come in pieces into lines. Of UTF-8 and of GB18030 no longer character contains the byte of a line feed. */
export interface LineCutter {
  /** The lines that end in this piece, each with its line feed. */
  add(piece: Buffer): readonly Buffer[];
  /** Bytes of the line that has not ended yet. */
  held(): number;
  /** The last line, where no line feed follows it; null where nothing is left. */
  rest(): Buffer | null;
}

const lineFeed = 0x0a;

/** One for each file. */
export function lineCutter(): LineCutter {
  let begun: Buffer[] = [];
  let held = 0;
  const take = (end: Buffer): Buffer => {
    const line = begun.length === 0 ? end : Buffer.concat([...begun, end]);
    begun = [];
    held = 0;
    return line;
  };
  return {
    add(piece) {
      const lines: Buffer[] = [];
      let from = 0;
      for (let end = piece.indexOf(lineFeed); end >= 0; end = piece.indexOf(lineFeed, from)) {
        lines.push(take(piece.subarray(from, end + 1)));
        from = end + 1;
      }
      if (from < piece.length) {
        begun.push(piece.subarray(from));
        held += piece.length - from;
      }
      return lines;
    },
    held: () => held,
    rest: () => (held === 0 ? null : take(Buffer.alloc(0))),
  };
}
