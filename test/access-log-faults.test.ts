import postgres from "postgres";
import { afterEach, beforeEach, expect, it } from "vitest";
import { personsOf } from "./setup/both-paths.ts";
import { testHub, type Answered, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";

/** No log, no data: whatever fails, nothing closed has left that the log does not have. */
let hub: TestHub;
let sql: postgres.Sql;
/** What the demonstration data has in the log. */
let before: Counts;

interface Counts {
  readonly events: number;
  readonly entries: number;
  readonly persons: number;
  readonly pending: number;
}

const counts = async (): Promise<Counts> => {
  const [row] = await sql<[Counts]>`
    select (select count(*)::int from access_event) events, (select count(*)::int from access_log_entry) entries, (select sum(subject_count)::int from access_event) persons, (select count(*)::int from access_pending) pending`;
  return { ...row };
};

/** What the log has more than before. */
const added = async (): Promise<Counts> => {
  const now = await counts();
  return { events: now.events - before.events, entries: now.entries - before.entries, persons: now.persons - before.persons, pending: now.pending - before.pending };
};

const nothing: Counts = { events: 0, entries: 0, persons: 0, pending: 0 };

beforeEach(async () => {
  hub = await testHub();
  sql = postgres(hub.ownerUrl, { max: 2, onnotice: () => {} });
  before = await counts();
});
afterEach(async () => {
  await sql.end();
  await hub.close();
});

const asked: readonly (readonly [PersonaOrPublic, string])[] = [
  ["personnel", "{ officials(first: 12) { nodes { id name phone } } }"],
  ["personnel", "{ officials(last: 5) { nodes { id name tenures(first: 2) { nodes { postTitle } } } } }"],
  ["otherPersonnel", "{ officials(first: 20) { nodes { id idNumber } } }"],
  ["supervision", "{ organizations(first: 20, where: { divisionCode: { eq: \"510104\" } }) { nodes { officials(first: 4) { nodes { id birthDate } } } } }"],
  ["department", "{ officials(first: 3) { nodes { id name } } }"],
];

/** The persons in an answer, each once. */
const personsIn = (answer: Answered): string[] => [...new Set([...answer.text.matchAll(/"Official_([0-9a-f-]{36})"/g)].map(([, id]) => id!))].sort();

/** Asks everything so many times, twenty questions at once; answers that never came are left out. */
async function underLoad(times: number): Promise<readonly Answered[]> {
  const questions = Array.from({ length: times }, (_, place) => asked[place % asked.length]!);
  const answers: Answered[] = [];
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      for (let next = questions.pop(); next; next = questions.pop()) {
        const answer = await hub.ask(...next).catch(() => null);
        if (answer) answers.push(answer);
      }
    }),
  );
  return answers;
}

async function assertAllLogged(answers: readonly Answered[]): Promise<number> {
  let persons = 0;
  for (const answer of answers) {
    const delivered = personsIn(answer);
    persons += delivered.length;
    expect(await personsOf(sql, answer)).toEqual(delivered);
  }
  return persons;
}

it("Under load the log names exactly the persons that were delivered, answer by answer and in all", async () => {
  const answers = await underLoad(300);
  expect(answers).toHaveLength(300);
  const persons = await assertAllLogged(answers);
  expect(persons).toBeGreaterThan(2_000);
  expect(await added()).toEqual({ entries: persons, persons, events: 300, pending: 300 });
});

it("Where the commit is refused, nothing is delivered and nothing is in the log", async () => {
  await sql.unsafe(`create function refuse_commit() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
    create constraint trigger refuse_commit after insert on access_event deferrable initially deferred for each row execute function refuse_commit()`);
  const answers = await Promise.all(asked.map((question) => hub.ask(...question)));
  for (const answer of answers) {
    expect(answer.body.data ?? null).toBeNull();
    expect(personsIn(answer)).toEqual([]);
    expect(answer.body.errors).toMatchObject([{ extensions: { code: "INTERNAL_SERVER_ERROR" } }]);
  }
  expect(await added()).toEqual(nothing);
  expect((await hub.ask("personnel", "{ officeHolders(first: 1) { nodes { name } } }")).body.errors).toBeUndefined();
});

it("Where a role may not add to the log, nothing is delivered", async () => {
  await sql`revoke insert on access_log_entry from hub_personnel`;
  const answer = await hub.ask("personnel", "{ officials(first: 2) { nodes { id name } } }");
  expect(answer.body.data ?? null).toBeNull();
  expect(personsIn(answer)).toEqual([]);
  expect(await added()).toEqual(nothing);
});

it("Where the connection is killed between the answer and its commit, nothing is delivered and nothing is in the log", async () => {
  await sql.unsafe(`create function slow_commit() returns trigger language plpgsql as $$ begin perform pg_sleep(4); return null; end $$;
    create constraint trigger slow_commit after insert on access_event deferrable initially deferred for each row execute function slow_commit()`);
  const answering = hub.ask("personnel", "{ officials(first: 2) { nodes { id name } } }");
  await expect.poll(() => sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hub-personnel' and datname = current_database() and wait_event = 'PgSleep'`).toHaveLength(1);
  const answer = await answering;
  expect(personsIn(answer)).toEqual([]);
  expect(answer.body.errors).toMatchObject([{ extensions: { code: "UNAVAILABLE" } }]);
  expect(await added()).toEqual(nothing);
});

it("While connections are killed all the time, whatever is delivered is in the log", async () => {
  let isOver = false;
  let killed = 0;
  const killing = (async () => {
    while (!isOver) {
      killed += (await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name in ('hub-personnel', 'hub-supervision') and datname = current_database() and state = 'active' order by random() limit 1`).length;
      await hub.ask("public", "{ organizations(first: 50) { nodes { name } } }"); // lets some questions through meanwhile
    }
  })();
  const answers = await underLoad(120);
  isOver = true;
  await killing;
  expect(killed).toBeGreaterThan(0);
  expect(await assertAllLogged(answers.filter((answer) => personsIn(answer).length > 0))).toBeGreaterThan(0);
});
