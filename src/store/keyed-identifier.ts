import { createHmac } from "node:crypto";

/**
 * An identifier that follows from a text: the same each time, and without the key no guess at the text is tried against it. It looks like one that is
 * drawn (RFC 9562, version 4).
 */
export function keyedIdentifier(key: string, text: string): string {
  const bytes = createHmac("sha256", key).update(text).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
