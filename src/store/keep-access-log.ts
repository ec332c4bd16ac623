import { advanceChain, isChainBehind } from "./access-chain/advance-chain.ts";
import { keep, type KeeperLog } from "./keeper.ts";
import { openOwnerSession } from "./owner-session.ts";

/**
 * Keeps the access log while the hub runs: seals its events a moment after they were written, and publishes the head of each day that is over.
 * As many processes may do so as like.
 *
 * @param ownerUrl address of the database as its owner
 * @param options `every`: milliseconds between two looks at what is pending
 */
export function keepAccessLog(ownerUrl: string, log: KeeperLog, { every = 1_000 }: { readonly every?: number } = {}): { close(): Promise<void> } {
  const open = () => openOwnerSession(ownerUrl, "hub-access-log");
  let session = open();
  const keeper = keep(
    async (state) => {
      if (!(await isChainBehind(session.ask))) return;
      while (!state.isClosed && (await advanceChain(session)));
    },
    {
      every,
      log,
      failed: "The access log could not be sealed",
      recover: async () => {
        await session.close();
        session = open();
      },
    },
  );
  return {
    async close() {
      await keeper.close();
      await session.close();
    },
  };
}
