import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askedAt, stopClockOf } from "./setup/clock.ts";
import { personas, testHub, type Answered, type TestHub } from "./setup/hub.ts";
import { lasting } from "./setup/lasting.ts";
import { exampleRequests } from "./setup/requests.ts";

/** What `locks.test.ts` finds of a few closed values, of everything that the example questions ask: one lock alone gives nothing that all together would not. */
const off = { plan: false, shield: false, database: false };
const requests = exampleRequests();
let hubs: Readonly<Record<"all" | "plan" | "plan by resolvers" | "database", TestHub>>;

beforeAll(async () => {
  const all = await testHub();
  const { ownerUrl } = all;
  await stopClockOf(ownerUrl, askedAt); // a day may begin between two answers
  hubs = {
    all,
    plan: await testHub({ ownerUrl, locks: { ...off, plan: true } }),
    "plan by resolvers": await testHub({ ownerUrl, locks: { ...off, plan: true }, resolversOnly: true }),
    database: await testHub({ ownerUrl, locks: { ...off, database: true } }),
  };
});
afterAll(async () => {
  for (const hub of Object.values(hubs).reverse()) await hub.close();
});

describe.each(personas)("For %s, of every example question", (persona) => {
  const answers = new Map<string, Answered>();
  beforeAll(async () => {
    for (const { name, query, variables } of requests) answers.set(name, await hubs.all.ask(persona, query, variables));
  });

  it("the plan alone says what all locks together say, on both paths", async () => {
    for (const { name, query, variables } of requests)
      for (const lock of ["plan", "plan by resolvers"] as const) expect(lasting(await hubs[lock].ask(persona, query, variables)), `${name}, ${lock}`).toEqual(lasting(answers.get(name)!));
  });

  it("the database alone says nothing that all locks together do not say, and fails where it says less", async () => {
    for (const { name, query, variables } of requests) {
      const [all, alone] = [answers.get(name)!, await hubs.database.ask(persona, query, variables)];
      const less = lessOf(alone.body.data ?? null, all.body.data ?? null);
      expect(less, name).not.toBe("other");
      if (less === "less") expect(alone.body.errors!.map(({ extensions }) => extensions["code"]), name).toContain("INTERNAL_SERVER_ERROR");
    }
  });
});

/** Whether an answer's part holds no row and no count. */
const saysNothing = (part: unknown): boolean => (typeof part === "object" && part !== null ? Object.values(part).every(saysNothing) : part === null || part === 0 || part === false);

/** Whether a part of an answer says the same as another, less (null in places), or something else. */
function lessOf(part: unknown, whole: unknown): "same" | "less" | "other" {
  if (part === null) return whole === null ? "same" : "less";
  if (whole === null) return saysNothing(part) ? "same" : "other"; // a closed relation without rows
  if (typeof part !== "object" || typeof whole !== "object") return part === whole ? "same" : "other";
  const [keys, known] = [Object.keys(part), whole as Record<string, unknown>];
  if (keys.join() !== Object.keys(known).join()) return "other";
  const each = new Set(keys.map((key) => lessOf((part as Record<string, unknown>)[key], known[key])));
  return each.has("other") ? "other" : each.has("less") ? "less" : "same";
}
