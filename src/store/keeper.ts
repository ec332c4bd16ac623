import { codeOf } from "./has-code.ts";

/** What a keeper says where it cannot do its work; it tries again. */
export interface KeeperLog {
  warn(details: object, message: string): void;
}

export interface KeeperOptions {
  /** Milliseconds between the end of a look and the next one. */
  readonly every: number;
  /** What could not be done, as the log says it: "The search could not be brought up to date". */
  readonly failed: string;
  readonly log: KeeperLog;
  /** Makes good what a failed look has left behind. */
  readonly recover?: () => Promise<void>;
}

export interface Keeper {
  /** Whether it was told to end: long work looks at it. */
  readonly isClosed: boolean;
  /** Waits for the look that is under way. */
  close(): Promise<void>;
}

/** Does something again and again while the hub runs, one time after another. */
export function keep(look: (keeper: Pick<Keeper, "isClosed">) => Promise<void>, { every, failed, log, recover }: KeeperOptions): Keeper {
  let timer: NodeJS.Timeout;
  let running = Promise.resolve();
  const state = { isClosed: false };
  const tell = async (error: unknown): Promise<void> => {
    // Its code and no more: what the database says of a row holds the row's values.
    log.warn({ error: error instanceof Error ? error.name : "not an error", code: codeOf(error) }, `${failed}; it is tried again.`);
    await recover?.();
  };
  const wait = (): void => {
    timer = setTimeout(() => {
      running = look(state)
        .catch(tell)
        .then(() => void (state.isClosed || wait()));
    }, every);
  };
  wait();
  return {
    get isClosed() {
      return state.isClosed;
    },
    async close() {
      state.isClosed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
