import { describeRule } from "../catalog/rule.ts";
import type { Effect, Machine } from "./machine.ts";

/** A machine as a diagram that Markdown shows (Mermaid), as a table of who causes which event and what follows it, and with the times that run. */
export function diagramOf({ type, state, transitions, clocks = {}, arrival }: Machine): string {
  const events = Object.entries(transitions);
  const arrows = events.flatMap(([event, { from, to }]) => (from.length === 0 ? ["[*]"] : from).map((each) => `  ${each} --> ${to}: ${event}`));
  const rows = events.map(([event, { from, to, where, by, notBy, needs = [], effects = [] }]) => {
    const never = Object.values(notBy ?? {}).join(", ");
    const who = `${describeRule(by)}${never ? `; never who is named by ${never}` : ""}`;
    return `| ${[`\`${event}\``, `${from.join(", ") || "–"}${where ? `, where ${describeRule(where)}` : ""}`, to, who, needs.join(", ") || "–", effects.map(effectIn).join("; ") || "–"].join(" | ")} |`;
  });
  const times = Object.entries(clocks).map(([code, { starts, stops, from, when }]) => `| ${[`\`${code}\``, starts.join(", ") || "–", from ?? "the day of the event", when ? describeRule(when) : "always", stops.join(", ") || "–"].join(" | ")} |`);
  return [
    `## ${type.name}.${"field" in state ? state.field : state.moment}`, "", type.doc, "",
    "```mermaid", "stateDiagram-v2", ...arrows, "```", "",
    "| event | from | to | by | needs | with it |", "|---|---|---|---|---|---|", ...rows,
    ...(arrival === undefined ? [] : ["", `Rows that are delivered begin with \`${arrival}\`.`]),
    ...(times.length === 0 ? [] : ["", "| time | begins by | counts from | where | ends by |", "|---|---|---|---|---|", ...times]),
  ].join("\n");
}

function effectIn({ effect, of, sets, when }: Effect): string {
  return `${effect === "make" ? "makes" : "changes"} ${of.name} (${Object.keys(sets).join(", ")})${when ? `, where ${describeRule(when)}` : ""}`;
}
