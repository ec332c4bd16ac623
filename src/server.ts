import { createHash } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { assembleCatalogue, type Catalogue } from "./catalog/catalogue.ts";
import { admitted } from "./catalog/rule.ts";
import { readExamples } from "./exchange/demonstration/examples.ts";
import { directory } from "./exchange/demonstration/personas.ts";
import { firstOfPublic, playgroundPersonas } from "./exchange/demonstration/playground-personas.ts";
import { loadDemonstration, registerPersonas } from "./exchange/demonstration/load-demonstration.ts";
import { deliveredColumns } from "./exchange/ingest/dataset.ts";
import { Deliveries } from "./exchange/ingest/deliveries.ts";
import { Intake } from "./exchange/ingest/intake.ts";
import { declared, domains } from "./domains/all.ts";
import { commands, machines } from "./domains/commands.ts";
import { Answerer, denialError } from "./graph/answerer.ts";
import { attachMutations } from "./graph/mutation-resolvers.ts";
import { attachResolvers, denialsOf } from "./graph/resolvers.ts";
import { deliveryQuestions } from "./graph/delivery-questions.ts";
import { publicRows } from "./graph/public-rows.ts";
import { buildSchema } from "./graph/schema.ts";
import { shielded } from "./graph/shield.ts";
import type { BudgetSettings } from "./http/budget.ts";
import { createHttpServer, type HttpServer } from "./http/http-server.ts";
import { Identity } from "./http/identity.ts";
import { SigningKeys } from "./http/signing-keys.ts";
import { Tokens } from "./http/tokens.ts";
import type { Traces } from "./http/traces.ts";
import { hubVersion } from "./hub-version.ts";
import type { Logger } from "./log.ts";
import type { World } from "./plan/compilation.ts";
import { Planner } from "./plan/planner.ts";
import { CataloguePages } from "./portal/catalogue/catalogue-pages.ts";
import type { Delivered } from "./portal/catalogue/contents.ts";
import { openLogVerifier } from "./store/access-chain/verify-log.ts";
import type { Registry } from "./policy/register.ts";
import { ClientRegister } from "./store/client-register.ts";
import { ClientUsage } from "./store/client-usage.ts";
import { DataVersion } from "./store/data-version.ts";
import { DutyCrimeRegister } from "./store/duty-crime-register.ts";
import { migrate } from "./store/migrate.ts";
import { openPools, openService, proveAll, type PoolsSource } from "./store/pools.ts";
import { readOperations } from "./store/read-operations.ts";
import { openOwnerSession } from "./store/owner-session.ts";
import { refreshSearch } from "./store/refresh-search.ts";
import { Reader, type Asking } from "./store/reader.ts";
import { passwordsFrom, serviceRole } from "./store/roles.ts";
import { signingSeed, storedSecrets } from "./store/secrets.ts";
import { UsedAssertions } from "./store/used-assertions.ts";
import { knownNamesIn } from "./workflow/known-names.ts";
import { lookUpIn } from "./workflow/look-up.ts";
import { namedIds } from "./workflow/named-id.ts";
import { ownRowIn } from "./workflow/own-row.ts";
import { Workflow } from "./workflow/workflow.ts";

export interface HubParts {
  readonly catalogue: Catalogue;
  /** Address of the database as its owner. */
  readonly ownerUrl: string;
  readonly embedded: boolean;
  /** Address of a pooler before the database, by which viewers are answered; none where it is not said. */
  readonly poolerUrl?: string | null;
  /** The hub's master key. */
  readonly key: Buffer;
  /** Whether the database holds the demonstration data, so that its personas may ask. */
  readonly demonstration: boolean;
  readonly budget: BudgetSettings;
  /** Addresses and networks whose `X-Forwarded-For` is believed; none where it is not said. */
  readonly trustedProxies?: readonly string[];
  /** Address of the hub as its clients know it; where it listens, where it is not said. */
  readonly publicUrl?: string | null;
  /** Who bears it gets the metrics from anywhere; where it is not said, the hub's own machine alone. */
  readonly metricsToken?: string | null;
  /** Where it is told what takes time; nowhere, where it is not said. */
  readonly traces?: Traces | undefined;
  /** Folder for files that are delivered, which `startKeepers` processes; null for a hub that takes none. */
  readonly deliveries: string | null;
  /** For tests only, which send less and do not wait: milliseconds between two looks for deliveries, bytes of a file, milliseconds in which a request must arrive, or a file's next byte. */
  readonly deliveryLimits?: { readonly every?: number; readonly longest?: number; readonly arrival?: number };
  readonly host: string;
  readonly port: number;
  readonly log: Logger;
  /** For tests only, which try each lock with the other two off; the hub itself never switches one off. */
  readonly locks?: Locks;
  /** For tests and measurements of anything else: false has every question asked of the database, where the public is given again what it was answered before as long as nothing has changed. */
  readonly remembering?: boolean;
  /** For measurements only: false leaves out the access log, to see what it costs. */
  readonly logged?: boolean;
  /** For tests only: whether plain questions are answered by resolvers as well. */
  readonly resolversOnly?: boolean;
  /** For tests only: who is registered, where a test is about anything but that. */
  readonly registry?: Registry;
  /** For tests only, which do not wait: milliseconds since 1970, by which tokens are signed and verified. */
  readonly now?: () => number;
}

/** The three locks: (a) prune and plan, (b) shield, (c) the database's roles and row policies. */
export interface Locks {
  readonly plan: boolean;
  readonly shield: boolean;
  readonly database: boolean;
}

export interface Hub {
  readonly url: string;
  close(): Promise<void>;
}

/** One list, since a schema is built once for each list of commands. */
const noCommands: typeof commands = [];

/** Everything that the hub declares, put together once per process: type-graphql keeps its types for the process. */
export const hubCatalogue = (): Catalogue => (assembled ??= assembleCatalogue(declared));
let assembled: Catalogue | undefined;

/**
 * Puts the hub together on a database that is migrated, and listens.
 *
 * @throws StartError where it cannot listen, or where a connection to the database is not in its role
 */
export async function startHub(parts: HubParts): Promise<Hub> {
  const { catalogue, ownerUrl, key, log, locks = { plan: true, shield: true, database: true } } = parts;
  const askers = openAskers(parts);
  const source = sourceOf(parts);
  const pools = openPools(source);
  const unlocked = locks.database ? null : postgres(ownerUrl, { max: 2 });
  const { traces } = parts;
  const untraced: Asking = {
    ask: async (audience, text, parameters, repeatable) => {
      if (!unlocked) return pools.of(audience).ask(text, parameters, { prepare: true, repeatable });
      const [row] = await unlocked.unsafe(text, parameters as never).raw();
      return (row as unknown as [Buffer | null])[0];
    },
  };
  const asking: Asking = traces ? { ask: (audience, text, parameters, repeatable) => traces.within("statement", () => ({ "hub.statement": digestOf(text) }), () => untraced.ask(audience, text, parameters, repeatable)) } : untraced;
  const reader = new Reader(asking, storedSecrets(key));
  const service = openService(source);
  const offered = catalogue === hubCatalogue() ? commands : noCommands; // another catalogue, in tests, has other types
  const { schema, roots } = buildSchema(catalogue, offered);
  const world: World = { schema, catalogue, roots };
  const verifier = openLogVerifier(ownerUrl);
  const answerWith = attachResolvers(schema, world, reader, { verifier, usage: askers.usage, dutyCrimes: new DutyCrimeRegister(catalogue, asking, service, storedSecrets(key)) }, { guarded: locks.plan });
  const versions = (parts.remembering ?? true) ? new DataVersion(ownerUrl, catalogue, log) : null;
  const deliveries = parts.deliveries === null ? null : new Deliveries({ ownerUrl, catalogue, folder: parts.deliveries, log, ...parts.deliveryLimits });
  const changed = async (type: string): Promise<void> => {
    versions?.changed();
    if (type === "Delivery") deliveries?.changed();
    await askers.changed(type);
  };
  const tools = { catalogue, workflow: new Workflow({ catalogue, service, changed }), lookUp: lookUpIn(asking), ownRow: ownRowIn(asking), knownNames: knownNamesIn(catalogue, asking), namedId: namedIds(storedSecrets(key).names), service, changed };
  attachMutations(schema, offered, tools, answerWith, { guarded: locks.plan });
  const planner = new Planner(world, { guarded: locks.plan, logged: parts.logged ?? true });
  const planning: Pick<Planner, "plan"> = traces ? { plan: (...question) => traces.within("plan", () => ({}), () => planner.plan(...question)) } : planner;
  const answerer = new Answerer(planning, reader);
  const pages = new CataloguePages({ catalogue, domains, schema, machines, commands: offered, root: rootOf(parts.publicUrl), delivered: deliveredOf(deliveries) }, publicRows(world, reader));
  const closeAll = (): Promise<unknown> => Promise.all([deliveries?.close(), versions?.close(), askers.close(), pools.close(), service.close(), verifier.close(), unlocked?.end()]);
  // On the embedded server each role has logged in itself.
  const proven = parts.embedded ? Promise.resolve() : Promise.all([pools.prove(), proveAll([[serviceRole, service]])]);
  const http: HttpServer = await proven.then(() => createHttpServer({
    schema: locks.shield ? shielded(schema, catalogue) : schema,
    answering: {
      answer: (question) => (parts.resolversOnly ? null : answerer.answer(question)),
      denials: (context) => denialsOf(context).map((denial) => denialError(denial, context.language)),
    },
    identity: askers.identity,
    authorization: askers.authorization,
    usage: askers.usage,
    publicUrl: parts.publicUrl ?? null,
    budget: parts.budget,
    ...(versions ? { versions } : {}),
    pages,
    ...(deliveries ? { intake: new Intake(deliveries, deliveryQuestions(world, reader)) } : {}),
    ...(parts.deliveryLimits?.arrival === undefined ? {} : { arrival: parts.deliveryLimits.arrival }),
    ...(parts.trustedProxies ? { trustedProxies: parts.trustedProxies } : {}),
    ...(parts.demonstration ? { demonstration: { examples: readExamples(), first: firstOfPublic, personas: playgroundPersonas, handsOutTokens: isReachedDirectly(parts), tokenOf: askers.tokenOf } } : {}),
    obstacles: async () => {
      try {
        await pools.of("public").ask("select 'true'::text", [], { prepare: false });
        return [];
      } catch {
        return ["the database does not answer"];
      }
    },
    traces,
    metrics: {
      token: parts.metricsToken ?? null,
      read: async () => ({ version: hubVersion, pools: { ...pools.load(), service: service.load }, plans: planner.counts, database: await readOperations(ownerUrl) }),
    },
    log,
    host: parts.host,
    port: parts.port,
  })).catch(async (error: unknown) => {
    await closeAll();
    throw error;
  });
  // Reading the code and building the schema leaves as much garbage as there is use; V8 would keep the room for it.
  globalThis.gc?.({ type: "major", execution: "sync", flavor: "last-resort" });
  return {
    url: http.url,
    close: async () => {
      await http.close();
      await closeAll();
    },
  };
}

/** Tells statements apart without telling them. */
const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

const sourceOf = ({ ownerUrl, embedded, key, poolerUrl = null }: HubParts): PoolsSource => ({ ownerUrl, embedded, secret: key, poolerUrl });

/** Path of the hub on the host by which its clients know it. */
const rootOf = (publicUrl: string | null | undefined): string => (publicUrl ? new URL(publicUrl).pathname.replace(/\/$/, "") : "");

/** What bodies deliver, by type, as the pages of the catalogue tell it; nothing where the hub takes no deliveries. */
function deliveredOf(deliveries: Deliveries | null): ReadonlyMap<string, Delivered> {
  const datasets = [...(deliveries?.datasets.values() ?? [])];
  return new Map(datasets.map((dataset): [string, Delivered] => [dataset.type.name, { name: dataset.name, takes: dataset.supply.takes, audiences: admitted(dataset.supply.by), columns: deliveredColumns(dataset) }]));
}

/** Seconds for which the playground's tokens are good; who works on gets new ones by loading the page again. */
const personaSeconds = 12 * 3600;

/** Whether nobody is said to stand between the hub and those who ask: neither a trusted proxy nor an address of its own that others know it by. */
const isReachedDirectly = ({ trustedProxies = [], publicUrl = null }: HubParts): boolean => trustedProxies.length === 0 && publicUrl === null;

/** The types by which the register of clients changes, and the keys with which the hub signs. */
const registered: ReadonlySet<string> = new Set(["Client", "ClientCredential", "SigningKeys"]);

/** What the hub knows of those who ask: who is registered, how they prove who they are, what they have used. Its connections are its own, as nobody who asks is to wait for a workflow. */
function openAskers(parts: HubParts) {
  const { key, demonstration, log, registry: given, now } = parts;
  const service = openService(sourceOf(parts));
  const register = given ? null : new ClientRegister(service, log);
  const registry = given ?? register!;
  const usage = new ClientUsage(service, log);
  const tokens = new Tokens(new SigningKeys(signingSeed(key), now), now);
  return {
    identity: new Identity(tokens, registry, { demonstration, ...(now ? { now } : {}) }),
    authorization: { registry, tokens, assertions: new UsedAssertions(service) },
    usage,
    /** A persona's token, for the playground. */
    tokenOf: (persona: string): Promise<string> => tokens.signDemonstration(persona, directory[persona as keyof typeof directory].subject, personaSeconds),
    /** What was changed is done, though it could not be looked at: then it is in force with the next look. */
    changed: async (type: string): Promise<void> => {
      if (registered.has(type)) await register?.refresh().catch(() => {});
    },
    close: async () => {
      register?.close();
      await usage.close();
      await service.close();
    },
  };
}

/**
 * Brings a database to what the catalogue declares, and loads the demonstration data into it where that is wanted and it is empty.
 * Answers whether the database holds that data, so that its personas may ask.
 */
export async function prepareDatabase(ownerUrl: string, options: { readonly embedded: boolean; readonly key: Buffer; readonly demonstration: boolean; readonly log: Pick<Logger, "info"> }): Promise<boolean> {
  const { embedded, key, demonstration, log } = options;
  await migrate(ownerUrl, hubCatalogue(), { embedded, passwordOf: passwordsFrom(key) });
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    if (demonstration && (await loadDemonstration(drizzle(sql), storedSecrets(key)))) log.info("The demonstration data is loaded: real divisions, synthetic people and firms.");
    await search(ownerUrl);
    const [persona] = await sql`select 1 from organization where id = ${directory.personnel.body}`;
    if (persona) await registerPersonas(drizzle(sql), storedSecrets(key));
    return persona !== undefined;
  } finally {
    await sql.end();
  }
}

/** Brings the search up to date with what the database holds. */
async function search(ownerUrl: string): Promise<void> {
  const session = openOwnerSession(ownerUrl, "hub-search");
  try {
    await refreshSearch(session, hubCatalogue());
  } finally {
    await session.close();
  }
}
