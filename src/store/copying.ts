import type postgres from "postgres";

/** A COPY from the program that is under way. What ends it in the midst is thrown by what is asked of it next, and by nothing else. */
export interface Copying {
  /** Writes a piece in the format that the statement says; answers when there is room for another. */
  write(piece: string): Promise<void>;
  /** Ends the copy: what was written is copied. */
  end(): Promise<void>;
  /** Gives it up: nothing is copied, and the transaction is of no use any more. */
  giveUp(): void;
}

/** What the driver's queries have and its types don't tell (3.4.9): a query that has become a stream is told by this what has become of it. */
type Streaming = postgres.PendingQuery<postgres.Row[]> & { reject: (error: unknown) => void };

/**
 * Begins a COPY. The driver's own stream tells a lost connection by an event, which ends the process where nobody listens at that moment, and does not
 * tell at all what went wrong after the last piece: whoever waits for its end would wait for ever.
 */
export async function beginCopy(sql: postgres.Sql, text: string): Promise<Copying> {
  const query = sql.unsafe(text) as unknown as Streaming;
  const stream = await query.writable();
  let failure: { readonly error: unknown } | null = null;
  let wake = (): void => {};
  const fail = (error: unknown): void => {
    failure ??= { error };
    wake();
  };
  const assertGoing = (): void => {
    if (failure) throw failure.error as Error;
  };
  query.reject = fail;
  stream.on("error", fail).on("drain", () => wake());
  const woken = (): Promise<void> => new Promise((resolve) => (wake = resolve));
  return {
    async write(piece) {
      assertGoing();
      if (stream.write(piece)) return;
      if (stream.writableNeedDrain) await woken();
      assertGoing();
    },
    async end() {
      assertGoing();
      const ended = woken();
      stream.once("finish", () => wake());
      stream.end();
      await ended;
      assertGoing();
    },
    giveUp() {
      // The words reach the server's log: none of what was read.
      if (!failure) stream.destroy(new Error("given up"));
    },
  };
}
