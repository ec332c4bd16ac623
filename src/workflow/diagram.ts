import { describeRule } from "../catalog/rule.ts";
import type { Machine } from "./machine.ts";

/** A machine as a diagram that Markdown shows (Mermaid), and as a table of who causes which event. */
export function diagramOf({ type, transitions }: Machine): string {
  const events = Object.entries(transitions);
  const arrows = events.flatMap(([event, { from, to }]) => (from.length === 0 ? ["[*]"] : from).map((each) => `  ${each} --> ${to}: ${event}`));
  const rows = events.map(([event, { from, to, by, notBy, needs = [] }]) => {
    const never = Object.values(notBy ?? {}).join(", ");
    return `| \`${event}\` | ${from.join(", ") || "–"} | ${to} | ${describeRule(by)}${never ? `; never who is named by ${never}` : ""} | ${needs.join(", ") || "–"} |`;
  });
  return [`## ${type.name}`, "", type.doc, "", "```mermaid", "stateDiagram-v2", ...arrows, "```", "", "| event | from | to | by | needs |", "|---|---|---|---|---|", ...rows].join("\n");
}
