import type { GraphQLFormattedError } from "graphql";
import { answerBody, type AnswerBody } from "./answer-body.ts";

/** The `data` of a response as bytes that go through untouched. */
export class Bytes {
  readonly buffer: Buffer;
  constructor(buffer: Buffer) {
    this.buffer = buffer;
  }
}

/** The `data` of a response as JSON, written before the rest of it: its length is what it costs. */
class Text {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A GraphQL answer on its way to JSON. */
export type SingleResult = { data?: unknown; errors?: readonly GraphQLFormattedError[]; extensions?: Record<string, unknown> };

const opening = Buffer.from('{"data":');
const closing = Buffer.from("}\n");

/** A result as JSON. What the statement has made is put in as it is. */
function jsonOf(result: SingleResult): AnswerBody {
  const { data, errors, extensions } = result;
  const told = errors ? `"errors":${JSON.stringify(errors)}` : "";
  const further = extensions ? `,"extensions":${JSON.stringify(extensions)}` : "";
  if (data instanceof Text) return answerBody(Buffer.from(`{${told}${told && ","}"data":${data.text}${further}}\n`));
  if (!(data instanceof Bytes)) return answerBody(Buffer.from(`${JSON.stringify(result)}\n`));
  if (!told && !further) return answerBody(opening, data.buffer, closing);
  return answerBody(opening, data.buffer, Buffer.from(`${told && ","}${told}${further}}\n`));
}

/** The same for Apollo, whose type says string; what this returns goes to the route untouched. */
export const stringifyResult = (result: SingleResult): string => jsonOf(result) as string;

/** The bytes of the data that a result sends; data that is still to be written is written for it. */
export function written(result: SingleResult): number {
  if (result.data === undefined) return 0;
  if (result.data instanceof Bytes) return result.data.buffer.length;
  const text = JSON.stringify(result.data);
  result.data = new Text(text);
  return Buffer.byteLength(text);
}
