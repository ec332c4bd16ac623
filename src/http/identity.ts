import { createHash, timingSafeEqual } from "node:crypto";
import { LRUCache } from "lru-cache";
import { isBody } from "../catalog/audience.ts";
import { readApiKey } from "../policy/api-key.ts";
import { faultOf, type Register, type RegisteredClient, type Registry } from "../policy/register.ts";
import { publicViewer, type Viewer } from "../policy/viewer.ts";
import { isWithin } from "./network-of.ts";
import type { Tokens, VerifiedToken } from "./tokens.ts";
import { unauthenticated } from "./unauthenticated.ts";

/** Verified tokens that are remembered: verification costs more than a whole look-up by key. */
const remembered = 10_000;

/** Where a request comes from. */
export interface Origin {
  /** Address of the connection itself, empty where somebody has passed the request on; forwarded addresses are anybody's to write. */
  readonly connection: string;
  /** Address of whoever asks, as the proxies tell it that the operator trusts. */
  readonly address: string;
}

export interface IdentityOptions {
  /** Whether the hub holds the demonstration data, whose personas may then ask. */
  readonly demonstration: boolean;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * Who is asking: nobody in particular without a token, a registered client with a good token or API key, an error with any other. Never
 * the public instead. What a token proves is who bears it; as whom its bearer asks, and whether he may, the register says at each request,
 * also where the token itself was verified before.
 */
export class Identity {
  readonly #tokens: Tokens;
  readonly #registry: Registry;
  readonly #demonstration: boolean;
  readonly #now: () => number;
  readonly #verified = new LRUCache<string, VerifiedToken>({ max: remembered });

  constructor(tokens: Tokens, registry: Registry, { demonstration, now = Date.now }: IdentityOptions) {
    this.#tokens = tokens;
    this.#registry = registry;
    this.#demonstration = demonstration;
    this.#now = now;
  }

  /**
   * The viewer that an `Authorization` header stands for.
   *
   * @throws HubError UNAUTHENTICATED with the reason; UNAVAILABLE where the register cannot be read
   */
  async viewerOf(authorization: string | undefined, from: Origin): Promise<Viewer> {
    if (authorization === undefined) return publicViewer;
    const text = bearer.exec(authorization.trim())?.[1];
    if (!text) throw unauthenticated("the Authorization header is not “Bearer” and a token", "Authorization 请求头须为 Bearer 加令牌");
    const register = await this.#registry.current();
    return text.startsWith("hub_") ? this.#byApiKey(text, register, from) : this.#byToken(text, register, from);
  }

  async #byToken(token: string, register: Register, { connection }: Origin): Promise<Viewer> {
    const { signingGeneration: generation } = register;
    const digest = createHash("sha256").update(token).digest("base64");
    let verified = this.#verified.get(digest);
    if (!verified || !this.#tokens.isGood(verified, generation)) {
      verified = await this.#tokens.verify(token, generation);
      this.#verified.set(digest, verified);
    }
    if (verified.age === null) this.#assertDemonstration(connection);
    const client = register.clientOf(verified.client);
    assertActive(client);
    if (verified.credential !== null) this.#assertCredential(client, verified.credential);
    if (verified.subject === null) return client.viewer;
    if (client.viewer.audience !== "subject") throw unauthenticated("it names a person, and its client is no window for persons", "令牌载明个人，但该客户端不是本人查询窗口");
    return Object.freeze({ ...client.viewer, subject: verified.subject });
  }

  #assertDemonstration(connection: string): void {
    if (!this.#demonstration) throw unauthenticated("this hub holds no demonstration data, so its personas are nobody", "本系统未装载演示数据，不接受演示令牌");
    if (!isLoopback(connection)) throw unauthenticated("demonstration tokens are good on the hub's own machine only", "演示令牌仅限本机使用");
  }

  #assertCredential({ publicKeys }: RegisteredClient, label: string): void {
    const credential = publicKeys.find((each) => each.label === label);
    const fault = credential ? faultOf(credential, this.#now()) : "revoked";
    if (fault) throw unauthenticated("the key for which it was given is no longer good", "换取令牌所用的密钥已失效");
  }

  /** Whoever has not the whole key is told nothing about it: an unknown label and a wrong secret answer alike. */
  #byApiKey(text: string, register: Register, { address }: Origin): Viewer {
    const sent = readApiKey(text);
    const key = sent ? register.apiKeyOf(sent.label) : undefined;
    if (!sent || !key || !isSame(sent.digest, key.digest)) throw unauthenticated("it is no API key that is registered here", "接口密钥未登记");
    const fault = faultOf(key, this.#now());
    if (fault) throw fault === "revoked" ? unauthenticated("the API key was revoked", "接口密钥已吊销") : unauthenticated("the API key has expired", "接口密钥已过期");
    assertActive(key.client);
    const anywhere = key.networks.length === 0 && !isBody(key.client.viewer.audience);
    if (!anywhere && !key.networks.some((network) => isWithin(address, network))) throw unauthenticated("the API key is not taken from this address", "接口密钥不适用于当前网络地址");
    return key.client.viewer;
  }
}

/** A JWT or an API key. */
const bearer = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*|hub_\w+)$/i;

function assertActive(client: RegisteredClient | undefined): asserts client is RegisteredClient {
  if (!client) throw unauthenticated("its client is not registered here", "客户端未登记");
  if (client.state === "SUSPENDED") throw unauthenticated("its client is suspended", "客户端已暂停");
  if (client.state !== "ACTIVE") throw unauthenticated("its client is closed", "客户端已注销");
}

/** Compares two digests in a time that tells nothing of them. */
const isSame = (one: string, other: string): boolean => one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Whether a connection comes from the hub's own machine. */
export const isLoopback = (address: string): boolean => address === "::1" || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address);
