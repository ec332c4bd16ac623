import postgres from "postgres";
import { hubCatalogue } from "../../src/server.ts";
import { openOwnerSession } from "../../src/store/owner-session.ts";
import { changingTypes, refreshSearch } from "../../src/store/refresh-search.ts";
import { askedAt, stopClock } from "./clock.ts";
import { playScenario, type Stage } from "./play-scenario.ts";
import type { Scenario, StepAnswer } from "./scenarios.ts";

const catalogue = hubCatalogue();

/**
 * Plays a scenario against a hub, in its database, from the moment on at which the example questions are asked. What is searched is brought
 * up to date before each step, as the hub's second process does while nobody waits.
 */
export async function playIn(ownerUrl: string, scenario: Scenario, ask: Stage["ask"]): Promise<Map<string, StepAnswer[]>> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const session = openOwnerSession(ownerUrl, "scenario");
  const refresh = (): Promise<unknown> => refreshSearch(session, catalogue, changingTypes(catalogue));
  try {
    await stopClock(sql, askedAt);
    return await playScenario(scenario, {
      ask,
      async setClock(at) {
        await stopClock(sql, at.includes("T") ? at : `${at}T12:00:00+08:00`);
        await refresh();
      },
      async changes() {
        const [row] = await sql<{ count: number }[]>`select count(*)::int as count from workflow_event`;
        return row!.count;
      },
      changed: refresh,
    });
  } finally {
    await session.close();
    await sql.end();
  }
}
