import { createHmac, hkdfSync } from "node:crypto";

/** What is derived from the hub's master key for stored values; a change of that key makes them unreadable. */
export interface StoredSecrets {
  /** Key of the encrypted columns. */
  readonly encryption: string;
  /** Keyed digest of a value, for finding it again without keeping it: HMAC-SHA-256, hexadecimal. */
  readonly digest: (value: string) => string;
  /** Key of the digests of delivered contents, and of the identifiers of delivered rows. */
  readonly content: string;
  /** Key of the pseudonyms that the access log has of persons. */
  readonly pseudonym: string;
  /** Key of the identifiers of rows that changes make once. */
  readonly names: string;
}

const derive = (key: Buffer, purpose: string): Buffer => Buffer.from(hkdfSync("sha256", key, Buffer.alloc(0), purpose, 32));

/** Derives the secrets of stored values (HKDF, RFC 5869), each for one purpose. */
export function storedSecrets(hubKey: Buffer): StoredSecrets {
  const digestKey = derive(hubKey, "digest of stored values");
  return { encryption: derive(hubKey, "encryption of stored values").toString("hex"), digest: (value) => createHmac("sha256", digestKey).update(value).digest("hex"), content: derive(hubKey, "digest of delivered contents").toString("hex"), pseudonym: derive(hubKey, "pseudonyms of the access log").toString("hex"), names: derive(hubKey, "identifiers that follow from names").toString("hex") };
}

/** Seed of a pair with which the hub signs its tokens: one for each name, and the same for all who have the master key. */
export const signingSeed = (hubKey: Buffer) => (name: string): Buffer => derive(hubKey, `signing of tokens: ${name}`);
