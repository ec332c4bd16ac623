import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { personas, testHub, type TestHub } from "../setup/hub.ts";
import { differences, leads } from "./differences.ts";
import { questions as all } from "./questions.ts";
import { answeredOtherwise, asked, costOf, openWorld, remembering, type World } from "./world.ts";

/**
 * Two worlds that differ in closed facts: whoever may not have them is answered alike in both, in status, bytes and headers; whoever may
 * have them sees the difference. Where nobody may, a hub without its locks shows that there is one. Here each difference is asked about;
 * what has nothing to do with it is asked in `every-question.test.ts`.
 */
const unlocked = { plan: false, shield: false, database: false };
let here: World;
/** The same world by resolvers, and by resolvers without locks. */
let resolved: TestHub;
let open: TestHub;

const answerHere = remembering((persona, question) => asked(here.hub, persona, question));
const costHere = remembering((persona, question) => costOf(here.hub, persona, question));

beforeAll(async () => {
  here = await openWorld();
  const { ownerUrl } = here.hub;
  resolved = await testHub({ ownerUrl, resolversOnly: true });
  open = await testHub({ ownerUrl, resolversOnly: true, locks: unlocked });
});
afterAll(async () => {
  await open.close();
  await resolved.close();
  await here.close();
});

describe.each(differences)("In another world: $name", (difference) => {
  const { entitled, seenIn } = difference;
  let there: World;
  beforeAll(async () => void (there = await openWorld([difference])));
  afterAll(() => there.close());

  const questions = all.filter(({ name }) => seenIn.includes(name));
  // A city's and a county's lead are asked where the province's may have what they may not.
  const unentitled = personas.filter((persona) => !entitled.includes(persona) && (!leads.includes(persona) || persona === "creditLead" || entitled.includes("creditLead")));
  it.each(unentitled)("%s is answered alike", async (persona) => {
    expect(await answeredOtherwise((question) => answerHere(persona, question), (question) => asked(there.hub, persona, question), questions)).toEqual([]);
  });

  it.each(unentitled)("%s pays alike", async (persona) => {
    for (const question of questions) expect(await costOf(there.hub, persona, question), question.name).toEqual(await costHere(persona, question));
  });

  it.each(entitled)("%s sees the difference", async (persona) => {
    expect(await answeredOtherwise((question) => answerHere(persona, question), (question) => asked(there.hub, persona, question), questions)).toEqual(questions.map(({ name }) => name));
  });

  it("resolvers tell those who may not have it nothing either; without locks they tell everybody", async () => {
    const { ownerUrl } = there.hub;
    const persona = unentitled.includes("department") ? "department" : "public";
    const [resolvedThere, openThere] = [await testHub({ ownerUrl, resolversOnly: true }), await testHub({ ownerUrl, resolversOnly: true, locks: unlocked })];
    for (const question of questions) {
      expect([await asked(resolvedThere, persona, question), await costOf(resolvedThere, persona, question)], question.name).toEqual([await asked(resolved, persona, question), await costOf(resolved, persona, question)]);
      expect(await asked(openThere, persona, question), question.name).not.toEqual(await asked(open, persona, question));
    }
    await openThere.close();
    await resolvedThere.close();
  });
});
