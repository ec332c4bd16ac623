import postgres from "postgres";
import { testHub, type Answered, type TestHub } from "./hub.ts";

/** Two hubs on one database, one that answers by one statement and one that answers by resolvers, with the database as its owner sees it. */
export interface BothPaths {
  readonly planned: TestHub;
  readonly resolved: TestHub;
  readonly sql: postgres.Sql;
  close(): Promise<void>;
}

export async function bothPaths(): Promise<BothPaths> {
  const planned = await testHub();
  const resolved = await testHub({ ownerUrl: planned.ownerUrl, resolversOnly: true });
  const sql = postgres(planned.ownerUrl, { max: 2, onnotice: () => {} });
  return {
    planned,
    resolved,
    sql,
    async close() {
      await sql.end();
      await resolved.close();
      await planned.close();
    },
  };
}

/** The number of the request that an answer is to, by which the access log has it. */
export const requestOf = ({ headers }: Answered): string => headers.get("x-request-id")!;

/** The persons whom the access log names for an answer. */
export const personsOf = async (sql: postgres.Sql, answer: Answered): Promise<string[]> =>
  (await sql<{ id: string }[]>`select n.official_id id from access_log_entry n join access_event e on e.id = n.access_event_id where e.request_id = ${requestOf(answer)} order by 1`).map(({ id }) => id);
