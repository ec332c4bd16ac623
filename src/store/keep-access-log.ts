import { advanceChain, isChainBehind } from "./access-chain/advance-chain.ts";
import { codeOf } from "./has-code.ts";
import { openOwnerSession } from "./owner-session.ts";

/** What the keeper says where it cannot do its work; it tries again. */
interface KeeperLog {
  warn(details: object, message: string): void;
}

interface KeeperOptions {
  /** Milliseconds between two looks at what is pending. */
  readonly every?: number;
}

/**
 * Keeps the access log while the hub runs: seals its events a moment after they were written, and publishes the head of each day that is over.
 * As many processes may do so as like.
 *
 * @param ownerUrl address of the database as its owner
 */
export function keepAccessLog(ownerUrl: string, log: KeeperLog, { every = 1_000 }: KeeperOptions = {}): { close(): Promise<void> } {
  const open = () => openOwnerSession(ownerUrl, "hub-access-log");
  let session = open();
  let closed = false;
  let timer: NodeJS.Timeout;
  let running = Promise.resolve();

  const look = async (): Promise<void> => {
    if (!(await isChainBehind(session.ask))) return;
    while (!closed && (await advanceChain(session)));
  };
  const recover = async (error: unknown): Promise<void> => {
    // Its code and no more: what the database says of a row holds the row's values.
    log.warn({ error: error instanceof Error ? error.name : "not an error", code: codeOf(error) }, "The access log could not be sealed; it is tried again.");
    await session.close();
    session = open();
  };
  const wait = (): void => {
    timer = setTimeout(() => {
      running = look()
        .catch(recover)
        .then(() => void (closed || wait()));
    }, every);
  };
  wait();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
      await session.close();
    },
  };
}
