import type { Answer, Expected } from "./asked.ts";
import type { Access, Row, Viewer } from "./policy/vocabulary.ts";

/** What the access log has of one request. */
export interface Logged {
  readonly events: readonly Row[];
  readonly entries: readonly Row[];
}

/** Where the access log has something else of a request than what was given by its answer; null where it has just that. */
export function differenceInLog(expected: Expected, answer: Answer, { events, entries }: Logged, { viewer, access }: { readonly viewer: Viewer; readonly access: Access }): string | null {
  if (viewer.audience === "public") return events.length + entries.length === 0 ? null : "the public's question is logged";
  const [event] = events;
  const stated = event && [event.values["purpose"], event.values["caseNo"], event.values["organizationId"]];
  if (stated && JSON.stringify(stated) !== JSON.stringify([access.purpose, access.caseNo, viewer.body])) return `log: the event says ${JSON.stringify(stated)}`;
  if (expected.kind === "refusal") {
    const isEmpty = answer.data === undefined || answer.data === null;
    return isEmpty && entries.length > 0 ? "log: persons are logged of whom nothing was given" : null;
  }
  if (events.length > 0 !== expected.isLogged) return `log: ${expected.isLogged ? "an event" : "no event"} is expected`;
  const told = new Set(entries.map(({ values }) => String(values["officialId"])));
  const known = [...expected.persons].filter((person) => person !== viewer.subject);
  const [missing, further] = [known.filter((person) => !told.has(person)), [...told].filter((person) => !known.includes(person))];
  if (missing.length > 0) return `log: ${missing.length} of ${known.length} persons are missing, ${missing[0]} among them`;
  if (further.length > 0) return `log: ${further.length} persons are logged of whom nothing was given, ${further[0]} among them`;
  return told.size < entries.length && events.length === 1 ? "log: a person is logged twice" : null;
}
