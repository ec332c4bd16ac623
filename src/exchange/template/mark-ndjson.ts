import { createReadStream } from "node:fs";
import { encoded } from "./encoded.ts";
import type { FaultsByRow } from "./faults-by-row.ts";
import { faultsColumn } from "./faults-column.ts";
import { faultSentence } from "../ingest/fault-sentence.ts";
import { headerOf, type MarkedFault, type Marking } from "./marking.ts";

const newline = 0x0a;
const brace = { open: 0x7b, close: 0x7d };
const beginning = Buffer.from(`,"${faultsColumn.key}":`);

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

/** Lines as they stand in the file, each with its line end. In GB18030 as in UTF-8 no other character contains the byte of a line feed. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      yield Buffer.concat([...held, chunk.subarray(from, end + 1)]);
      held = [];
      from = end + 1;
    }
    if (from < chunk.length) held.push(chunk.subarray(from));
  }
  if (held.length > 0) yield Buffer.concat(held);
}

function withFaults(line: Buffer, found: readonly MarkedFault[], marking: Marking): Buffer {
  const close = lastInk(line, line.length);
  if (line[close] !== brace.close) return line;
  const end = endOfOwn(line, close, marking);
  const isEmpty = line[lastInk(line, end)] === brace.open;
  const told = found.map(({ code, column }) => ({ column, code, message: faultSentence(code, headerOf(marking.dataset, column), marking.language) }));
  return Buffer.concat([line.subarray(0, end), isEmpty ? beginning.subarray(1) : beginning, encoded(JSON.stringify(told), marking.encoding), line.subarray(close)]);
}

/** Place of the last byte before another that is no white space. */
function lastInk(line: Buffer, before: number): number {
  let place = before - 1;
  while (place >= 0 && line[place]! <= 0x20) place -= 1;
  return place;
}

/** Where what was delivered ends: before the closing brace, or before the faults of an earlier marking. */
function endOfOwn(line: Buffer, close: number, { encoding }: Marking): number {
  for (const [mark, shift] of [[beginning, 0], [Buffer.concat([Buffer.from("{"), beginning.subarray(1)]), 1]] as const) {
    const place = line.lastIndexOf(mark, close);
    if (place >= 0 && isArray(new TextDecoder(encoding).decode(line.subarray(place + mark.length, close)))) return place + shift;
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
