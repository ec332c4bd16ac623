import type { Catalogue } from "../catalog/catalogue.ts";
import { keep, type Keeper, type KeeperLog } from "./keeper.ts";
import { openOwnerSession } from "./owner-session.ts";
import { changingTypes, refreshPending, refreshSearch } from "./refresh-search.ts";

/** Milliseconds between two looks at all rows that come and go with time or with other rows. */
const everyRow = 60_000;

/** The day in the time zone in which display ends and begins. */
const dayOf = (moment: Date): string => moment.toLocaleDateString("en-CA", { timeZone: "Asia/Shanghai" });

/**
 * Keeps the search up to date while the hub runs: what was written is found a moment later, and what the new day shows from its first moment on.
 * What is no longer public is not found even before that, as every statement looks at the rows themselves.
 *
 * @param ownerUrl address of the database as its owner
 * @param options `every`: milliseconds between two looks at what has changed
 */
export function keepSearch(ownerUrl: string, catalogue: Catalogue, log: KeeperLog, { every = 2_000 }: { readonly every?: number } = {}): { close(): Promise<void> } {
  const open = () => openOwnerSession(ownerUrl, "hub-search");
  let session = open();
  const changing = changingTypes(catalogue);
  let looked = { at: Date.now(), day: dayOf(new Date()) };

  const look = async (state: Pick<Keeper, "isClosed">): Promise<void> => {
    const [{ pending }] = (await session.ask<{ pending: boolean }>("select exists (select 1 from search_pending) as pending")) as [{ pending: boolean }];
    if (pending) await refreshPending(session, catalogue, () => !state.isClosed);
    const now = { at: Date.now(), day: dayOf(new Date()) };
    if (changing.length === 0 || (now.at - looked.at < everyRow && now.day === looked.day)) return;
    await refreshSearch(session, catalogue, changing);
    looked = now;
  };
  const keeper = keep(look, {
    every,
    log,
    failed: "The search could not be brought up to date",
    recover: async () => {
      await session.close();
      session = open();
    },
  });
  return {
    async close() {
      await keeper.close();
      await session.close();
    },
  };
}
