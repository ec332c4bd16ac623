import { hash } from "node:crypto";
import type postgres from "postgres";

/**
 * Milliseconds that processors have worked so far for this process and, where the database's kernel tells it (Linux; an owner who may read it), for the
 * backend of a connection, in hundredths of a second. What others of the machine take away meanwhile does not count.
 *
 * @param sql a single connection
 */
export async function processorTime(sql: postgres.Sql): Promise<number> {
  const { user, system } = process.cpuUsage();
  const [row] = await sql<{ stat: string | null }[]>`
    select case when has_function_privilege('pg_read_file(text, bigint, bigint, boolean)', 'execute') then pg_read_file('/proc/self/stat', 0, 1000, true) end as stat`;
  const ticks = row!.stat === null ? [] : row!.stat.slice(row!.stat.lastIndexOf(")") + 2).split(" ").slice(11, 13).map(Number); // proc(5): utime, stime
  return (user + system) / 1_000 + ticks.reduce((sum, each) => sum + each, 0) * 10;
}

/** Processor time of work that never changes, here and in the database: how long other work takes is told by it on any machine. */
export async function standardWork(sql: postgres.Sql): Promise<number> {
  const before = await processorTime(sql);
  await sql`select count(md5(n::text)) from generate_series(1, 500000) n`;
  for (let n = 0, text = ""; n < 4_000; n += 1) text = hash("sha256", JSON.stringify(Array.from({ length: 40 }, (_, at) => ({ at, text }))));
  return (await processorTime(sql)) - before;
}
