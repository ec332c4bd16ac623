import { createHash, hash, type Hash } from "node:crypto";

/**
 * The arithmetic of the chain: what the keeper seals with, and what a verification in the database and one of an archive compute again. Digests
 * are SHA-256 (FIPS 180-4), written as 64 hexadecimal digits in small letters.
 */

/** The hash before the first event: the digest of a fixed text. */
export const genesis = hash("sha256", "integrity-hub access log, v1");

/** The hash that follows another: the digest of the 32 bytes of the one and the 32 bytes of the leaf. */
export const linked = (previous: string, leaf: string): string => hash("sha256", Buffer.from(previous + leaf, "hex"));

/** What is published of a day: the digest of salt, day (YYYY-MM-DD) and the chain's hash at its end, with a line feed after the first two. */
export const commitmentOf = ({ salt, day, chainHash }: { readonly salt: string; readonly day: string; readonly chainHash: string }): string => hash("sha256", `${salt}\n${day}\n${chainHash}`);

/** Characters of an event from which on they are digested as they come. */
const manyCharacters = 65_536;

/** The leaf of an event: the digest of its salt, a line feed and its canonical form, which holds no line feed. */
export class LeafDigest {
  #text: string;
  #hash: Hash | null = null;

  constructor(salt: string) {
    this.#text = `${salt}\n`;
  }

  add(piece: string): void {
    this.#text += piece;
    if (this.#text.length < manyCharacters) return;
    this.#hash = (this.#hash ?? createHash("sha256")).update(this.#text);
    this.#text = "";
  }

  /** Ends the event and answers its leaf. */
  end(): string {
    return this.#hash ? this.#hash.update(this.#text).digest("hex") : hash("sha256", this.#text);
  }
}

/** The same of a canonical form that is there as a whole. */
export function leafOf(salt: string, canonical: string): string {
  return hash("sha256", `${salt}\n${canonical}`);
}
