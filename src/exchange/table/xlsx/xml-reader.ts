import { isUtf8 } from "node:buffer";
import { SaxesParser } from "saxes";
import { FileFault } from "../../ingest/fault-code.ts";
import { cutPieces } from "../cut-pieces.ts";
import { damaged, unsafe } from "./workbook-faults.ts";

/** What is told of the elements of an XML, by their names without prefix. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

const depthLimit = 64;
/** Characters without anything to tell: one element, one text. */
const silenceLimit = 4 << 20;
/** Characters before the first element. */
const prologLimit = 1 << 16;

/**
 * Reads an XML by pieces and tells its elements; after each piece it yields, so that what was told can be handed on. Declarations of
 * entities are refused (UNSAFE) and never expanded; what is not well formed, not UTF-8, or nested without end is UNREADABLE.
 */
export async function* readXml(chunks: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void, void, undefined> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let fed = 0;
  let told = 0; // 0 until the first element
  parser.on("doctype", () => {
    throw declared();
  });
  parser.on("opentag", ({ name, attributes }) => {
    told = fed;
    if (++depth > depthLimit) throw damaged();
    handlers.open(localName(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    told = fed;
    depth--;
    handlers.close?.(localName(name));
  });
  const { text } = handlers;
  if (text) {
    parser.on("text", (value) => text(value));
    parser.on("cdata", (value) => text(value));
  }
  const carry = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      throw error instanceof FileFault ? error : damaged();
    }
  };
  for await (const piece of cutPieces(chunks, () => null)) {
    if (!isUtf8(piece)) throw damaged();
    const written = piece.toString();
    if (told === 0 && written.includes("<!DOCTYPE")) throw declared();
    fed += written.length;
    carry(() => parser.write(written));
    if (fed - told > silenceLimit || (told === 0 && fed > prologLimit)) throw damaged();
    yield;
  }
  carry(() => parser.close());
}

/** Reads an XML to its end. */
export async function readWholeXml(chunks: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of readXml(chunks, handlers));
}

const declared = (): FileFault => unsafe("The workbook declares entities of its own (DTD).", "工作簿内含实体声明（DTD）。");

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);
