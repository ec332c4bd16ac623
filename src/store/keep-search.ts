import postgres from "postgres";
import type { Catalogue } from "../catalog/catalogue.ts";
import { codeOf } from "./has-code.ts";
import { changingTypes, refreshPending, refreshSearch } from "./refresh-search.ts";

/** What the keeper says where it cannot do its work; it tries again. */
export interface KeeperLog {
  warn(details: object, message: string): void;
}

export interface KeeperOptions {
  /** Milliseconds between two looks at what has changed. */
  readonly every?: number;
}

/** Milliseconds between two looks at all rows that come and go with time or with other rows. */
const everyRow = 60_000;

/** The day in the time zone in which display ends and begins. */
const dayOf = (moment: Date): string => moment.toLocaleDateString("en-CA", { timeZone: "Asia/Shanghai" });

/**
 * Keeps the search up to date while the hub runs: what was written is found a moment later, and what the new day shows from its first moment on.
 * What is no longer public is not found even before that, as every statement looks at the rows themselves.
 *
 * @param ownerUrl address of the database as its owner
 */
export function keepSearch(ownerUrl: string, catalogue: Catalogue, log: KeeperLog, { every = 2_000 }: KeeperOptions = {}): { close(): Promise<void> } {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: { application_name: "hub-search", search_path: "public" } });
  const changing = changingTypes(catalogue);
  let looked = { at: Date.now(), day: dayOf(new Date()) };
  let closed = false;
  let timer: NodeJS.Timeout;
  let running = Promise.resolve();

  const look = async (): Promise<void> => {
    const [{ pending }] = await sql<[{ pending: boolean }]>`select exists (select 1 from search_pending) as pending`;
    if (pending) await refreshPending(sql, catalogue);
    const now = { at: Date.now(), day: dayOf(new Date()) };
    if (changing.length === 0 || (now.at - looked.at < everyRow && now.day === looked.day)) return;
    await refreshSearch(sql, catalogue, changing);
    looked = now;
  };
  const wait = (): void => {
    timer = setTimeout(() => {
      running = look()
        // Its code and no more: what the database says of a row holds the row's values.
        .catch((error: unknown) => log.warn({ error: error instanceof Error ? error.name : "not an error", code: codeOf(error) }, "The search could not be brought up to date; it is tried again."))
        .then(() => void (closed || wait()));
    }, every);
  };
  wait();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
      await sql.end({ timeout: 5 });
    },
  };
}
