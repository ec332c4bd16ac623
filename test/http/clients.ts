import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from "jose";
import { makeApiKey, type ApiKey } from "../../src/policy/api-key.ts";

/** What an operator registers of a client; what is not said is a department's of nobody in particular. */
export interface ClientRow {
  readonly audience?: string;
  readonly body?: string | null;
  readonly jurisdiction?: string | null;
  readonly state?: string;
  readonly mayHide?: boolean;
}

let registered = 0;

/** Registers a client as the owner of the database; answers its identifier. */
export async function registerClient(sql: postgres.Sql, { audience = "DEPARTMENT", body = null, jurisdiction = null, state = "ACTIVE", mayHide = false }: ClientRow = {}): Promise<string> {
  const clientId = `client-${++registered}-${randomUUID()}`;
  await sql`insert into client (client_id, name, audience, organization_id, jurisdiction_code, state, may_hide) values (${clientId}, ${"试验系统"}, ${audience}, ${body}, ${jurisdiction}, ${state}, ${mayHide})`;
  return clientId;
}

export const setState = (sql: postgres.Sql, clientId: string, state: string): Promise<unknown> => sql`update client set state = ${state} where client_id = ${clientId}`;

/** A client's own pair of keys. */
export interface KeyPair {
  readonly label: string;
  readonly privateKey: CryptoKey;
}

/** Makes a pair of keys, and registers its public half for a client, in the form in which `addClientKey` does. */
export async function registerKey(sql: postgres.Sql, clientId: string, { alg = "EdDSA", expiresAt = null }: { readonly alg?: string; readonly expiresAt?: Date | null } = {}): Promise<KeyPair> {
  const { publicKey, privateKey } = await generateKeyPair(alg);
  const jwk = await exportJWK(publicKey);
  const label = await calculateJwkThumbprint(jwk);
  await sql`insert into client_credential (client_row_id, kind, label, public_jwk, expires_at) select id, 'PUBLIC_KEY', ${label}, ${JSON.stringify({ ...jwk, alg: alg === "PS256" ? "RS256" : alg, use: "sig", kid: label })}, ${expiresAt} from client where client_id = ${clientId}`;
  return { label, privateKey };
}

/** Makes an API key for a client, good from some networks. */
export async function registerApiKey(sql: postgres.Sql, clientId: string, networks: readonly string[], expiresAt: Date | null = null): Promise<ApiKey> {
  const key = makeApiKey();
  await sql`insert into client_credential (client_row_id, kind, label, secret_digest, networks, expires_at) select id, 'API_KEY', ${key.label}, ${key.digest}, ${[...networks]}, ${expiresAt} from client where client_id = ${clientId}`;
  return key;
}

export const revoke = (sql: postgres.Sql, label: string): Promise<unknown> => sql`update client_credential set revoked_at = now() where label = ${label}`;

const now = (): number => Math.floor(Date.now() / 1000);

/** What an assertion of a client says, good for a minute. */
export const assertionClaims = (clientId: string, audience: string): JWTPayload => ({ iss: clientId, sub: clientId, aud: audience, jti: randomUUID(), iat: now(), exp: now() + 60 });

/** An assertion as a department's system makes it. */
export const assertionOf = (claims: JWTPayload, { privateKey }: Pick<KeyPair, "privateKey">, header: { readonly alg?: string; readonly kid?: string } = {}): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: "EdDSA", ...header }).sign(privateKey);

/** What the token endpoint has said. */
export interface Granted {
  readonly status: number;
  readonly headers: Headers;
  readonly body: { readonly access_token?: string; readonly token_type?: string; readonly expires_in?: number; readonly error?: string; readonly error_description?: string };
}

/** Asks a hub for a token. */
export async function askForToken(url: string, assertion: string, further: Readonly<Record<string, string>> = {}): Promise<Granted> {
  const response = await fetch(`${url}/oauth/token`, {
    method: "POST",
    body: new URLSearchParams({ grant_type: "client_credentials", client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", client_assertion: assertion, ...further }),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Granted["body"] };
}

/** Within which what an operator decides is in force: a second, and four more where the machine is busy with other tests. */
export const second = { timeout: 5_000, interval: 20 };

/** A token for a client with a key of its own. */
export async function tokenFor(url: string, clientId: string, key: KeyPair, further: Readonly<Record<string, string>> = {}): Promise<string> {
  const { body } = await askForToken(url, await assertionOf(assertionClaims(clientId, `${url}/oauth/token`), key), further);
  if (body.access_token === undefined) throw new Error(`${body.error ?? ""}: ${body.error_description ?? ""}`);
  return body.access_token;
}

/** What a hub answers to whoever asks who he is. */
export interface Asked {
  readonly status: number;
  readonly challenge: string | null;
  readonly code: string | undefined;
  readonly message: string;
  readonly me: { readonly audience: string; readonly client: string | null } | undefined;
  readonly text: string;
}

export async function askWith(url: string, authorization: string | null, headers: Readonly<Record<string, string>> = {}): Promise<Asked> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(authorization === null ? {} : { authorization }), ...headers },
    body: JSON.stringify({ query: "{ me { audience client } }" }),
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as { data?: { me: Asked["me"] }; errors?: readonly { message: string; extensions: { code: string } }[] };
  return { status: response.status, challenge: response.headers.get("www-authenticate"), code: errors?.[0]!.extensions.code, message: errors?.[0]!.message ?? "", me: data?.me, text };
}
