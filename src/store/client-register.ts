import { audienceOf } from "../catalog/audience-code.ts";
import { HubError } from "../errors.ts";
import type { ApiKey, ClientState, Credential, PublicKey, Register, RegisteredClient, Registry } from "../policy/register.ts";
import { codeOf } from "./has-code.ts";
import type { Pool } from "./pool.ts";

/** The part of the log that is told when the register cannot be read, and when it can again. */
export interface RegisterLog {
  info(message: string): void;
  warn(details: object, message: string): void;
}

/** Milliseconds between two looks at whether something has changed. */
const every = 250;

/** Milliseconds after which what was seen must be looked at again before anybody is answered by it. */
const fresh = 800;

/** Milliseconds after which what was seen is no longer true enough: a suspension takes effect within a second. */
const old = 1_000;

/** Milliseconds that somebody waits for the database to say what is true. */
const patience = 2_000;

/**
 * The whole register as JSON, empty where it is the one that is known already: a look and a load are one statement, and one snapshot.
 * Moments are given as milliseconds.
 */
const look = `
  select case when s.version = $1::bigint and s.signing_generation = $2::int then '' else json_build_object(
    'version', s.version,
    'signingGeneration', s.signing_generation,
    'clients', (select coalesce(json_agg(json_build_object('id', c.id, 'clientId', c.client_id, 'state', c.state, 'audience', c.audience, 'body', c.organization_id, 'jurisdiction', c.jurisdiction_code, 'mayHide', c.may_hide)), '[]') from client c),
    'credentials', (select coalesce(json_agg(json_build_object('clientRowId', d.client_row_id, 'label', d.label, 'expiresAt', floor(extract(epoch from d.expires_at) * 1000), 'revokedAt', floor(extract(epoch from d.revoked_at) * 1000), 'jwk', d.public_jwk, 'digest', d.secret_digest, 'networks', d.networks) order by d.recorded_at), '[]') from client_credential d)
  )::text end
  from registry_state s`;

interface Loaded {
  readonly version: number;
  readonly signingGeneration: number;
  readonly clients: readonly ClientRow[];
  readonly credentials: readonly CredentialRow[];
}

interface ClientRow {
  readonly id: string;
  readonly clientId: string;
  readonly state: ClientState;
  readonly audience: string;
  readonly body: string | null;
  readonly jurisdiction: string | null;
  readonly mayHide: boolean;
}

interface CredentialRow extends Credential {
  readonly clientRowId: string;
  readonly jwk: string | null;
  readonly digest: string | null;
  readonly networks: readonly string[];
}

/** What was seen, and when the look began that saw it (`performance.now()`). */
interface Seen {
  readonly register: Register;
  readonly version: number;
  readonly at: number;
}

/**
 * The register of clients in memory, so that every request can be checked against it for the price of a look into a map. It is looked at
 * again four times a second, however many ask and whoever has changed it; where the database cannot be asked, nobody is answered by what
 * was true a second ago.
 */
export class ClientRegister implements Registry {
  readonly #pool: Pick<Pool, "ask">;
  readonly #log: RegisterLog;
  readonly #timer: NodeJS.Timeout;
  #seen: Seen | null = null;
  /** The answer as long as it is fresh, made once for all who ask. */
  #answer: Promise<Register> | null = null;
  #looking: Promise<void> | null = null;
  #failed = false;

  /** @param pool of the hub's own role */
  constructor(pool: Pick<Pool, "ask">, log: RegisterLog) {
    this.#pool = pool;
    this.#log = log;
    this.#timer = setInterval(() => void this.#look().catch(() => {}), every).unref(); // who asks is told
  }

  current(): Promise<Register> {
    if (this.#answer && this.#age() <= fresh) return this.#answer;
    return this.#lookedAt();
  }

  /** Looks at once, for whoever has changed the register and is to find it changed. */
  async refresh(): Promise<void> {
    await this.#looking?.catch(() => {}); // one that has begun may not see the change
    await this.#look();
  }

  close(): void {
    clearInterval(this.#timer);
  }

  /** Milliseconds since the look began that saw what is known. */
  #age(): number {
    return this.#seen ? performance.now() - this.#seen.at : Number.POSITIVE_INFINITY;
  }

  async #lookedAt(): Promise<Register> {
    const until = performance.now() + patience;
    do await inTime(this.#look(), until - performance.now());
    while (this.#age() > old && performance.now() < until);
    if (this.#age() > old) throw new HubError("UNAVAILABLE");
    return this.#seen!.register;
  }

  /** One look is under way, however many want it. */
  #look(): Promise<void> {
    return (this.#looking ??= this.#see().finally(() => (this.#looking = null)));
  }

  async #see(): Promise<void> {
    const at = performance.now();
    const { version, register } = this.#seen ?? { version: -1, register: null };
    try {
      const answer = await this.#pool.ask(look, [version, register?.signingGeneration ?? -1], { prepare: true });
      if (answer === null) throw new Error("The state of the register is missing.");
      const loaded = answer.length > 0 ? (JSON.parse(answer.toString("utf8")) as Loaded) : null;
      this.#seen = { at, version: loaded?.version ?? version, register: loaded ? registerOf(loaded) : register! };
    } catch (error) {
      if (!this.#failed) this.#log.warn({ code: codeOf(error instanceof HubError ? error.originalError : error) }, "The register of clients cannot be read; tokens are refused until it can.");
      this.#failed = true;
      throw new HubError("UNAVAILABLE", {}, { originalError: error as Error });
    }
    this.#answer = Promise.resolve(this.#seen.register);
    if (this.#failed) this.#log.info("The register of clients can be read again.");
    this.#failed = false;
  }
}

/** @throws HubError UNAVAILABLE where it takes longer than so many milliseconds */
async function inTime(looking: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => (timer = setTimeout(() => reject(new HubError("UNAVAILABLE")), milliseconds)));
  await Promise.race([looking, late]).finally(() => clearTimeout(timer));
}

/** A client whose audience this version of the hub does not know is nobody. */
function registerOf({ signingGeneration, clients, credentials }: Loaded): Register {
  const byRow = new Map<string, RegisteredClient & { readonly publicKeys: PublicKey[] }>();
  for (const { id, clientId, state, audience: code, body, jurisdiction, mayHide } of clients) {
    const audience = audienceOf(code);
    if (audience) byRow.set(id, { clientId, state, publicKeys: [], viewer: Object.freeze({ audience, body, jurisdiction, subject: null, client: clientId, mayHide }) });
  }
  const apiKeys = new Map<string, ApiKey>();
  for (const { clientRowId, label, expiresAt, revokedAt, jwk, digest, networks } of credentials) {
    const client = byRow.get(clientRowId);
    if (client && jwk !== null) client.publicKeys.push({ label, expiresAt, revokedAt, jwk });
    if (client && digest !== null) apiKeys.set(label, { client, label, expiresAt, revokedAt, digest, networks });
  }
  const byId = new Map([...byRow.values()].map((client) => [client.clientId, client]));
  return { signingGeneration, clientOf: (clientId) => byId.get(clientId), apiKeyOf: (label) => apiKeys.get(label) };
}
