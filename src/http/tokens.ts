import { randomUUID } from "node:crypto";
import { decodeProtectedHeader, errors, jwtVerify, SignJWT, type JWK, type JWTPayload } from "jose";
import { HubError } from "../errors.ts";
import { algorithm, type SigningKey } from "./keys.ts";
import type { KeyAge, SigningKeys } from "./signing-keys.ts";
import { unauthenticated } from "./unauthenticated.ts";

const issuer = "integrity-hub";

/** Seconds for which an access token is good. What it may do ends earlier where the register says so. */
export const lifetime = 300;

/** Seconds by which clocks may differ. */
const clockTolerance = 5;

/** What a token says: who bears it. As whom its bearer asks, the register says. */
export interface TokenClaims {
  /** Identifier of the client. */
  readonly client: string;
  /** Label of the credential for which it was given; null for demonstration tokens, which are given for none. */
  readonly credential: string | null;
  /** Identifier (uuid) of the official whom a window has authenticated. */
  readonly subject: string | null;
}

/** A token whose signature and claims were verified. */
export interface VerifiedToken extends TokenClaims {
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** Of the key that has signed it; null for that of the demonstration. */
  readonly age: KeyAge | null;
}

/** Signs the hub's access tokens and verifies them: JWTs (RFC 7519), signed with EdDSA. */
export class Tokens {
  readonly #keys: SigningKeys;
  readonly #now: () => number;

  /** @param now milliseconds since 1970 */
  constructor(keys: SigningKeys, now: () => number = Date.now) {
    this.#keys = keys;
    this.#now = now;
  }

  /** An access token for a client that has authenticated itself. `generation`: of the signing keys, as the register has it. */
  async sign({ client, credential, subject }: TokenClaims, generation: number): Promise<string> {
    return this.#sign(await this.#keys.current(generation), client, { credential, ...(subject === null ? {} : { subject }) }, lifetime);
  }

  /** A token for a demonstration persona, good for so many seconds on the hub's own machine. It needs no database. */
  async signDemonstration(client: string, subject: string | null, seconds: number): Promise<string> {
    return this.#sign(await this.#keys.demonstration(), client, { demo: true, ...(subject === null ? {} : { subject }) }, seconds);
  }

  /** The keys with which anybody can verify the hub's access tokens. */
  async published(generation: number): Promise<{ readonly keys: readonly JWK[] }> {
    return { keys: await this.#keys.published(generation) };
  }

  /** Whether a token that was verified once still is what it was then. */
  isGood({ expires, age }: VerifiedToken, generation: number): boolean {
    return expires > this.#now() && (age === null || this.#keys.isGood(age, generation));
  }

  /** @throws HubError UNAUTHENTICATED with the reason */
  async verify(token: string, generation: number): Promise<VerifiedToken> {
    try {
      const { key, age } = await this.#keyOf(token, generation);
      const { payload } = await jwtVerify(token, key.publicKey, {
        algorithms: [algorithm], issuer, audience: issuer, clockTolerance, currentDate: new Date(this.#now()), requiredClaims: ["exp", "iat", "sub"],
      });
      return this.#read(payload, age);
    } catch (error) {
      throw reasonOf(error);
    }
  }

  #sign(key: SigningKey, client: string, claims: JWTPayload, seconds: number): Promise<string> {
    const now = Math.floor(this.#now() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: algorithm, kid: key.kid, typ: "JWT" })
      .setIssuer(issuer)
      .setAudience(issuer)
      .setSubject(client)
      .setJti(randomUUID())
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .sign(key.privateKey);
  }

  /** The key that a token names. Nothing of the token is believed yet: what it names is one of the hub's own keys, or it is refused. */
  async #keyOf(token: string, generation: number): Promise<{ readonly key: SigningKey; readonly age: KeyAge | null }> {
    const { alg, kid } = decodeProtectedHeader(token);
    if (alg !== algorithm) throw unauthenticated("it is not signed as this hub signs", "签名算法不符");
    if (typeof kid !== "string") throw unauthenticated("it does not name the key that has signed it", "未载明签名密钥");
    const demonstration = await this.#keys.demonstration();
    if (kid === demonstration.kid) return { key: demonstration, age: null };
    const found = await this.#keys.find(kid, generation);
    if (!found) throw unauthenticated("the key that has signed it is none of this hub's, or no longer good", "签名密钥不是本系统的密钥，或已失效");
    return found;
  }

  #read(payload: JWTPayload, age: KeyAge | null): VerifiedToken {
    const now = this.#now() / 1000;
    const { sub, iat, exp, credential, subject = null } = payload;
    if (typeof sub !== "string" || sub === "") throw unauthenticated("it names no client", "未载明客户端");
    if (typeof iat !== "number" || iat > now + clockTolerance) throw unauthenticated("it is from the future", "签发时间晚于当前时间");
    const expires = age ? Math.min(exp!, iat + lifetime) : exp!; // whatever it says, it is good no longer than it was meant to be
    if (expires <= now - clockTolerance) throw expired();
    if (age && typeof credential !== "string") throw unauthenticated("it does not say for which credential it was given", "未载明所用凭证");
    if (subject !== null && (typeof subject !== "string" || !uuid.test(subject))) throw unauthenticated("its claim subject is malformed", "声明 subject 格式有误");
    return { client: sub, credential: age ? String(credential) : null, subject, expires: expires * 1000, age };
  }
}

/** How the database writes an identifier. */
export const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const expired = (): HubError => unauthenticated("it has expired", "已过期");

function reasonOf(error: unknown): HubError {
  if (error instanceof HubError) return error;
  if (error instanceof errors.JWTExpired) return expired();
  if (error instanceof errors.JWTClaimValidationFailed) return unauthenticated(`its claim ${error.claim} does not fit this hub`, `声明 ${error.claim} 不适用于本系统`);
  if (error instanceof errors.JWSSignatureVerificationFailed) return unauthenticated("its signature is not this hub's", "签名无效");
  return unauthenticated("it is no token of this hub", "不是本系统签发的令牌");
}
