import { createHash } from "node:crypto";
import type { AnswerBody } from "./answer-body.ts";

/** The entity tag of an answer: equal for equal bytes. */
export function etagOf(body: AnswerBody): string {
  const hash = createHash("sha1");
  if (typeof body === "string") hash.update(body, "latin1");
  else for (const piece of body) hash.update(piece);
  return `"${hash.digest("base64url")}"`;
}
