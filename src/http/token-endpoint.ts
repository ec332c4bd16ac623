import { generateKeyPairSync } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from "jose";
import type { Adapter, KoaContextWithOIDC, Provider } from "oidc-provider";
import { catalogue, HubError } from "../errors.ts";
import type { Logger } from "../log.ts";
import { faultOf, type PublicKey, type RegisteredClient, type Registry } from "../policy/register.ts";
import { framesOf } from "./frames.ts";
import { lifetime, uuid, type Tokens } from "./tokens.ts";

/** Where clients get their tokens, below the hub's own address. */
export const tokenPath = "/oauth/token";

/** Algorithms in which clients may sign their assertions. */
export const assertionAlgorithms = ["EdDSA", "ES256", "PS256", "RS256"] as const;

/** Seconds for which an assertion may be good at most: so long its `jti` is kept. */
const assertionLifetime = 300;

/** Seconds by which clocks may differ. */
const clockTolerance = 5;

/** What an assertion must be; said alike whatever was wrong, because whoever cannot sign for a client is not told whether there is one. */
const whatIsTaken =
  "client authentication failed: the assertion must be signed by a key that is registered for the client and still good, name the client as iss and sub, " +
  `this hub's issuer or token endpoint as aud, end (exp) within ${assertionLifetime} seconds, and have a jti that was not used before`;

/** The assertions that were taken already, whichever process of the hub has taken them. */
export interface Assertions {
  /** Takes an assertion, by a digest of what identifies it; false where it was taken before. `expires`: seconds since 1970. */
  take(digest: string, expires: number): Promise<boolean>;
}

export interface TokenEndpointParts {
  readonly registry: Registry;
  readonly tokens: Tokens;
  readonly assertions: Assertions;
  /** Address of the hub as its clients know it: the issuer of metadata and the audience of assertions. */
  readonly issuer: string;
  readonly log: Logger;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Codes of the library for a client that has not authenticated itself, or whose keys are none. */
const aboutClients: ReadonlySet<string> = new Set(["invalid_client", "invalid_client_metadata"]);

/** An error of RFC 6749, section 5.2, with its sentence; in ASCII, as that has it. */
class Refusal extends Error {
  readonly statusCode: number;
  readonly expose = true;
  readonly error_description: string;

  constructor(statusCode: number, code: string, description: string) {
    super(code);
    this.statusCode = statusCode;
    this.error_description = description;
  }
}

/**
 * The token endpoint (RFC 6749) for the one grant that the hub has: a client authenticates itself by an assertion that it has signed
 * (RFC 7523, private_key_jwt) and gets an access token. The protocol is the library's: what a request must look like, how an assertion is
 * verified, how errors are said. Who the clients are, which assertions were taken before and what a token is, it asks the hub.
 */
export class TokenEndpoint {
  readonly #parts: TokenEndpointParts;
  #handler: Handler | null = null;

  constructor(parts: TokenEndpointParts) {
    this.#parts = parts;
  }

  /** Loads the library; a hub that nobody asks for tokens does without it. */
  async load(): Promise<void> {
    this.#handler ??= await this.#make();
  }

  /** Answers a request for a token, whose body has not been read, once the library is loaded. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // The library takes the address of its endpoint from the request; the operator has said what it is.
    const { protocol, host, pathname } = new URL(this.#parts.issuer);
    Object.assign(request.headers, { host, "x-forwarded-proto": protocol.slice(0, -1), "x-forwarded-host": host });
    Object.assign(request, { baseUrl: pathname === "/" ? "" : pathname });
    await this.#handler!(request, response);
  }

  async #make(): Promise<Handler> {
    const { Provider } = await import("oidc-provider");
    const provider = new Provider(this.#parts.issuer, {
      adapter: (model: string) => this.#adapter(model),
      clientAuthMethods: ["private_key_jwt"],
      clientDefaults: { grant_types: ["client_credentials"], response_types: [], token_endpoint_auth_method: "private_key_jwt", id_token_signed_response_alg: "EdDSA" },
      clockTolerance,
      enabledJWA: { clientAuthSigningAlgValues: [...assertionAlgorithms] },
      features: { devInteractions: { enabled: false }, resourceIndicators: { enabled: false }, rpInitiatedLogout: { enabled: false }, userinfo: { enabled: false } },
      jwks: { keys: [generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" })] }, // it signs nothing here, and will not do without
      responseTypes: [],
      routes: { token: tokenPath },
      assertJwtClientAuthClaimsAndHeader: (_context, claims) => assertShort(claims),
      renderError: (context, out) => void (context.body = out),
    });
    provider.proxy = true; // what passes the request on is this file
    provider.registerGrantType("client_credentials", (context) => this.#grant(context), ["scope", "subject"]);
    this.#tellErrors(provider);
    return provider.callback();
  }

  #tellErrors(provider: Provider): void {
    const { log } = this.#parts;
    provider.on("grant.error", (context, error) => {
      if (!aboutClients.has(error.message) || error instanceof Refusal) return;
      context.status = 401;
      context.body = { error: "invalid_client", error_description: whatIsTaken };
    });
    provider.on("server_error", (context: KoaContextWithOIDC, error: Error) => {
      log.error({ requestId: context.res.getHeader("x-request-id"), error: error.name, at: framesOf(error) }, "masked error");
      context.body = { error: "server_error", error_description: catalogue.INTERNAL_SERVER_ERROR.en };
    });
    (provider as NodeJS.EventEmitter).on("error", (error: Error) => log.error({ error: error.name, at: framesOf(error) }, "masked error")); // without it, the library prints
  }

  /** What the library wants to find and keep. Besides clients and assertions there is nothing: no sessions, no grants, no tokens. */
  #adapter(model: string): Adapter {
    const nothing = (): Promise<undefined> => Promise.resolve(undefined);
    const adapter: Adapter = { upsert: nothing, find: nothing, findByUserCode: nothing, findByUid: nothing, consume: nothing, destroy: nothing, revokeByGrantId: nothing };
    if (model === "Client") return { ...adapter, find: (clientId) => this.#metadataOf(clientId) };
    // Whether an assertion is new is found out by taking it, in one step: between a look and a note it could be taken twice.
    if (model === "ReplayDetection") return { ...adapter, upsert: (digest, { exp }) => this.#take(digest, exp!) };
    return adapter;
  }

  async #metadataOf(clientId: string) {
    const client = (await told(this.#parts.registry.current())).clientOf(clientId);
    const keys = goodKeysOf(client).map(({ jwk, label }) => ({ kid: label, ...jwk }));
    if (keys.length === 0) return undefined;
    return { client_id: clientId, redirect_uris: [], jwks: { keys } };
  }

  async #take(digest: string, expires: number): Promise<undefined> {
    if (!(await told(this.#parts.assertions.take(digest, expires)))) throw new Refusal(401, "invalid_client", "the assertion was used before: make a new one, with another jti, for each token");
  }

  /** Answers a client that has authenticated itself. */
  async #grant(context: KoaContextWithOIDC): Promise<void> {
    const { client_assertion: assertion, scope, subject } = context.oidc.params as Readonly<Record<string, string | undefined>>;
    const register = await told(this.#parts.registry.current());
    const client = register.clientOf(context.oidc.client!.clientId);
    const credential = await signerOf(assertion!, client);
    if (!client || credential === null) throw new Refusal(401, "invalid_client", whatIsTaken); // it was revoked in this moment
    if (client.state !== "ACTIVE") throw new Refusal(401, "invalid_client", `the client is ${client.state.toLowerCase()}`);
    if (scope !== undefined) throw new Refusal(400, "invalid_scope", "this hub has no scopes: what a client may read follows from its registration");
    const person = personOf(client, subject);
    const token = await this.#parts.tokens.sign({ client: client.clientId, credential, subject: person }, register.signingGeneration);
    context.body = { access_token: token, token_type: "Bearer", expires_in: lifetime };
  }
}

/** An assertion is made for one request; one that is good for long is a password. */
function assertShort({ exp, iat }: Readonly<Record<string, unknown>>): void {
  const now = Date.now() / 1000;
  if (Number(exp) > now + assertionLifetime + clockTolerance) throw new Refusal(401, "invalid_client", `the assertion is good for too long: it must end (exp) within ${assertionLifetime} seconds`);
  if (iat !== undefined && Number(iat) > now + clockTolerance) throw new Refusal(401, "invalid_client", "the assertion is from the future: iat is later than now");
}

/** The person for whom a window asks; only windows ask for one. */
function personOf({ viewer }: RegisteredClient, subject: string | undefined): string | null {
  if (viewer.audience !== "subject") {
    if (subject !== undefined) throw new Refusal(400, "invalid_request", "the parameter subject is for windows in which persons ask; this client is none");
    return null;
  }
  if (subject === undefined || !uuid.test(subject)) throw new Refusal(400, "invalid_request", "the parameter subject must name the person whom the window has authenticated, by the identifier of the official");
  return subject;
}

interface GoodKey extends Pick<PublicKey, "label"> {
  readonly jwk: JWK;
}

/** The keys of a client that are good now. An RSA key is good for either of its algorithms, whichever it was registered with. */
const goodKeysOf = (client: RegisteredClient | undefined): readonly GoodKey[] =>
  (client?.publicKeys ?? [])
    .filter((key) => faultOf(key, Date.now()) === null)
    .map(({ label, jwk }) => {
      const { alg: _any, ...rest } = JSON.parse(jwk) as JWK;
      return { label, jwk: rest };
    });

/** Label of the key by which an assertion was signed. The library has verified that one of them has; which it was, it does not tell. */
async function signerOf(assertion: string, client: RegisteredClient | undefined): Promise<string | null> {
  const { alg } = decodeProtectedHeader(assertion);
  for (const { label, jwk } of goodKeysOf(client)) {
    try {
      await compactVerify(assertion, await importJWK(jwk, alg), { algorithms: [...assertionAlgorithms] });
      return label;
    } catch {
      continue; // another's
    }
  }
  return null;
}

/** What the hub cannot find out now is no fault of the client's. */
async function told<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof HubError) throw new Refusal(503, "temporarily_unavailable", error.message);
    throw error;
  }
}
