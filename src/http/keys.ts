import { createPrivateKey, createPublicKey } from "node:crypto";
import { calculateJwkThumbprint, importJWK, type CryptoKey, type JWK } from "jose";

/** The pair with which the hub signs and verifies its tokens. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  /** The public half as the world may have it. */
  readonly publicJwk: JWK;
}

/** EdDSA over Ed25519: short signatures, and no parameter that could be chosen badly (RFC 8037). */
export const algorithm = "EdDSA";

/** PKCS #8 around a seed of 32 bytes (RFC 8410, section 7). */
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");

/** The pair that a seed of 32 bytes stands for; the same seed is the same pair, so that commands and replicas sign alike. */
export async function signingKeyFrom(seed: Buffer): Promise<SigningKey> {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: "der", type: "pkcs8" });
  const privateJwk = key.export({ format: "jwk" }) as JWK;
  const publicJwk = createPublicKey(key).export({ format: "jwk" }) as JWK;
  const [privateKey, publicKey, kid] = await Promise.all([importJWK(privateJwk, algorithm), importJWK(publicJwk, algorithm), calculateJwkThumbprint(publicJwk)]);
  return { kid, privateKey: privateKey as CryptoKey, publicKey: publicKey as CryptoKey, publicJwk: { ...publicJwk, kid, alg: algorithm, use: "sig" } };
}
