import type { Answer, Expected } from "./asked.ts";
import type { Access, Row, Value } from "./policy/vocabulary.ts";
import type { Shape } from "./shape.ts";
import type { Asker } from "./viewers.ts";

/** What the access log has of one request. */
export interface Logged {
  readonly events: readonly Row[];
  readonly entries: readonly Row[];
}

interface Asked {
  readonly shape: Shape;
  readonly asker: Asker;
  readonly access: Access;
}

/** Where the access log has something else of a request than what was asked for and given; null where it has just that. */
export function differenceInLog(expected: Expected, answer: Answer, { events, entries }: Logged, { shape, asker: { client, viewer }, access }: Asked): string | null {
  if (viewer.audience === "public") return events.length + entries.length === 0 ? null : "log: the public's question is there";
  for (const { values } of events) {
    const stated = JSON.stringify([values["clientId"], values["organizationId"], values["purpose"], values["caseNo"]]);
    if (stated !== JSON.stringify([client, viewer.body, access.purpose, access.caseNo])) return `log: the event says ${stated}`;
  }
  const [event] = events;
  if (expected.kind === "refusal") {
    if (!answer.data && entries.length > 0) return "log: persons are there of whom nothing was given";
    return expected.persons !== undefined ? countedOtherwise(event, "REFUSED", { subjectCount: expected.persons }) : null;
  }
  const { looks, persons, records } = expected;
  const isLogged = looks.read.size + looks.refused.size > 0;
  if (events.length > 0 !== isLogged) return `log: ${isLogged ? "an event" : "no event"} is expected`;
  const coordinatesIn = (rows: readonly Row[], key: string): Set<string> => new Set(rows.flatMap(({ values }) => coordinatesOf(shape, values[key])));
  for (const [key, wanted] of [["coordinates", looks.read], ["refusedCoordinates", looks.refused]] as const) {
    const difference = differenceOf(wanted, coordinatesIn(events, key));
    if (difference !== null) return `log: of ${key} ${difference}`;
  }
  const told = Map.groupBy(entries, ({ values }) => String(values["officialId"]));
  const known = new Map([...persons].filter(([person]) => person !== viewer.subject));
  const ofPersons = differenceOf(new Set(known.keys()), new Set(told.keys()));
  if (ofPersons !== null) return `log: of ${known.size} persons ${ofPersons}`;
  if (events.length > 1) return "log: there are several events";
  if (told.size < entries.length) return "log: a person is there twice";
  for (const [person, wanted] of known) {
    const difference = differenceOf(wanted, coordinatesIn(told.get(person)!, "coordinates"));
    if (difference !== null) return `log: of what was given of a person ${difference}`;
  }
  const outcome = records > 0 ? "DELIVERED" : looks.refused.size > 0 ? "REFUSED" : "EMPTY";
  return event ? countedOtherwise(event, outcome, { subjectCount: persons.size, recordCount: records }) : null;
}

function countedOtherwise(event: Row | undefined, outcome: string, counts: Readonly<Record<string, number>>): string | null {
  const [wanted, met] = [{ outcome, ...counts }, { outcome: event?.values["outcome"], ...Object.fromEntries(Object.keys(counts).map((key) => [key, event?.values[key]])) }].map((each) => JSON.stringify(each));
  return wanted === met ? null : `log: the event is to say ${wanted}, not ${met}`;
}

function differenceOf(wanted: ReadonlySet<string>, met: ReadonlySet<string>): string | null {
  const [missing, further] = [[...wanted].filter((each) => !met.has(each)), [...met].filter((each) => !wanted.has(each))];
  if (missing.length + further.length === 0) return null;
  return [...(missing.length > 0 ? [`missing: ${missing.join(" ")}`] : []), ...(further.length > 0 ? [`not to be there: ${further.join(" ")}`] : [])].join("; ");
}

/** Coordinates with those of a family's members under its name, and those of another interface under its members': which of them the log takes is its own affair. */
const coordinatesOf = (shape: Shape, list: Value | undefined): string[] =>
  (Array.isArray(list) ? (list as readonly string[]) : []).flatMap((coordinate) => {
    const [type, ...field] = coordinate.split(".");
    return (shape.types.has(type!) ? [...new Set(shape.concrete(type!).map((each) => shape.tagOf(each)))] : [type]).map((each) => [each, ...field].join("."));
  });
