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
import { policies } from "./policy/all.ts";
import { Shape } from "./shape.ts";
import type { Asker } from "./viewers.ts";
import { World } from "./world.ts";

const printed = readFileSync(new URL("../../schema/hub.graphql", import.meta.url), "utf8");

/** Everybody of the demonstration, and nobody in particular. */
export const personas: readonly Asker[] = [
  { client: null, viewer: { audience: "public", body: null, jurisdiction: null, subject: null } },
  ...Object.entries(directory).map(([client, viewer]) => ({ client, viewer })),
];

/** A database whose clock the tests set, with its rows in memory. */
export interface Stage {
  readonly ownerUrl: string;
  readonly shape: Shape;
  readonly world: World;
  /** What the database's clock says. */
  readonly now: string;
  setClock(now: string): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(now: string): Promise<Stage> {
  const database = await freshDatabase(await demonstrationTemplate());
  const sql = postgres(database.url, { max: 1, onnotice: () => {} });
  let clock = now;
  const setClock = async (at: string): Promise<void> => {
    await stopClock(sql, at);
    clock = at;
  };
  await setClock(now);
  await plant(sql);
  await holdLog(sql);
  const shape = new Shape(buildSchema(printed), policies);
  const world = await World.load(sql, shape, storedSecrets(runKey).encryption);
  return {
    ownerUrl: database.url,
    shape,
    world,
    get now() {
      return clock;
    },
    setClock,
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

/** What is asked here would be seen by whoever asks next: what the statements add to the access log is dropped, so that the rows of the world stand still. */
async function holdLog(sql: postgres.Sql): Promise<void> {
  await sql.unsafe("create function public.dropped() returns trigger language plpgsql as 'begin return null; end'");
  for (const table of ["access_event", "access_log_entry", "access_pending"]) await sql.unsafe(`create trigger dropped before insert on public.${table} for each row execute function public.dropped()`);
}

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

/** Asks a hub over HTTP. */
export async function ask(hub: Pick<TestHub, "url">, asker: Asker, query: string, variables: Readonly<Record<string, unknown>>): Promise<Answer> {
  const token = await tokenOf(asker);
  const response = await fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

