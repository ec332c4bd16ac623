import { setTimeout as sleep } from "node:timers/promises";
import type { Ask } from "../owner-session.ts";
import { doubtful, good, type Finding } from "./finding.ts";

/** Milliseconds after which a hub has looked at what was noted. */
const patience = 3_000;

/** Looks whether the search comes up with what changes: where rows are noted, whether they become fewer. */
export async function examineSearch(ask: Ask, wait = patience): Promise<readonly Finding[]> {
  const about = "search";
  const before = await pending(ask);
  if (before === 0) return [good(about, "It is up to date.")];
  await sleep(wait);
  const after = await pending(ask);
  if (after < before) return [good(about, `It is being brought up to date; ${after} changed rows are left.`)];
  return [doubtful(about, `${after} changed rows are not in it, and nobody is looking at them.`, "Start the hub; where it runs, its log says why it cannot.")];
}

const pending = async (ask: Ask): Promise<number> => (await ask<{ count: number }>("select count(*)::int as count from search_pending"))[0]!.count;
