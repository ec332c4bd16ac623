import type { Pool } from "./pool.ts";

/** Those that have expired go with the next one; a minute later, as clocks differ. */
const take = `
  with gone as (delete from used_assertion where expires_at < now() - interval '1 minute'),
  taken as (insert into used_assertion (digest, expires_at) values ($1, to_timestamp($2::bigint)) on conflict do nothing returning 1)
  select count(*)::text from taken`;

/** The assertions that the token endpoint has taken, kept in the database: each is taken once, by whichever process of the hub. */
export class UsedAssertions {
  readonly #pool: Pick<Pool, "ask">;

  /** @param pool of the hub's own role */
  constructor(pool: Pick<Pool, "ask">) {
    this.#pool = pool;
  }

  /**
   * Takes an assertion, by a digest of what identifies it; false where it was taken before.
   *
   * @param expires seconds since 1970 after which nobody takes it anyway
   */
  async take(digest: string, expires: number): Promise<boolean> {
    return String(await this.#pool.ask(take, [digest, expires], { prepare: true })) === "1";
  }
}
