import postgres from "postgres";
import { beginCopy, type Copying } from "./copying.ts";

/**
 * A connection of the owner for work that takes several statements in one transaction. The driver's own transactions (3.4.9) write to a
 * connection that was lost between two of their statements, and that ends the process; and without them it would send the
 * next statement on a new connection, outside of the transaction. Here nothing is sent any more once the connection was lost.
 */
export interface OwnerSession {
  /** One statement by itself. */
  readonly ask: Ask;
  /**
   * Several statements as one transaction. Where it fails, close the session, which ends the transaction, and open another: the driver may wait
   * for ever on a connection that was lost under a question, a `rollback` included.
   *
   * @param mode what follows `begin`
   */
  transaction<Result>(mode: string, work: (ask: Ask, copy: Copy) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** Carries out a statement and answers its rows. Lists of parameters are array literals (see `arrayOf`). */
export type Ask = <Row extends object>(text: string, parameters?: readonly (string | number | null)[]) => Promise<Row[]>;

/** Begins a COPY from the program. */
export type Copy = (text: string) => Promise<Copying>;

/** The connection went away in the midst of a transaction, which so never was. */
class ConnectionLostError extends Error {
  readonly code = "CONNECTION_CLOSED";

  constructor() {
    super("The connection was lost within a transaction.");
    this.name = "ConnectionLostError";
  }
}

/** Values without commas, quotes and braces as a parameter for a list: ids, digests. */
export const arrayOf = (values: readonly string[]): string => `{${values.join(",")}}`;

/**
 * @param ownerUrl address of the database as its owner
 * @param name as the server's lists show the connection
 */
export function openOwnerSession(ownerUrl: string, name: string): OwnerSession {
  let isLost = false;
  const sql = postgres(ownerUrl, {
    max: 1,
    max_lifetime: null,
    connect_timeout: 5,
    fetch_types: false,
    onnotice: () => {},
    onclose: () => (isLost = true),
    connection: { application_name: name, search_path: "public", jit: "off", DateStyle: "ISO", TimeZone: "UTC" },
  });
  const ask: Ask = async <Row extends object>(text: string, parameters: readonly (string | number | null)[] = []) => [...(await sql.unsafe<Row[]>(text, parameters as (string | number | null)[], { prepare: true }))];
  return {
    ask,
    async transaction(mode, work) {
      isLost = false;
      const within: Ask = (text, parameters) => {
        if (isLost) throw new ConnectionLostError();
        return ask(text, parameters);
      };
      const copy: Copy = async (text) => {
        if (isLost) throw new ConnectionLostError();
        return beginCopy(sql, text);
      };
      await ask(`begin ${mode}`);
      const result = await work(within, copy);
      await within("commit");
      return result;
    },
    close: () => sql.end({ timeout: 0 }),
  };
}
