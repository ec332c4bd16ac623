/**
 * The bytes of an answer: few of them as a text of a character each (latin1), which Node sends with its headers in one write; more in pieces,
 * which are never joined.
 */
export type AnswerBody = string | readonly Buffer[];

/** Bytes up to which one text costs less than a write of pieces: beyond it Node, whose own buffer is of 16 KiB with the head, copies once more. */
const oneText = 15 * 1024;

/** Pieces as they are best sent. */
export function answerBody(...pieces: readonly Buffer[]): AnswerBody {
  if (lengthOf(pieces) > oneText) return pieces;
  let text = "";
  for (const piece of pieces) text += piece.toString("latin1");
  return text;
}

/** In bytes. */
export const lengthOf = (body: AnswerBody): number => (typeof body === "string" ? body.length : body.reduce((sum, { length }) => sum + length, 0));

/** All of it in one text, to be kept. */
export const latin1Of = (body: AnswerBody): string => (typeof body === "string" ? body : body.map((piece) => piece.toString("latin1")).join(""));
