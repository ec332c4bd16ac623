import { randomUUID } from "node:crypto";
import { importJWK, SignJWT, type JWK } from "jose";

/** As whom a client asks. */
export interface Credentials {
  /** The value of the header Authorization for the next question. */
  authorization(): Promise<string>;
  /** Forgets a token that the hub has refused. Answers whether there may be a better one. */
  refused(): boolean;
}

/** A token or an API key that somebody else has got. */
export const bearer = (token: string): Credentials => ({
  authorization: () => Promise.resolve(`Bearer ${token}`),
  refused: () => false,
});

/** A client that is registered with a public key. */
export interface KeyOfClient {
  readonly clientId: string;
  /** A JSON Web Key with `alg`, as `npm run make-key` makes it. */
  readonly privateJwk: JWK;
  /** The hub's address without `/graphql`. */
  readonly hub: string;
}

/** Seconds before a token's end at which the next one is asked for: a question that is under way must not outlive its token. */
const early = 30;

/**
 * Gets tokens with assertions that the client signs (RFC 7523), keeps one for as long as it is good, and gets the next before it ends.
 *
 * See https://www.rfc-editor.org/rfc/rfc7523#section-2.2
 */
export function clientAssertion({ clientId, privateJwk, hub }: KeyOfClient): Credentials {
  let token: Promise<{ readonly text: string; readonly until: number }> | null = null;
  const isGood = async (): Promise<boolean> => token !== null && (await token.catch(() => ({ until: 0 }))).until > Date.now();

  async function fetchToken(): Promise<{ text: string; until: number }> {
    const { token_endpoint: endpoint } = await json<{ token_endpoint: string }>(await fetch(`${hub}/.well-known/oauth-authorization-server`));
    const { alg } = privateJwk;
    if (alg === undefined) throw new Error("The private key does not say its algorithm: give the JSON Web Key an alg, such as EdDSA.");
    const assertion = await new SignJWT({ jti: randomUUID() }) // an assertion is good once
      .setProtectedHeader({ alg, ...(privateJwk.kid === undefined ? {} : { kid: privateJwk.kid }) })
      .setIssuer(clientId)
      .setSubject(clientId)
      .setAudience(endpoint)
      .setIssuedAt()
      .setExpirationTime("1 minute")
      .sign(await importJWK(privateJwk));
    const sent = Date.now();
    const { access_token, expires_in } = await json<{ access_token: string; expires_in: number }>(
      await fetch(endpoint, {
        method: "POST",
        body: new URLSearchParams({ grant_type: "client_credentials", client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", client_assertion: assertion }),
      }),
    );
    return { text: access_token, until: sent + (expires_in - early) * 1000 };
  }

  return {
    async authorization() {
      const before = token;
      if (!(await isGood()) && token === before) token = fetchToken(); // whoever asks meanwhile waits for the same one
      return `Bearer ${(await token!).text}`;
    },
    refused() {
      token = null; // its client was suspended, or the hub has new keys
      return true;
    },
  };
}

/** @throws Error with what the token endpoint says of a request that it refuses */
async function json<T>(response: Response): Promise<T> {
  const body = (await response.json()) as T & { error?: string; error_description?: string };
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${body.error ?? ""} ${body.error_description ?? ""}`.trim());
  return body;
}
