import { audiences } from "../catalog/audience.ts";
import type { Entity } from "../catalog/node-type.ts";
import { asksViewer, fold, pathsOf } from "../catalog/rule.ts";
import { mainPart } from "../catalog/storage.ts";
import { keyOf } from "../catalog/workflow-key.ts";
import { reasonName, type Effect, type Machine, type Transition } from "./machine.ts";
import type { Source } from "./source.ts";

/**
 * Declares a machine.
 *
 * @throws Error naming every fault at once; the hub refuses to start
 */
export function machine(declared: Machine): Machine {
  const faults = faultsOf(declared);
  if (faults.length > 0) throw new Error(`The machine of ${declared.type.name} does not hold together:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
  return Object.freeze(declared);
}

/** What keeps a machine from holding together, each in a sentence; none where it does. */
function faultsOf(machine: Machine): readonly string[] {
  const { type, states, state, transitions, steps, deadlines, clocks = {}, arrival } = machine;
  const faults = Object.entries(transitions).flatMap(([event, transition]) => transitionFaults(machine, event, transition));
  if ("field" in state && states.join() !== type.storage.places[state.field]?.column.enumValues?.join()) faults.push(`its states are not the codes of ${type.name}.${state.field}`);
  if ("moment" in state && states.length !== 2) faults.push("a moment tells two states apart");
  for (const each of states) if (!Object.values(transitions).some(({ to }) => to === each)) faults.push(`nothing leads to the state ${each}`);
  for (const each of [type, steps, deadlines]) if (each && each.kept !== "workflow") faults.push(`${each.name} is not kept by workflows`);
  for (const each of [steps, deadlines]) if (each && !each.fields[keyOf(type)]) faults.push(`${each.name} does not belong to ${type.name}`);
  if (Object.keys(clocks).length > 0 && !deadlines) faults.push("it has clocks, and nothing keeps their deadlines");
  for (const [code, { starts, stops, from, when }] of Object.entries(clocks)) {
    if (when && (asksViewer(when) || strangers(type, pathsOf(when)).length > 0)) faults.push(`the clock ${code} begins by what is no field of the row`);
    for (const event of [...starts, ...stops]) if (!transitions[event]) faults.push(`the clock ${code} runs by ${event}, which is no event`);
    if (from !== undefined) faults.push(...strangers(type, [from]).map((key) => `the clock ${code} counts from ${key}, which is no field of the main part`));
  }
  if (arrival !== undefined && (transitions[arrival]?.from.length !== 0 || !type.supply)) faults.push(`rows that are delivered arrive by ${arrival}, which makes none`);
  return faults;
}

const strangers = (type: Entity, keys: readonly string[]): string[] => keys.filter((key) => type.storage.places[key]?.part !== mainPart);

const rowKeys = (sources: readonly Source[]): string[] => sources.flatMap((source) => (source.from === "row" || source.from === "dayBefore" || source.from === "reached" ? [source.key] : source.from === "due" && source.since !== undefined ? [source.since] : []));

function transitionFaults({ type, states, version }: Machine, event: string, { doc, from, to, where, by, notBy = {}, under, takes = [], defaults = {}, needs = [], sets = {}, demands = {}, effects = [] }: Transition): string[] {
  const settable = [...takes, ...Object.keys(sets)];
  const effectRules = effects.flatMap(({ when }) => (when ? [when] : []));
  const named = [...settable, ...Object.values(notBy), ...(under ? [under.key] : []), ...(version === null ? [] : [version]), ...rowKeys([...Object.values(sets), ...Object.values(defaults)]), ...effectRules.flatMap(pathsOf)];
  const strange = [...strangers(type, named), ...[...pathsOf(by), ...(where ? pathsOf(where) : [])].filter((path) => !path.includes(".") && strangers(type, [path]).length > 0)].map((key) => `${event}: ${type.name}.${key} is no field of the main part`);
  const unknown = [...from, to].filter((state) => !states.includes(state)).map((state) => `${event}: ${state} is no state`);
  const unasked = needs.filter((key) => key !== reasonName && !takes.includes(key)).map((key) => `${event} needs ${key}, which it does not take`);
  const undefaulted = Object.keys(defaults).filter((key) => !takes.includes(key)).map((key) => `${event} has a default for ${key}, which it does not take`);
  const unset = Object.keys(demands).filter((key) => !settable.includes(key)).map((key) => `${event} demands something of ${key}, which it does not set`);
  const isDoc = /\(.*\p{Script=Han}.*\)\.$/u.test(doc) ? [] : [`${event}: its doc must be a sentence that ends with the Chinese term in parentheses and a full stop`];
  // A row that is yet to be made has no columns to ask.
  const looking = from.length > 0 || (!where && audiences.every((audience) => ["always", "never"].includes(fold(by, audience).rule))) ? [] : [`${event} makes the row that its rule looks at`];
  // Nobody is told by a refusal what he is: who asks is for `by`.
  const asking = [...(where ? [where] : []), ...effectRules].some(asksViewer) ? [`${event} looks at who asks where it should look at the row`] : [];
  return [...strange, ...unknown, ...unasked, ...undefaulted, ...unset, ...isDoc, ...looking, ...asking, ...effects.flatMap((effect) => effectFaults(type, event, effect))];
}

function effectFaults(type: Entity, event: string, effect: Effect): string[] {
  const { of, sets } = effect;
  const where = effect.effect === "change" ? effect.where : {};
  const conditions = Object.values(where).filter((each): each is Source => each !== "absent");
  return [
    ...(of.kept === "workflow" ? [] : [`${event} writes ${of.name}, which is not kept by workflows`]),
    ...strangers(of, [...Object.keys(sets), ...Object.keys(where)]).map((key) => `${event} writes ${of.name}.${key}, which is no field of the main part`),
    ...strangers(type, rowKeys([...Object.values(sets), ...conditions])).map((key) => `${event} takes ${key} of the row, which is no field of its main part`),
    ...(effect.effect === "change" && conditions.length === 0 ? [`${event} changes every ${of.name} that there is`] : []),
  ];
}
