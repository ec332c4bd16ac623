import { machines } from "../../src/domains/commands.ts";
import { pino } from "pino";
import { inject } from "vitest";
import { directory } from "../../src/exchange/demonstration/personas.ts";
import { DeliveryProcessing } from "../../src/exchange/ingest/delivery-processing.ts";
import { SigningKeys } from "../../src/http/signing-keys.ts";
import { Tokens } from "../../src/http/tokens.ts";
import { hubCatalogue, startHub, type Hub, type HubParts } from "../../src/server.ts";
import { signingSeed, storedSecrets } from "../../src/store/secrets.ts";
import { demonstrationTemplate, runKey } from "./template.ts";
import { freshDatabase } from "./database.ts";

/** Everybody who may ask: the public and the demonstration personas. */
export const personas = ["public", ...(Object.keys(directory) as (keyof typeof directory)[])] as const;
export type PersonaOrPublic = (typeof personas)[number];

/** An answer as it came over HTTP. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: { readonly data?: Record<string, unknown> | null; readonly errors?: readonly AnsweredError[]; readonly extensions?: Record<string, unknown> };
}

export interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly { line: number; column: number }[];
  readonly extensions: Record<string, unknown>;
}

export interface TestHub {
  readonly url: string;
  /** Address of its database as the owner. */
  readonly ownerUrl: string;
  /** Every line that the hub has logged. */
  readonly logged: string[];
  tokenOf(persona: PersonaOrPublic): Promise<string | null>;
  ask(persona: PersonaOrPublic, query: string, variables?: Readonly<Record<string, unknown>>, further?: Readonly<Record<string, unknown>>): Promise<Answered>;
  close(): Promise<void>;
}

/** Signs as the hubs of the run do. */
export const runTokens = new Tokens(new SigningKeys(signingSeed(runKey)));

/** A hub with the demonstration data in a database of its own, over real HTTP. */
export async function testHub(options: Partial<Pick<HubParts, "catalogue" | "locks" | "resolversOnly" | "budget" | "registry" | "demonstration" | "trustedProxies" | "publicUrl" | "metricsToken" | "traces" | "now" | "deliveries" | "deliveryLimits" | "remembering">> & { readonly ownerUrl?: string } = {}): Promise<TestHub> {
  const database = options.ownerUrl === undefined ? await freshDatabase(await demonstrationTemplate()) : null;
  const ownerUrl = options.ownerUrl ?? database!.url;
  const logged: string[] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => void logged.push(line) });
  const { ownerUrl: _given, ...given } = options;
  const hub: Hub = await startHub({
    catalogue: hubCatalogue(),
    ownerUrl,
    embedded: inject("embedded"),
    key: runKey,
    demonstration: true,
    budget: { public: 1e9, client: 1e9 },
    deliveries: null,
    remembering: false,
    host: "127.0.0.1",
    port: 0,
    log,
    ...given,
  });
  const processing = given.deliveries ? new DeliveryProcessing({ ownerUrl, catalogue: hubCatalogue(), machines, secrets: storedSecrets(runKey), folder: given.deliveries, log, ...given.deliveryLimits, ...(given.traces ? { spans: given.traces } : {}) }) : null;
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = async (persona: PersonaOrPublic): Promise<string | null> => {
    if (persona === "public") return null;
    let token = tokens.get(persona);
    if (!token) tokens.set(persona, (token = runTokens.signDemonstration(persona, directory[persona].subject, 600)));
    return token;
  };
  return {
    url: hub.url,
    ownerUrl,
    logged,
    tokenOf,
    async ask(persona, query, variables, further = {}) {
      const token = await tokenOf(persona);
      const response = await fetch(`${hub.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify({ query, ...(variables ? { variables } : {}), ...further }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, body: JSON.parse(text) as Answered["body"] };
    },
    async close() {
      await hub.close();
      await processing?.close();
      await database?.drop();
    },
  };
}

