import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { personas, testHub } from "../setup/hub.ts";
import { differences } from "./differences.ts";
import { questions } from "./questions.ts";
import { answeredOtherwise, asked, openWorld, type World } from "./world.ts";

/**
 * A closed fact may show where nobody looks for it. Whoever asks, in a world that has everything otherwise that he may not have, all at once,
 * he is answered alike, whatever he asks. That each difference is one, to those who may have it, is shown in `each-difference.test.ts`; that none
 * of them hides another, by a hub without its locks.
 */
let here: World;
beforeAll(async () => void (here = await openWorld()));
afterAll(() => here.close());

describe.each(personas)("In a world that is otherwise in all that %s may not have", (persona) => {
  const hidden = differences.filter(({ entitled }) => !entitled.includes(persona));
  let there: World;
  beforeAll(async () => void (there = await openWorld(hidden)));
  afterAll(() => there.close());

  it("every question is answered alike", { timeout: 60_000 }, async () => {
    expect(hidden.length).toBeGreaterThan(differences.length / 3);
    expect(await answeredOtherwise((question) => asked(here.hub, persona, question), (question) => asked(there.hub, persona, question), questions)).toEqual([]);
  });
});

it("Without its locks a hub shows all differences at once, in every question about one", async () => {
  const there = await openWorld(differences);
  const options = { resolversOnly: true, locks: { plan: false, shield: false, database: false } };
  const [openHere, openThere] = [await testHub({ ownerUrl: here.hub.ownerUrl, ...options }), await testHub({ ownerUrl: there.hub.ownerUrl, ...options })];
  const telling = questions.filter(({ name }) => differences.some(({ seenIn }) => seenIn.includes(name)));
  expect(await answeredOtherwise((question) => asked(openHere, "public", question), (question) => asked(openThere, "public", question), telling)).toEqual(telling.map(({ name }) => name));
  await openThere.close();
  await openHere.close();
  await there.close();
});
