import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { SigningKeys } from "../../src/http/signing-keys.ts";
import { Tokens } from "../../src/http/tokens.ts";
import { prepareDatabase } from "../../src/server.ts";
import { openCluster, type Cluster } from "../../src/store/cluster.ts";
import { silentLog } from "../../src/store/log.ts";
import { passwordsFrom, roleOf } from "../../src/store/roles.ts";
import { signingSeed } from "../../src/store/secrets.ts";
import { startServer, type Server } from "./child.ts";
import { addOfficials } from "./logged.ts";
import type { Asker } from "./questions.ts";
import { addRows, readKnown, type Known } from "./rows.ts";

/** Options of Node with which `npm start` runs the hub. */
const { scripts } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { scripts: { start: string } };
const shippedOptions = scripts.start.split(" ").filter((word) => word.startsWith("--"));

const key = Buffer.alloc(32, 7);

/** A database with rows. */
export interface Filled {
  readonly ownerUrl: string;
  readonly known: Known;
  /** Identifiers of officials under the personnel persona's management. */
  readonly officials: readonly string[];
  /** Rows of its tables, in words. */
  readonly size: string;
}

/** What is measured on: a PostgreSQL of its own in a temporary folder, with databases and servers that end with it. */
export class Bed {
  readonly #folder: string;
  readonly #cluster: Cluster;
  readonly #servers: Server[] = [];

  private constructor(folder: string, cluster: Cluster) {
    this.#folder = folder;
    this.#cluster = cluster;
  }

  static async open(): Promise<Bed> {
    const folder = mkdtempSync(join(tmpdir(), "integrity-hub-bench-"));
    return new Bed(folder, await openCluster({ databaseUrl: null, dataDir: join(folder, "data") }, silentLog));
  }

  /** A new database with the demonstration data and made-up rows beside it. */
  async fill(name: string, scale: number): Promise<Filled> {
    const { embedded } = this.#cluster;
    const owner = postgres(this.#cluster.ownerUrl, { max: 1, onnotice: () => {} });
    await owner.unsafe(`create database ${name}`).finally(() => owner.end());
    const url = new URL(this.#cluster.ownerUrl);
    url.pathname = `/${name}`;
    const ownerUrl = url.href;
    await prepareDatabase(ownerUrl, { embedded, key, demonstration: true, log: { info: () => {} } });
    const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
    try {
      await addRows(sql, scale);
      const officials = await addOfficials(sql, key);
      const [counts] = await sql<[Record<string, number>]>`select (select count(*)::int from organization) organizations, (select count(*)::int from project) projects, (select count(*)::int from tender) tenders, (select count(*)::int from bid) bids`;
      return { ownerUrl, known: await readKnown(sql), officials, size: Object.entries(counts).map(([table, count]) => `${count.toLocaleString("en")} ${table}`).join(", ") };
    } finally {
      await sql.end();
    }
  }

  /** The hub as it ships, but that it asks the database for every answer, where not otherwise wanted; without its access log where that is not wanted. */
  hub(ownerUrl: string, { logged = true, remembering = false }: { readonly logged?: boolean; readonly remembering?: boolean } = {}): Promise<Server> {
    return this.start("hub.ts", { ownerUrl, embedded: this.#cluster.embedded, key: key.toString("hex"), logged, remembering }, shippedOptions);
  }

  async start(file: string, settings: object, options: string[] = []): Promise<Server> {
    const server = await startServer(file, settings, options);
    this.#servers.push(server);
    return server;
  }

  /** Address of a database as an audience's role. */
  urlOf(ownerUrl: string, asker: Asker): string {
    const url = new URL(ownerUrl);
    url.username = roleOf(asker);
    url.password = passwordsFrom(key)(roleOf(asker));
    return url.href;
  }

  /** The header of a persona. */
  async headersOf(persona: string): Promise<Readonly<Record<string, string>>> {
    return { authorization: `Bearer ${await new Tokens(new SigningKeys(signingSeed(key))).signDemonstration(persona, null, 6 * 3600)}` };
  }

  async close(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.close()));
    await this.#cluster.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
