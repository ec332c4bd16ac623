import { directory, type PersonaName } from "../../src/exchange/demonstration/personas.ts";
import { lasting } from "./lasting.ts";
import type { Scenario, ScenarioStep, StepAnswer } from "./scenarios.ts";

type PersonaOrPublic = PersonaName | "public";
type Values = Readonly<Record<string, unknown>>;

/** A hub with a database of its own, in which a scenario is played. */
export interface Stage {
  ask(persona: PersonaOrPublic, query: string, variables: Values, further: Values): Promise<{ readonly body: unknown }>;
  setClock(at: string): Promise<unknown>;
  /** How many changes were made so far. */
  changes(): Promise<number>;
  /** Called after each change, before anybody asks anything else. */
  changed(): Promise<unknown>;
}

const everybody = ["public", ...(Object.keys(directory) as PersonaName[])] as const;

/** What a change is first asked with by whoever makes it then, wherever it names a version. */
const staleCase = "with a version that is not the row's";

/**
 * Plays a scenario and gives the answers of each step. A question is asked of everybody. A change is first asked for in every way that is
 * refused and by everybody who may not, then by whoever may, and then by those who come too late.
 * @throws where a change is made that should be refused, or refused that should be made
 */
export async function playScenario({ steps }: Scenario, stage: Stage): Promise<Map<string, StepAnswer[]>> {
  const kept = new Kept();
  const answers = new Map<string, StepAnswer[]>();
  for (const step of steps) {
    if (step.at !== null) await stage.setClock(step.at);
    answers.set(step.name, kept.named(await playStep(step, stage, kept)));
  }
  return answers;
}

async function playStep(step: ScenarioStep, stage: Stage, kept: Kept): Promise<StepAnswer[]> {
  const given = kept.filled(step.variables);
  const input = given["input"] as Values | undefined;
  const isChange = /^mutation\b/m.test(step.query);
  const askAs = async (persona: PersonaOrPublic, variables: Values): Promise<unknown> => lasting(await stage.ask(persona, step.query, variables, { extensions: step.extensions }));
  /** Asks without anything being changed: a change is refused then, or was made already. */
  const unchanged = async (personas: readonly PersonaOrPublic[], variables: Values, name?: string): Promise<StepAnswer[]> => {
    const before = await stage.changes();
    const answers = await Promise.all(personas.map(async (persona) => [persona, await askAs(persona, variables)] as const));
    const alike = Map.groupBy(answers, ([, answer]) => JSON.stringify(answer));
    for (const [text, [first]] of alike) if (isChange && !step.isRepeated && !isRefusal(first![1])) throw new Error(`${step.name}: ${name ?? ""} is not refused to ${first![0]}: ${text}`);
    if ((await stage.changes()) !== before) throw new Error(`${step.name}: something was changed that should not have been.`);
    return [...alike.values()].map((group) => ({ ...(name ? { case: name } : {}), personas: group.map(([persona]) => persona), answer: group[0]![1] }));
  };

  const answers: StepAnswer[] = [];
  const doers = step.doneBy ? [step.doneBy] : (step.askedBy ?? []);
  for (const [name, further] of Object.entries(step.cases)) answers.push(...(await unchanged(doers, { ...given, input: { ...input, ...kept.filled(further) } }, name)));
  if (step.doneBy && input?.["version"] !== undefined) answers.push(...(await unchanged(doers, { ...given, input: { ...input, version: 999 } }, staleCase)));
  if (step.doneBy || Object.keys(step.cases).length === 0) {
    const later = [...(step.doneBy ? [step.doneBy] : []), ...step.thenBy];
    answers.push(...(await unchanged((step.askedBy ?? everybody).filter((persona) => !later.includes(persona)), given)));
  }
  if (step.doneBy) {
    const before = await stage.changes();
    const answer = await askAs(step.doneBy, given);
    if (isRefusal(answer)) throw new Error(`${step.name} is refused to ${step.doneBy}: ${JSON.stringify(answer)}`);
    if ((await stage.changes()) === before) throw new Error(`${step.name}: nothing was changed.`);
    await stage.changed();
    answers.push({ personas: [step.doneBy], answer });
    kept.keep(step, answer);
    answers.push(...(await unchanged(step.thenBy, given)));
  } else if (step.keep.length > 0) kept.keep(step, answers[0]!.answer);
  return answers;
}

/** Whether a change was not made: a payload tells why, or there is none. */
function isRefusal(answer: unknown): boolean {
  const { data, errors } = answer as { readonly data?: Readonly<Record<string, { readonly userErrors?: readonly unknown[] } | null>> | null; readonly errors?: readonly unknown[] };
  return (errors ?? []).length > 0 || Object.values(data ?? {}).some((payload) => payload === null || (payload.userErrors ?? []).length > 0);
}

/** The rows that a scenario goes on with. Their identifiers and numbers are drawn by chance, so that answers are written with their names instead. */
class Kept {
  private readonly rows = new Map<string, Record<string, unknown>>();

  /** Keeps what a step names, and what its answer newly says of rows that are kept. */
  keep({ name, keep }: ScenarioStep, answer: unknown): void {
    const { data } = answer as { readonly data?: unknown };
    for (const { name: as, path } of keep) {
      const found = path.reduce<unknown>((value, key) => (value as Values | null | undefined)?.[key], data);
      if (typeof found !== "object" || found === null) throw new Error(`${name}: there is nothing to keep at ${path.join(".")}: ${JSON.stringify(answer)}`);
      this.rows.set(as, { ...(found as Values) });
    }
    this.renew(data);
  }

  /** Values with what is kept in the places of its names. */
  filled(values: Values): Values {
    return mapped(values, (text) => {
      const whole = /^\{\{(\w+)(?:\.(\w+))?\}\}$/.exec(text);
      if (whole) return this.valueOf(whole[1]!, whole[2] ?? "id");
      return text.replaceAll(/\{\{(\w+)(?:\.(\w+))?\}\}/g, (_all, name: string, key?: string) => String(this.valueOf(name, key ?? "id")));
    }) as Values;
  }

  /** Answers with the names of what is kept in its places. */
  named(answers: StepAnswer[]): StepAnswer[] {
    const names = [...this.rows].flatMap(([name, row]) => Object.entries(row).flatMap(([key, value]) => (isDrawn(key, value) ? [[value as string, key === "id" ? `{{${name}}}` : `{{${name}.${key}}}`] as const] : [])));
    return mapped(answers, (text) => names.reduce((written, [value, name]) => written.replaceAll(value, name), text)) as StepAnswer[];
  }

  private valueOf(name: string, key: string): unknown {
    const value = this.rows.get(name)?.[key];
    if (value === undefined) throw new Error(`No step before has kept {{${name}.${key}}}.`);
    return value;
  }

  private renew(value: unknown): void {
    if (typeof value !== "object" || value === null) return;
    const { id } = value as { readonly id?: unknown };
    for (const row of this.rows.values()) if (id !== undefined && row["id"] === id) Object.assign(row, value);
    for (const inner of Object.values(value)) this.renew(inner);
  }
}

/** Whether the value of a row is another in each run: its identifier, and the number that people call it by. */
const isDrawn = (key: string, value: unknown): boolean => typeof value === "string" && (key === "id" || /^[A-Z]{2,4}-\d{4}-[0-9A-F]{8}$/.test(value));

function mapped(value: unknown, text: (value: string) => unknown): unknown {
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return value.map((inner) => mapped(inner, text));
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapped(inner, text)]));
  return value;
}
