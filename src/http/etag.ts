import { createHash } from "node:crypto";

/** The entity tag of an answer: equal for equal bytes. */
export const etagOf = (bytes: Buffer | string): string => `"${createHash("sha1").update(bytes).digest("base64url")}"`;
