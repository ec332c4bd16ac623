import { calculateJwkThumbprint, importJWK, type JWK } from "jose";

/** A client's public key as it is kept. */
export interface PublicKey {
  /** Its public members only, with its algorithm and, as `kid`, its thumbprint (RFC 7517). */
  readonly jwk: JWK;
  /** RFC 7638. */
  readonly thumbprint: string;
}

/** Why a text is no public key that is taken: what it says in each language follows from the catalogue of whoever asks. */
export type PublicKeyFault = "notJson" | "private" | "kind" | "weak" | "malformed";

/** Members that only a private or a secret key has. */
const privateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"] as const;

/** Bits of an RSA key, at least. */
const leastBits = 2_048;

/** The members of a public key and its algorithm, by its kind. */
const kinds: Readonly<Record<string, { readonly algorithm: string; readonly members: readonly (keyof JWK)[] }>> = {
  "OKP Ed25519": { algorithm: "EdDSA", members: ["kty", "crv", "x"] },
  "EC P-256": { algorithm: "ES256", members: ["kty", "crv", "x", "y"] },
  "RSA ": { algorithm: "RS256", members: ["kty", "n", "e"] },
};

/** A public key from the JSON text of a JWK: Ed25519, P-256, or RSA of 2048 bits at least and the usual exponent. */
export async function readPublicKey(text: string): Promise<PublicKey | PublicKeyFault> {
  let given: JWK;
  try {
    given = JSON.parse(text) as JWK;
  } catch {
    return "notJson";
  }
  if (typeof given !== "object" || (given as unknown) === null || Array.isArray(given)) return "notJson";
  if (privateMembers.some((member) => member in given)) return "private";
  const kind = Object.hasOwn(kinds, `${given.kty} ${given.crv ?? ""}`) ? kinds[`${given.kty} ${given.crv ?? ""}`] : undefined;
  if (!kind || (given.alg !== undefined && given.alg !== kind.algorithm)) return "kind";
  const jwk = Object.fromEntries(kind.members.map((member) => [member, given[member]])) as JWK;
  if (jwk.kty === "RSA" && jwk.e !== "AQAB") return "weak";
  try {
    const key = await importJWK(jwk, kind.algorithm);
    if (!(key instanceof Uint8Array) && "modulusLength" in key.algorithm && Number(key.algorithm.modulusLength) < leastBits) return "weak";
    const thumbprint = await calculateJwkThumbprint(jwk);
    return { jwk: { ...jwk, alg: kind.algorithm, use: "sig", kid: thumbprint }, thumbprint };
  } catch {
    return "malformed";
  }
}
