import type { Viewer } from "./viewer.ts";

/** Whether a client may ask: until it is resumed, or for good, it may not. */
export type ClientState = "ACTIVE" | "SUSPENDED" | "CLOSED";

/** With what a client proves that it is itself, and until when. Moments are milliseconds since 1970. */
export interface Credential {
  /** What tells it from all others of its kind and client: the thumbprint of a public key, the beginning of an API key. */
  readonly label: string;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
}

/** A public key, with which assertions at the token endpoint are verified. */
export interface PublicKey extends Credential {
  /** As JSON (RFC 7517). */
  readonly jwk: string;
}

/** An API key, sent with each question. */
export interface ApiKey extends Credential {
  readonly client: RegisteredClient;
  /** SHA-256 of its secret, hexadecimal. */
  readonly digest: string;
  /** Addresses and networks from which it is taken. */
  readonly networks: readonly string[];
}

/** A client as it is registered. */
export interface RegisteredClient {
  readonly clientId: string;
  readonly state: ClientState;
  /** As whom it asks; the person of a window comes with the token. */
  readonly viewer: Viewer;
  readonly publicKeys: readonly PublicKey[];
}

/** All clients and credentials as of one moment, and which generation of the hub's signing keys is good. */
export interface Register {
  readonly signingGeneration: number;
  clientOf(clientId: string): RegisteredClient | undefined;
  apiKeyOf(label: string): ApiKey | undefined;
}

/** Where the register is kept. */
export interface Registry {
  /**
   * The register, true at some moment of the last second.
   *
   * @throws HubError UNAVAILABLE where that cannot be found out
   */
  current(): Promise<Register>;
}

/** Why a credential is not taken at a moment; null where it is. A revocation has no clock: the database's may be ahead. */
export function faultOf({ expiresAt, revokedAt }: Credential, now: number): "revoked" | "expired" | null {
  if (revokedAt !== null) return "revoked";
  return expiresAt !== null && expiresAt <= now ? "expired" : null;
}
