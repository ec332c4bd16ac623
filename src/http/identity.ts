import { createHash } from "node:crypto";
import { errors, jwtVerify, SignJWT, type JWTPayload } from "jose";
import { LRUCache } from "lru-cache";
import { audiences, type Audience } from "../catalog/audience.ts";
import { HubError } from "../errors.ts";
import { publicViewer, type Viewer } from "../policy/viewer.ts";
import { algorithm, type SigningKey } from "./keys.ts";

const issuer = "integrity-hub";

/** Verified tokens that are remembered: verification costs more than a whole look-up by key. */
const remembered = 10_000;

/** Seconds by which clocks may differ. */
const clockTolerance = 5;

interface Verified {
  readonly viewer: Viewer;
  readonly expires: number;
  readonly demonstration: boolean;
}

/** What a token says of its bearer. */
export type Claims = Pick<Viewer, "audience" | "body" | "jurisdiction" | "subject">;

/** Who is asking: nobody in particular without a token, its bearer with a good one, an error with any other. Never the public instead. */
export class Identity {
  readonly #key: SigningKey;
  readonly #demonstration: boolean;
  readonly #verified = new LRUCache<string, Verified>({ max: remembered });

  /** @param options whether the hub holds the demonstration data, whose personas may then ask */
  constructor(key: SigningKey, options: { readonly demonstration: boolean }) {
    this.#key = key;
    this.#demonstration = options.demonstration;
  }

  /** The keys with which anybody can verify the hub's tokens. */
  get jwks(): { keys: object[] } {
    return { keys: [this.#key.publicJwk] };
  }

  /**
   * The viewer that an `Authorization` header stands for.
   *
   * @param remoteAddress of the connection itself; forwarded addresses are anybody's to write
   * @throws HubError UNAUTHENTICATED with the reason
   */
  async viewerOf(authorization: string | undefined, remoteAddress: string): Promise<Viewer> {
    if (authorization === undefined) return publicViewer;
    const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization.trim())?.[1];
    if (!token) throw unauthenticated("the Authorization header is not “Bearer” and a token", "Authorization 请求头须为 Bearer 加令牌");
    const digest = createHash("sha256").update(token).digest("base64");
    let verified = this.#verified.get(digest);
    if (!verified || verified.expires <= Date.now()) {
      verified = await this.#verify(token);
      this.#verified.set(digest, verified);
    }
    if (verified.demonstration && !this.#demonstration) throw unauthenticated("this hub holds no demonstration data, so its personas are nobody", "本系统未装载演示数据，不接受演示令牌");
    if (verified.demonstration && !isLoopback(remoteAddress)) throw unauthenticated("demonstration tokens are good on the hub's own machine only", "演示令牌仅限本机使用");
    return verified.viewer;
  }

  /** Signs a token for a bearer. `seconds`: how long it is good. */
  sign(client: string, claims: Claims, options: { readonly seconds: number; readonly demonstration: boolean }): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ ...claims, ...(options.demonstration ? { demo: true } : {}) })
      .setProtectedHeader({ alg: algorithm, kid: this.#key.kid, typ: "JWT" })
      .setIssuer(issuer)
      .setAudience(issuer)
      .setSubject(client)
      .setIssuedAt(now)
      .setExpirationTime(now + options.seconds)
      .sign(this.#key.privateKey);
  }

  async #verify(token: string): Promise<Verified> {
    let payload: JWTPayload;
    try {
      ({ payload } = await jwtVerify(token, this.#key.publicKey, {
        algorithms: [algorithm],
        issuer,
        audience: issuer,
        clockTolerance,
        requiredClaims: ["exp", "iat", "sub"],
      }));
    } catch (error) {
      throw reasonOf(error);
    }
    if (typeof payload.sub !== "string" || payload.sub === "") throw unauthenticated("it names no client", "未载明客户端");
    if (typeof payload.iat !== "number" || payload.iat > Date.now() / 1000 + clockTolerance) throw unauthenticated("it is from the future", "签发时间晚于当前时间");
    return { viewer: viewerFrom(payload), expires: payload.exp! * 1000, demonstration: payload["demo"] === true };
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const divisionCode = /^(\d{6}|\d{9})$/;

function viewerFrom(payload: JWTPayload): Viewer {
  const text = (claim: string, form: RegExp): string | null => {
    const value = payload[claim] ?? null;
    if (value === null) return null;
    if (typeof value !== "string" || !form.test(value)) throw unauthenticated(`its claim ${claim} is malformed`, `声明 ${claim} 格式有误`);
    return value;
  };
  const audience = payload["audience"];
  if (!audiences.includes(audience as Audience) || audience === "public") throw unauthenticated("its audience is unknown", "访问身份未定义");
  return Object.freeze({ audience: audience as Audience, body: text("body", uuid), jurisdiction: text("jurisdiction", divisionCode), subject: text("subject", uuid), client: payload.sub!, mayHide: false });
}

const unauthenticated = (en: string, zh: string): HubError => new HubError("UNAUTHENTICATED", { "reason.en": en, "reason.zh": zh });

function reasonOf(error: unknown): HubError {
  if (error instanceof errors.JWTExpired) return unauthenticated("it has expired", "已过期");
  if (error instanceof errors.JWTClaimValidationFailed) return unauthenticated(`its claim ${error.claim} does not fit this hub`, `声明 ${error.claim} 不适用于本系统`);
  if (error instanceof errors.JOSEAlgNotAllowed) return unauthenticated("it is not signed as this hub signs", "签名算法不符");
  if (error instanceof errors.JWSSignatureVerificationFailed) return unauthenticated("its signature is not this hub's", "签名无效");
  return unauthenticated("it is no token of this hub", "不是本系统签发的令牌");
}

/** Whether a connection comes from the hub's own machine. */
export const isLoopback = (address: string): boolean => address === "::1" || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address);
