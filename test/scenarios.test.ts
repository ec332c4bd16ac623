import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { machines } from "../src/domains/commands.ts";
import { testHub, type TestHub } from "./setup/hub.ts";
import { answersOf } from "./setup/refusals.ts";
import { playIn } from "./setup/scenario-stage.ts";
import { scenarios, type ScenarioStep, type StepAnswer } from "./setup/scenarios.ts";

/**
 * The scenarios are the specification of the workflows: each step is asked for by everybody, in every way that is refused, and then made by
 * whoever may. The answers are committed beside it. `npm run requests` writes them anew, for review.
 */
const all = scenarios();
const committed = ({ answersPath }: ScenarioStep): StepAnswer[] => (existsSync(answersPath) ? (JSON.parse(readFileSync(answersPath, "utf8")) as StepAnswer[]) : []);

for (const scenario of all)
  describe(scenario.name, () => {
    let hub: TestHub;
    let played: Map<string, StepAnswer[]>;
    beforeAll(async () => {
      hub = await testHub();
      played = await playIn(hub.ownerUrl, scenario, hub.ask);
    });
    afterAll(() => hub?.close());

    it.each(scenario.steps)("$name", (step) => {
      expect(step.doc).toMatch(/\(\p{Script=Han}[^()]*\)\.$/u);
      expect(played.get(step.name)).toEqual(committed(step));
    });
  });

interface Payload {
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null }[];
}
interface Answer {
  readonly data?: Readonly<Record<string, Payload | null>> | null;
  readonly errors?: readonly { readonly path?: readonly unknown[]; readonly extensions: { readonly code: string; readonly coordinate?: string } }[];
}

/** What the scenarios say that a change is answered with: `event answer`, such as "withdrawDishonesty REASON_REQUIRED input.reason". */
function saidOf({ answer }: StepAnswer): string[] {
  const { data, errors = [] } = answer as Answer;
  const denied = errors.flatMap(({ extensions: { code, coordinate } }) => (coordinate?.startsWith("Mutation.") ? [`${coordinate.slice("Mutation.".length)} ${code}`] : []));
  const answered = Object.entries(data ?? {}).flatMap(([event, payload]) => {
    if (!payload || !("userErrors" in payload)) return [];
    return payload.userErrors.length === 0 ? [`${event} done`] : payload.userErrors.map(({ code, field }) => `${event} ${[code, ...(field ? [field.join(".")] : [])].join(" ")}`);
  });
  return [...denied, ...answered];
}

describe("The scenarios", () => {
  /** Who registers systems and how files come in are tested where they are: test/clients.test.ts, test/ingest. */
  const elsewhere = ["Client", "ClientCredential", "Delivery"];
  const said = new Set(all.flatMap(({ steps }) => steps.flatMap((step) => committed(step).flatMap(saidOf))));

  it.each(machines.filter(({ type }) => !elsewhere.includes(type.name)).map((machine) => [`${machine.type.name}.${Object.values(machine.state).join()}`, machine] as const))(
    "say of %s how each of its changes is made, and of each refusal that follows from its declaration how it is told",
    (_name, machine) => {
      const missing = [...answersOf(machine)].flatMap(([event, answers]) => answers.map((answer) => `${event} ${answer}`).filter((each) => ![...said].some((one) => one === each || one.startsWith(`${each} `))));
      expect(missing).toEqual([]);
    },
  );
});
