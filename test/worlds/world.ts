import postgres from "postgres";
import { expect } from "vitest";
import type { Cost } from "../../src/http/budget.ts";
import { askedAt, stopClock } from "../setup/clock.ts";
import { freshDatabase } from "../setup/database.ts";
import { testHub, type Answered, type PersonaOrPublic, type TestHub } from "../setup/hub.ts";
import { demonstrationTemplate } from "../setup/template.ts";
import type { Difference } from "./differences.ts";
import type { Question } from "./questions.ts";

/** A hub on a database of its own. */
export interface World {
  readonly hub: TestHub;
  close(): Promise<void>;
}

/** Opens a world that has these differences, all together; without any it is this one. In all worlds it is the same moment. */
export async function openWorld(differences: readonly Pick<Difference, "change">[] = []): Promise<World> {
  const database = await freshDatabase(await demonstrationTemplate());
  const sql = postgres(database.url, { max: 1 });
  await sql.begin(async (transaction) => {
    for (const { change } of differences) await change(transaction as unknown as postgres.Sql);
  });
  await stopClock(sql, askedAt);
  await sql.end();
  const hub = await testHub({ ownerUrl: database.url });
  return {
    hub,
    async close() {
      await hub.close();
      await database.drop();
    },
  };
}

/** All of an answer but its request's id and the clock. */
const seen = ({ status, headers, text }: Answered) => ({
  status,
  headers: [...headers].filter(([name]) => name !== "x-request-id" && name !== "date").map(([name, value]) => `${name}: ${value.replace(/max-age=\d+/, "max-age")}`),
  text: text.replaceAll(/"requestId":"[^"]+"/g, ""),
});

/** An answer for comparison. Two hubs that are both busy are alike too, and tell nothing. */
export async function asked(hub: TestHub, persona: PersonaOrPublic, { query, variables }: Question) {
  const answer = seen(await hub.ask(persona, query, variables));
  expect(answer.status).toBe(200);
  return answer;
}

/** What an answer says that it cost; what is left depends on what was asked before. */
export async function costOf(hub: TestHub, persona: PersonaOrPublic, { query, variables }: Question) {
  const { asked, used } = (await hub.ask(persona, query, variables, { extensions: { cost: true } })).body.extensions!["cost"] as Cost;
  return { asked, used };
}

/** Asks something once of each persona and question, in a world that does not change. */
export function remembering<T>(ask: (persona: PersonaOrPublic, question: Question) => Promise<T>): (persona: PersonaOrPublic, question: Question) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (persona, question) => {
    const key = `${persona} ${question.name}`;
    let answer = answers.get(key);
    if (!answer) answers.set(key, (answer = ask(persona, question)));
    return answer;
  };
}

type Asking = (question: Question) => ReturnType<typeof asked>;

/** Names of the questions that two worlds answer otherwise. */
export async function answeredOtherwise(here: Asking, there: Asking, questions: readonly Question[]): Promise<string[]> {
  const names: string[] = [];
  // By fours: two hubs with a pool for each audience would else use up the connections of the server that all tests share.
  for (let from = 0; from < questions.length; from += 4) {
    const answers = await Promise.all(questions.slice(from, from + 4).map(async (question) => [question.name, await there(question), await here(question)] as const));
    for (const [name, theirs, ours] of answers) if (JSON.stringify(theirs) !== JSON.stringify(ours)) names.push(name);
  }
  return names;
}
