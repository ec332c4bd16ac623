import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import postgres from "postgres";
import { directory } from "../../src/exchange/demonstration/personas.ts";
import type { Viewer } from "../../src/policy/viewer.ts";
import { storedSecrets } from "../../src/store/secrets.ts";
import { anybody } from "../setup/anybody.ts";
import { stopClock } from "../setup/clock.ts";
import { freshDatabase } from "../setup/database.ts";
import { runTokens, type TestHub } from "../setup/hub.ts";
import { demonstrationTemplate, runKey } from "../setup/template.ts";
import type { Answer } from "./asked.ts";
import type { Logged } from "./logged.ts";
import { policies } from "./policy/all.ts";
import type { Access, Row } from "./policy/vocabulary.ts";
import { RowsReader } from "./rows-reader.ts";
import { Shape } from "./shape.ts";
import type { Asker } from "./viewers.ts";
import { World } from "./world.ts";
import type { Grant } from "./write-grants.ts";

const printed = readFileSync(new URL("../../schema/hub.graphql", import.meta.url), "utf8");

/** Everybody of the demonstration, and nobody in particular. */
export const personas: readonly Asker[] = [
  { client: null, viewer: { audience: "public", body: null, jurisdiction: null, subject: null } },
  ...Object.entries(directory).map(([client, viewer]) => ({ client, viewer })),
];

/** A question as it is sent. */
export interface Request {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly access: Access;
}

/** A database whose clock the tests set, with its rows in memory. */
export interface Stage {
  readonly ownerUrl: string;
  readonly shape: Shape;
  /** The rows as they are: what hubs have added to the access log among them. */
  readonly world: World;
  /** What the database's clock says. */
  readonly now: string;
  setClock(now: string): Promise<void>;
  /** Puts sharing grants beside those of the demonstration, in the place of those that were put there before. */
  setGrants(grants: readonly Grant[]): Promise<void>;
  /** Asks a hub over HTTP, and reads what the access log then has of it. */
  ask(hub: Pick<TestHub, "url">, asker: Asker, request: Request): Promise<{ readonly answer: Answer; readonly logged: Logged }>;
  close(): Promise<void>;
}

export async function openStage(now: string): Promise<Stage> {
  const database = await freshDatabase(await demonstrationTemplate());
  const sql = postgres(database.url, { max: 2, onnotice: () => {} });
  let clock = now;
  const setClock = async (at: string): Promise<void> => {
    await stopClock(sql, at);
    clock = at;
  };
  await setClock(now);
  await plant(sql);
  // The log is looked up after each question.
  await sql`create index on access_event (request_id)`;
  await sql`create index on access_log_entry ((access_event_id::text))`;
  const shape = new Shape(buildSchema(printed), policies);
  const reader = await RowsReader.open(sql, shape, storedSecrets(runKey).encryption);
  let world = await World.load(reader, shape);
  const added = { AccessEvent: [...world.rowsOf("AccessEvent")], AccessLogEntry: [...world.rowsOf("AccessLogEntry")] };
  const known = { AccessEvent: added.AccessEvent.length, AccessLogEntry: added.AccessLogEntry.length };
  return {
    ownerUrl: database.url,
    shape,
    get world() {
      for (const type of ["AccessEvent", "AccessLogEntry"] as const) {
        if (known[type] < added[type].length) world = world.with(type, [...added[type]], []);
        known[type] = added[type].length;
      }
      return world;
    },
    get now() {
      return clock;
    },
    setClock,
    setGrants: async (grants) => {
      await sql.begin(async (transaction) => {
        await transaction`delete from sharing_grant where grant_no like 'SG-%'`;
        for (const grant of grants) await transaction`insert into sharing_grant ${transaction(columnsOf(grant))}`;
      });
      const rows = await reader.read("SharingGrant");
      world = world.with("SharingGrant", rows, await reader.inOrder([...new Set(rows.flatMap(textsIn))]));
    },
    ask: async (hub, asker, request) => {
      const answer = await ask(hub, asker, request);
      const events = await reader.read("AccessEvent", "request_id", [answer.requestId]);
      const entries = events.length === 0 ? [] : await reader.read("AccessLogEntry", "access_event_id", events.map(({ id }) => id));
      added.AccessEvent.push(...events);
      added.AccessLogEntry.push(...entries);
      return { answer, logged: { events, entries } };
    },
    close: async () => {
      await sql.end();
      await database.drop();
    },
  };
}

/** Rows of kinds that the demonstration data has too few of to tell who sees them: a client of a body, and what it proves itself with. */
async function plant(sql: postgres.Sql): Promise<void> {
  const id = "00000000-0000-4000-8000-00000000c11e";
  await sql`insert into client (id, client_id, name, organization_id, audience, jurisdiction_code, contact) values (${id}, 'planted', '审计查询系统', ${directory.department.body}, 'DEPARTMENT', ${directory.department.jurisdiction}, '信息科')`;
  await sql`insert into client_credential (client_row_id, kind, label, networks) values (${id}, 'API_KEY', 'hub_planted', '{127.0.0.1/32}')`;
}

const columnsOf = ({ grantNo, requesterId, providerId, items, fields, purpose, scopeDivisionCode, coversWholeScope, state, validFrom, validTo }: Grant) => ({
  grant_no: grantNo, requester_id: requesterId, provider_id: providerId, items: [...items], fields: [...fields], purpose, scope_division_code: scopeDivisionCode, covers_whole_scope: coversWholeScope, state,
  valid_from: validFrom, valid_to: validTo, requested_on: "2026-01-05", basis_citation: "公务员法",
});

const textsIn = ({ values }: Row): string[] => Object.values(values).filter((value) => typeof value === "string");

/** Everybody who has asked, for the hubs that are asked. */
export const registry = anybody();

const tokens = new Map<string, Promise<string>>();

function tokenOf({ client, viewer }: Asker): Promise<string> | null {
  if (viewer.audience === "public") return null;
  const key = JSON.stringify([client, viewer]);
  let token = tokens.get(key);
  if (!token) {
    registry.add(key, { ...(viewer as Viewer), subject: null, client });
    tokens.set(key, (token = runTokens.signDemonstration(key, viewer.subject, 24 * 3600)));
  }
  return token;
}

async function ask(hub: Pick<TestHub, "url">, asker: Asker, { query, variables, access }: Request): Promise<Answer> {
  const token = await tokenOf(asker);
  const response = await fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query, variables, extensions: { access } }),
  });
  return { ...((await response.json()) as Omit<Answer, "requestId">), requestId: response.headers.get("x-request-id")! };
}
