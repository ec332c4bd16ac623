import { createHash } from "node:crypto";

/**
 * An identifier that follows from names, so that whoever asks twice for the same makes one row (RFC 9562, version 8: here 122 bits of
 * SHA-256). The names are not found out from it, as long as one of them cannot be guessed.
 */
export function namedId(...names: readonly string[]): string {
  const bytes = createHash("sha256").update(JSON.stringify(names)).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
