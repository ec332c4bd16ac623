import { literal, identifier } from "../policy/rule-sql.ts";
import { audienceCode } from "../catalog/audience-code.ts";
import { markKey, markLength, mostSubjects, noMark, placeNumber, type Noted } from "./access-notes.ts";
import { fieldsOpened, grantsInForce, textsSql, type Compilation, type Parameter } from "./compilation.ts";
import type { Denial, DenialByGrants } from "./denial.ts";
import { grantsGiven, grantsSql } from "./grants.ts";

/** A question as one SQL statement: its one row holds one text, the JSON of the answer's `data`. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly Parameter[];
  readonly denials: readonly Denial[];
  readonly denialsByGrants: readonly DenialByGrants[];
  /** Whether a line precedes the data in the text: a `Heading` as JSON. */
  readonly hasHeading: boolean;
}

/** What a statement tells of itself before its data. */
export interface Heading {
  /** Fields that sharing grants in force for the asker open. */
  readonly opened: readonly string[];
  /** Fields that others would open, had their questions of the day not been used up. */
  readonly exhausted: readonly string[];
  /** Persons about whom something closed is in the answer. */
  readonly subjects: number;
}

/** Puts an answer's SQL together with what must happen around it: who asks enters the row policies, grants are looked up, what leaves is logged. */
export function statementOf(compilation: Compilation, answer: string): Statement {
  const hasHeading = compilation.access.isNeeded || compilation.denialsByGrants.length > 0;
  const text = hasHeading ? inFull(compilation, answer) : inSession(compilation, answer);
  return { text, parameters: compilation.parameters, denials: [...compilation.denials.values()], denialsByGrants: compilation.denialsByGrants, hasHeading };
}

/**
 * Row policies see no parameters: who is asking enters them as settings that the statement makes itself, local to its transaction, before
 * anything else is read. The reference from inside makes the answer wait for them.
 */
function inSession(compilation: Compilation, answer: string): string {
  const grants = grantsSql(compilation);
  if (!compilation.needsSession && grants.length === 0) return `select (${answer})`;
  return `with ${[contextSql(compilation), ...grants].join(",\n")}\nselect (${answer} where ctx.made is not null) from ctx`;
}

function contextSql(compilation: Compilation): string {
  const { body, jurisdiction, subject } = compilation.viewer;
  const setting = (name: string, value: string): string => `set_config('hub.${name}', coalesce(${value}::text, ''), true)`;
  const purpose = compilation.standing.grants ? [setting("purpose", compilation.purpose())] : [];
  const made = [setting("body", body), setting("jurisdiction", jurisdiction), setting("subject", subject), ...purpose].join(" || ");
  return `ctx as materialized (select ${made} as made)`;
}

/**
 * A statement that logs: the answer is made once, the marks are taken out of it, what they say is written, and what is left is the answer.
 * Where the log cannot be written or committed, the statement fails, and nothing has left.
 */
function inFull(compilation: Compilation, answer: string): string {
  const { access } = compilation;
  const delimiter = literal(`"${markKey}":"`);
  // Between two delimiters stand a mark, the quotation mark that ends it, a comma unless nothing else is in the object, and a piece of the answer. No text in JSON holds the delimiter: in there its quotation marks are escaped.
  const rest = markLength + 2;
  const parts = [
    contextSql(compilation),
    ...grantsSql(compilation),
    ...openedSql(compilation),
    `answer as materialized (select (${answer} where ctx.made is not null)::text as body from ctx)`,
    `pieces as materialized (select p.n, p.piece from answer, string_to_table(answer.body, ${delimiter}) with ordinality p(piece, n))`,
    `marks as materialized (select substr(piece, 3, 36) as person, array_agg(distinct left(piece, 2)) as places, count(*) as records from pieces where n > 1 and left(piece, 2) <> ${literal(noMark)} group by 1)`,
    `counted as materialized (select coalesce(sum(records), 0) as records, count(*) filter (where left(person, 1) <> '-') as subjects from marks)`,
    ...(access.isNeeded ? logSql(compilation) : []),
  ];
  const [opened, exhausted] = compilation.looksUpGrants
    ? [`(select fields from ${fieldsOpened})`, `array(select distinct f from ${grantsGiven} g, unnest(g.fields) f where g."id" not in (select "id" from ${grantsInForce}))`]
    : [noTexts, noTexts];
  const heading = `json_build_object('opened', ${opened}, 'exhausted', ${exhausted}, 'subjects', counted.subjects)`;
  const body = `(select string_agg(case when n = 1 then piece when substr(piece, ${rest}, 1) = ',' then substr(piece, ${rest + 1}) else substr(piece, ${rest}) end, '' order by n) from pieces)`;
  return `with ${parts.join(",\n")}\nselect ${heading}::text || E'\\n' || case when ${personsInAll(compilation)} <= ${mostSubjects} then ${body} else '' end from counted`;
}

/** The one row with the fields that the grants in force open, each of a type that its grant is about. */
const openedSql = (compilation: Compilation): string[] =>
  compilation.looksUpGrants ? [`${fieldsOpened} as materialized (select array(select distinct f from ${grantsInForce} g, unnest(g.fields) f where split_part(f, '.', 1) = any(g.items)) as fields)`] : [];

/** The persons of the answer: a change after another has a statement of its own. Whoever is in both counts twice. */
const personsInAll = (compilation: Compilation): string => `counted.subjects + ${compilation.bindOnce("given", "integer", ({ personsGiven }) => String(personsGiven))}`;

const noTexts = "array[]::text[]";

/** The rows that a statement adds to the access log. */
function logSql(compilation: Compilation): string[] {
  const { access, audience } = compilation;
  const bound = (name: string, read: Parameter, type = "text"): string => compilation.bindOnce(name, type, read);
  const columns: readonly (readonly [string, string])[] = [
    ["id", "made.id"],
    ["request_id", bound("request", ({ requestId }) => requestId)],
    ["client_id", bound("client", ({ viewer }) => viewer.client)],
    ["audience", literal(audienceCode(audience))],
    ["organization_id", compilation.viewer.body],
    ["purpose", compilation.purpose()],
    ["case_no", bound("caseNo", ({ access: { caseNo } }) => caseNo)],
    ["operation_name", bound("operation", ({ operationName }) => operationName)],
    ["coordinates", "looked.read"],
    ["refused_coordinates", "looked.refused"],
    ["grant_nos", compilation.looksUpGrants ? `array(select g.grant_no from ${grantsInForce} g)` : noTexts],
    ["outcome", `case when ${personsInAll(compilation)} > ${mostSubjects} then 'REFUSED' when counted.records > 0 then 'DELIVERED' when cardinality(looked.refused) > 0 then 'REFUSED' else 'EMPTY' end`],
    ["record_count", "counted.records"],
    ["subject_count", "counted.subjects"],
    ["hidden", bound("hidden", ({ access: { hidden } }) => String(hidden), "boolean")],
    ["note", bound("note", ({ access: { note } }) => note)],
    ["salt", "gen_random_uuid()::text || gen_random_uuid()::text"],
  ];
  const insert = (table: string, values: readonly (readonly [string, string])[], from: string): string =>
    `insert into ${identifier(table)} (${values.map(([name]) => identifier(name)).join(", ")}) select ${values.map(([, value]) => value).join(", ")} from ${from}`;
  return [
    `made as materialized (select gen_random_uuid() as id)`,
    lookedSql(compilation),
    `event as (${insert("access_event", columns, "made, counted, looked")})`,
    `pending as (${insert("access_pending", [["event_id", "made.id"]], "made")})`,
    ...(access.places.length === 0 ? [] : [placesSql(compilation), `entries as (${insert("access_log_entry", entryColumns(compilation), entrySource(compilation))})`]),
  ];
}

/** What was read, what was refused, and what only a grant opens and none does. */
function lookedSql({ access }: Compilation): string {
  const byGrant = [...access.byGrant].map(([coordinate, grantedBy]) => `(${literal(coordinate)}, ${literal(grantedBy)})`);
  const unopened = byGrant.length === 0 ? noTexts : `array(select c.coordinate from (values ${byGrant.join(", ")}) c(coordinate, granted_by) where c.granted_by <> all((select fields from ${fieldsOpened})::text[]))`;
  const read = "array(select c from unnest(l.read) c where c <> all(l.unopened))";
  const refused = "l.refused || array(select c from unnest(l.read) c where c = any(l.unopened))";
  return `looked as materialized (select ${read} as read, ${refused} as refused, l.unopened from (select ${reachedSql(access.read.all)} as read, ${reachedSql(access.refused.all)} as refused, ${unopened} as unopened) l)`;
}

/** The coordinates among some that the question comes to: not those below a relation that no grant opens. */
function reachedSql(noted: readonly Noted[]): string {
  if (noted.every(({ within }) => within.length === 0)) return textsSql(noted.map(({ coordinate }) => coordinate));
  const values = noted.map(({ coordinate, within }) => `(${literal(coordinate)}, ${textsSql(within)})`);
  return `array(select distinct c.coordinate from (values ${values.join(", ")}) c(coordinate, within) where c.within <@ (select fields from ${fieldsOpened}))`;
}

const entryColumns = (compilation: Compilation): readonly (readonly [string, string])[] => [
  ["access_event_id", "made.id"],
  ["official_id", "marks.person::uuid"],
  ["subject_pseudonym", `left(encode(hmac(marks.person, ${compilation.bindOnce("pseudonym", "text", ({ pseudonymKey }) => pseudonymKey)}, 'sha256'), 'hex'), 32)`],
  ["audience", literal(audienceCode(compilation.audience))],
  ["organization_id", compilation.viewer.body],
  ["purpose", compilation.purpose()],
  ["coordinates", "array(select distinct c from place, unnest(place.coordinates) c where place.number = any(marks.places) and c <> all(looked.unopened) order by 1)"],
  ["hidden", compilation.bindOnce("hidden", "boolean", ({ access }) => String(access.hidden))],
];

/** Where the rows come from: one for each person of the answer, whoever asks about itself aside. */
const entrySource = (compilation: Compilation): string =>
  `made, counted, looked, marks where left(marks.person, 1) <> '-' and ${personsInAll(compilation)} <= ${mostSubjects} and marks.person is distinct from ${compilation.viewer.subject}::text`;

/** What is read at each place, by its number. */
const placesSql = (compilation: Compilation): string =>
  `place(number, coordinates) as (values ${compilation.access.places.map((coordinates, place) => `(${literal(placeNumber(place))}, ${textsSql(coordinates)})`).join(", ")})`;
