import { describe, expect, it } from "vitest";
import { collectionMachine } from "../../src/domains/dishonesty/collection-machine.ts";
import { playScenario, type Stage } from "./play-scenario.ts";
import { answersOf } from "./refusals.ts";
import type { ScenarioStep } from "./scenarios.ts";

/** What the scenarios hold the hub to is held to itself here: a hub that answers otherwise stops them. */
const step: ScenarioStep = {
  name: "01-done", doc: "It is done (办理).", query: "mutation Do($input: DoInput!) { do(input: $input) { row { id no version } userErrors { code } } }",
  variables: { input: { id: "Row_1", version: 1 } }, extensions: {}, cases: { "without a reason": { reason: null } },
  at: null, askedBy: ["public", "court", "finance"], doneBy: "court", thenBy: ["finance"], isRepeated: false, keep: [{ name: "row", path: ["do", "row"] }], answersPath: "",
};
const done = { data: { do: { row: { id: "Row_1", no: "GS-2026-0A1B2C3D", version: 2 }, userErrors: [] } } };
const refused = { data: { do: { row: null, userErrors: [{ code: "NOT_ALLOWED" }] } } };

/** A hub that makes the change for those who say so, and counts it where it says so. */
function stage({ makes = ({ persona, input }) => persona === "court" && input["version"] === 1 && !("reason" in input), counts = (made) => made }: { makes?: (asked: { persona: string; input: Readonly<Record<string, unknown>> }) => boolean; counts?: (made: boolean) => boolean } = {}): Stage {
  let changes = 0;
  return {
    ask(persona, _query, variables) {
      const made = makes({ persona, input: variables["input"] as Readonly<Record<string, unknown>> });
      if (counts(made)) changes += 1;
      return Promise.resolve({ body: made ? done : refused });
    },
    setClock: () => Promise.resolve(),
    changes: () => Promise.resolve(changes),
    changed: () => Promise.resolve(),
  };
}
const play = (of: Stage, steps: readonly ScenarioStep[] = [step]) => playScenario({ name: "test", steps }, of);

describe("A scenario", () => {
  it("tells who was answered what, in the order in which they asked, with names for what chance draws", async () => {
    const told = { data: { do: { row: { id: "{{row}}", no: "{{row.no}}", version: 2 }, userErrors: [] } } };
    expect((await play(stage())).get("01-done")).toEqual([
      { case: "without a reason", personas: ["court"], answer: refused },
      { case: "with a version that is not the row's", personas: ["court"], answer: refused },
      { personas: ["public"], answer: refused },
      { personas: ["court"], answer: told },
      { personas: ["finance"], answer: refused },
    ]);
  });

  it.each<[what: string, of: Stage, told: RegExp]>([
    ["is made for who may not", stage({ makes: ({ persona, input }) => persona !== "finance" && input["version"] === 1 && !("reason" in input) }), /is not refused to public/],
    ["is made although it is wrong", stage({ makes: ({ persona, input }) => persona === "court" && input["version"] === 1 }), /without a reason is not refused to court/],
    ["is made on a version that is not the row's", stage({ makes: ({ persona, input }) => persona === "court" && !("reason" in input) }), /a version that is not the row's is not refused to court/],
    ["is made twice", stage({ makes: ({ persona, input }) => persona !== "public" && input["version"] === 1 && !("reason" in input) }), /is not refused to finance/],
    ["is refused to who may", stage({ makes: () => false }), /is refused to court/],
    ["is answered as made and is not", stage({ counts: () => false }), /nothing was changed/],
    ["is answered as refused and is made", stage({ counts: () => true }), /something was changed that should not have been/],
  ])("stops where a change %s", async (_what, of, told) => {
    await expect(play(of)).rejects.toThrow(told);
  });

  it("stops where a step goes on with what none before has kept", async () => {
    await expect(play(stage(), [{ ...step, variables: { input: { id: "{{nothing}}" } } }])).rejects.toThrow(/No step before has kept {{nothing.id}}/);
  });
});

it("Of each change of a workflow the refusals are known that its declaration has", () => {
  const answers = answersOf(collectionMachine);
  expect(answers.get("returnDishonesty")).toEqual(["done", "FORBIDDEN", "NOT_ALLOWED", "STALE_VERSION input.version", "REASON_REQUIRED input.reason"]);
  expect(answers.get("acceptDishonesty")).toEqual(["done", "FORBIDDEN", "FORBIDDEN_TRANSITION", "STALE_VERSION input.version", "SELF_APPROVAL"]);
  expect(answers.get("reportDishonesty")).toEqual(["done", "FORBIDDEN", "INVALID input.divisionCode", "INVALID input.issuedOn", "INVALID input.documentDate", "INVALID input.lossAmount"]);
});
