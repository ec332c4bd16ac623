import { createReadStream } from "node:fs";
import { lineCutter } from "../table/line-cutter.ts";
import { encoded } from "./encoded.ts";
import type { FaultsByRow } from "./faults-by-row.ts";
import { faultsColumn } from "./faults-column.ts";
import { sentenceOf, type MarkedFault, type Marking } from "./marking.ts";

const brace = { open: 0x7b, close: 0x7d };

/**
 * An NDJSON file with the property `faults` appended to each object; the rest of the line stays byte for byte as it was delivered, and
 * a property that an earlier marking appended is left out. Empty lines stay, so that the rows are found by their numbers.
 */
export async function* markNdjson(file: string, faults: FaultsByRow, marking: Marking): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const line of linesOf(file)) {
    number += 1;
    const found = await faults.of(number);
    if (found.length > 0 || !marking.onlyFaulty) yield withFaults(line, found, marking);
  }
}

async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const cutter = lineCutter();
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) yield* cutter.add(chunk);
  const rest = cutter.rest();
  if (rest) yield rest;
}

function withFaults(line: Buffer, found: readonly MarkedFault[], marking: Marking): Buffer {
  const close = lastInk(line, line.length);
  const told = (prefix: string): Buffer => encoded(`${prefix}"${faultsColumn.key}":${JSON.stringify(found.map((fault) => ({ column: fault.column, code: fault.code, message: sentenceOf(fault, marking) })))}`, marking.encoding);
  // What is no object stays so: it is nobody's row until somebody mends it.
  if (!isClosed(line, close, marking)) return found.length === 0 ? line : Buffer.concat([line.subarray(0, close + 1), told(" {"), Buffer.from("}"), line.subarray(close + 1)]);
  const end = endOfOwn(line, close, marking);
  return Buffer.concat([line.subarray(0, end), told(line[lastInk(line, end)] === brace.open ? "" : ","), line.subarray(close)]);
}

/** Whether the line ends in a brace, and not in a character of GB18030 whose last byte is that of one. */
function isClosed(line: Buffer, close: number, { encoding }: Marking): boolean {
  if (line[close] !== brace.close) return false;
  return close === 0 || line[close - 1]! < 0x80 || new TextDecoder(encoding).decode(line.subarray(0, close + 1)).endsWith("}");
}

/** Place of the last byte before another that is no white space. */
function lastInk(line: Buffer, before: number): number {
  let place = before - 1;
  while (place >= 0 && line[place]! <= 0x20) place -= 1;
  return place;
}

/** Where what was delivered ends: before the closing brace, or before the faults of an earlier marking. */
function endOfOwn(line: Buffer, close: number, { encoding }: Marking): number {
  for (const [before, isKept] of [[",", false], ["{", true]] as const) {
    const mark = `${before}"${faultsColumn.key}":`;
    const place = line.lastIndexOf(mark, close);
    if (place >= 0 && isArray(new TextDecoder(encoding).decode(line.subarray(place + mark.length, close)))) return isKept ? place + 1 : place;
  }
  return close;
}

function isArray(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
}
