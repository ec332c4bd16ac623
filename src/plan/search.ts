import { HubError } from "../errors.ts";
import type { Entity, Family } from "../catalog/node-type.ts";
import { literal } from "../policy/rule-sql.ts";
import { collectFields, type Collected } from "./collect-fields.ts";
import type { Compilation } from "./compilation.ts";
import { countCap, sizeOf } from "./connection.ts";
import { cursorOf, fingerprintOf, orderCode, parseCursor, type Fingerprint } from "./order.ts";
import { pageInfoSql } from "./page-info.ts";
import { Row } from "./row.ts";
import { searchTerms, type SearchTerms } from "./search-text.ts";
import { objectsFrom } from "./select.ts";
import { argumentOf, objectOf, rowsOf, selectionsBelow, selectList, type Selections } from "./selections.ts";
import { given, type Traced } from "./traced.ts";
import { asArray } from "./values.ts";

/**
 * Search runs on a table of its own, which holds what the public may read of rows that the public may get. It is brought up to date a moment after
 * the rows, and at the edge of a day nothing moves at all. So an entry counts only while its row says the same as the entry and is admitted for
 * the viewer, now: each hit is looked up before anything is ranked, counted or paged.
 *
 * The ways to find a row are asked apart, each with its own limit, and a row belongs to the first that finds it. Few candidates are sorted; where
 * there are many, the entries are walked in the order of the answer until the page is full, because sorting most of the table for twenty rows
 * would be all the time that it takes.
 */
export const searchTable = "search_entry";

/** The code of a type among those that are searched. */
export const searchCode = (type: Entity | Family): string => orderCode(type.name);

/** Suggestions where nobody says how many, and the most. */
export const suggestions = Object.freeze({ usual: 8, most: 10 });

/** How a row was found, as the graph says it. */
export const searchMatches = Object.freeze({
  TITLE_EXACT: "The title is the text (标题一致).",
  TITLE_PREFIX: "The title begins with the text (标题以其开头).",
  TITLE: "Each word of the text stands in the title (标题包含).",
  CODE: "A code or number is the text or begins with it (代码或编号).",
  PINYIN: "The text is pinyin of the title, from a syllable on (拼音).",
  INITIALS: "The text is initials of the title's pinyin (拼音首字母).",
} satisfies Record<string, string>);

/** Candidates up to which they are looked up and sorted; beyond, all entries are walked in order. */
const sorted = 1_000;

/** The order of hits: the way, then shorter titles, then the title; type and id make it total. */
const orderOf = (of: string): string => ["size", "name", "type", "id"].map((column) => `${of}.${column}`).join(", ");
const cursorTypes = ["integer", "integer", "text", "text", "uuid"] as const;

/** A way to find entries `e`: the grams by which an index finds candidates, and what must hold of a candidate. */
interface Way {
  readonly matched: string;
  readonly grams: string;
  readonly holds: string;
}

/** The ways to find an entry by a text. Forms that the text does not have are null, and find nothing. */
function waysOf(compilation: Compilation, text: Traced) {
  const bind = (type: string, form: (terms: SearchTerms) => string | readonly string[] | null): string =>
    compilation.bind(type, ({ variables }) => {
      const value = form(searchTerms(String(text.read(variables))));
      return typeof value === "string" || value === null ? value : asArray(value);
    });
  const grams = (form: (terms: SearchTerms) => readonly string[] | null): string => bind("text[]", form);
  const typed = bind("text", (terms) => terms.text);
  const title = grams((terms) => terms.title);
  const ways = {
    prefix: { matched: `case when u.name = ${typed} then 'TITLE_EXACT' else 'TITLE_PREFIX' end`, grams: grams((terms) => terms.prefix), holds: `starts_with(e.name, ${typed})` },
    wholeCode: { matched: "'CODE'", grams: grams((terms) => terms.wholeCode), holds: `position(E'\\n' || ${typed} || E'\\n' in e.codes) > 0` },
    // A text without grams is not looked for within titles, so no other way may leave a row to this one.
    title: { matched: "'TITLE'", grams: title, holds: `${title} is not null and e.name like all (${grams((terms) => terms.titlePatterns)})` },
    code: { matched: "'CODE'", grams: grams((terms) => terms.code), holds: `position(E'\\n' || ${typed} in e.codes) > 0` },
    pinyin: { matched: "'PINYIN'", grams: grams((terms) => terms.pinyin), holds: `e.pinyin ~ ${bind("text", (terms) => terms.pinyinPattern)}` },
    initials: { matched: "'INITIALS'", grams: grams((terms) => terms.initials), holds: `e.initials ~ ${bind("text", (terms) => terms.initialsPattern)}` },
  };
  return ways satisfies Record<string, Way>;
}

/** One question's hits. */
class Hits {
  readonly #compilation: Compilation;
  readonly #ways: readonly Way[];
  readonly #ofTypes: readonly string[];

  /** @param order the ways, the best first; a row belongs to the first that finds it */
  constructor(compilation: Compilation, text: Traced, types: Traced | undefined, order: readonly (keyof ReturnType<typeof waysOf>)[]) {
    this.#compilation = compilation;
    const ways = waysOf(compilation, text);
    this.#ways = order.map((name) => ways[name]);
    this.#ofTypes = types ? [`e.type = any(${compilation.bind("text[]", ({ variables }) => asArray(types.read(variables) as readonly string[]))})`] : [];
  }

  /**
   * What decides that an entry belongs to a way. As a case within a case it tells the planner nothing, which then takes a walk in order for what it
   * is: soon over.
   */
  #belongs(rank: string): readonly string[] {
    const ranks = this.#ways.map(({ holds }, place) => `when ${holds} then ${place}`).join(" ");
    return [`case when case ${ranks} end = ${rank} then true else false end`, ...this.#ofTypes];
  }

  /** The ways that the text has, with the number of entries that belong to each. */
  #asked(): string {
    const rows = this.#ways.map(({ grams }, rank) => `(${rank}, ${grams})`).join(", ");
    const entries = `select 1 from ${searchTable} e where ${["e.grams @> g.grams", ...this.#belongs("g.rank")].join(" and ")} limit ${sorted + 1}`;
    return `select g.rank, g.grams, (select count(*) from (${entries}) c) as n from (values ${rows}) g (rank, grams) where g.grams is not null`;
  }

  /** A query of the hits of a page, numbered in their order: `i`, and how many were read: `n`. */
  page(alias: string, limit: number, after?: { readonly traced: Traced; readonly fingerprint: Fingerprint }): string {
    const at = after && cursorTypes.map((type, place) => this.#compilation.bind(type, (execution) => parseCursor(after.traced, execution, after.fingerprint, cursorTypes)[place]!));
    // A way that is ranked after the cursor's is read from its beginning.
    const keyset = at ? [`${at[0]!} <= w.rank`, `(${orderOf("e")}) > (case when ${at[0]!} = w.rank then ${at[1]!} else -1 end, ${at.slice(2).join(", ")})`] : [];
    const hits = (conditions: readonly string[], tail = ""): string => `select w.rank, e.title, ${orderOf("e")} from ${searchTable} e where ${[...conditions, ...this.#belongs("w.rank"), admittedSql(this.#compilation), ...keyset].join(" and ")}${tail}`;
    const few = `select f.* from ways w cross join lateral (${hits(["e.grams @> w.grams"])}) f where w.n <= ${sorted}`;
    const many = `select m.* from ways w cross join lateral (${hits([], ` order by ${orderOf("e")} limit ${limit}`)}) m where w.n > ${sorted}`;
    const best = `with ways as materialized (${this.#asked()}) select * from (${few} union all ${many}) u order by u.rank, ${orderOf("u")} limit ${limit}`;
    const matched = this.#ways.map((way, rank) => `when ${rank} then ${way.matched}`).join(" ");
    return `(select u.*, case u.rank ${matched} end as matched, row_number() over (order by u.rank, ${orderOf("u")}) as i, count(*) over () as n from (${best}) u) ${alias}`;
  }

  /** How many hits there are, up to one more than the cap. */
  count(select: (count: string) => string): string {
    const ways = this.#ways.map(({ grams }, rank) => `(${rank}, ${grams})`).join(", ");
    const hits = `select 1 from (values ${ways}) w (rank, grams) join ${searchTable} e on e.grams @> w.grams where ${[...this.#belongs("w.rank"), admittedSql(this.#compilation)].join(" and ")} limit ${countCap + 1}`;
    return `(select ${select("count(*)")} from (${hits}) c)`;
  }
}

/**
 * The predicate that an entry `e` says what its row says now, and that the row is admitted for the viewer. Not `exists`, for which the planner would
 * read a whole table into memory where it expects many hits.
 */
function admittedSql(compilation: Compilation): string {
  const cases = compilation.world.catalogue.searchable.map((type) => {
    const row = new Row(compilation, type);
    const { title, also, rows } = type.questions.search!;
    const conditions = [row.equals("id", "e.id"), ...(rows.rule === "always" ? [] : [row.holds(rows)]), row.equals(title, "e.title"), `${alsoSql(also.map((key) => row.column(key)))} = e.also`, row.admits()];
    return `when ${literal(searchCode(type))} then (select true from ${row.from} where ${conditions.join(" and ")})`;
  });
  return `case e.type ${cases.join(" ")} end`;
}

/** The codes of a row as an entry keeps them. */
export const alsoSql = (columns: readonly string[]): string => `array_remove(array[${columns.join(", ")}]::text[], null)`;

/** The object of a hit `of` that is read from the row itself. */
function nodeSql(compilation: Compilation, of: string, selections: Selections): string {
  const cases = compilation.world.catalogue.searchable.map((type) => {
    const row = new Row(compilation, type);
    return `when ${literal(searchCode(type))} then (${objectsFrom(compilation, row, selections, () => `${row.from} where ${row.equals("id", `${of}.id`)} and ${row.admits()}`)})`;
  });
  return `case ${of}.type ${cases.join(" ")} end`;
}

/** A hit `of` as an object of the graph. */
function hitSql(compilation: Compilation, typeName: string, of: string, selections: Selections): string {
  const fields = [...collectFields(compilation.document, typeName, selections.parts).values()];
  const columns: Readonly<Record<string, string>> = { __typename: literal(typeName), title: `${of}.title`, type: `${of}.type`, matchedBy: `${of}.matched` };
  return objectOf(fields.map((field) => [field.responseKey, columns[field.name] ?? nodeSql(compilation, of, selectionsBelow(field, "Node", selections.path))]));
}

/** SQL of `search`: a connection over what is found. */
export function searchSql(compilation: Compilation, field: Collected, path: readonly string[]): string {
  const argument = (name: string) => argumentOf(compilation, "Query", field, name);
  const [text, types, after] = [argument("text")!, given(argument("types")), given(argument("after"))];
  const first = sizeOf("first", given(argument("first")));
  const fingerprint = fingerprintOf("Query.search", { by: "rank", direction: "ASC" }, [text, types]);
  const hits = new Hits(compilation, text, types, ["prefix", "wholeCode", "title", "code", "pinyin", "initials"]);
  const of = compilation.alias();
  const cursor = (): string => cursorOf(compilation, fingerprint, [`${of}.rank`, ...orderOf(of).split(", ")]);
  const list = (item: string): string => `coalesce(json_agg(${item} order by ${of}.i) filter (where ${of}.i <= ${first}), '[]'::json)`;

  const { parts, path: here } = selectionsBelow(field, "SearchResultConnection", path);
  const aggregates: Readonly<Record<string, (at: Collected) => string>> = {
    __typename: () => literal("SearchResultConnection"),
    nodes: (at) => list(hitSql(compilation, "SearchResult", of, selectionsBelow(at, "SearchResult", here))),
    edges: (at) => list(edgeSql(compilation, at, here, of, cursor)),
    pageInfo: (at) => pageInfoSql(compilation, at, here, { alias: of, size: first, isBackward: false, hasCursor: after !== undefined, cursor }),
    totalCount: () => hits.count((count) => `least(${count}, ${countCap})`),
    totalCountIsCapped: () => hits.count((count) => `${count} > ${countCap}`),
  };
  const fields = [...collectFields(compilation.document, "SearchResultConnection", parts).values()];
  const entries = fields.map((at): [string, string] => [at.responseKey, aggregates[at.name]!(at)]);
  if (!fields.some(({ name }) => name === "nodes" || name === "edges" || name === "pageInfo")) return objectOf(entries);
  const source = hits.page(of, first + 1, after && { traced: after, fingerprint });
  return `(select ${rowsOf(`select ${selectList(entries)} from ${source}`)})`;
}

function edgeSql(compilation: Compilation, field: Collected, path: readonly string[], of: string, cursor: () => string): string {
  const name = "SearchResultEdge";
  const { parts, path: here } = selectionsBelow(field, name, path);
  const entries = [...collectFields(compilation.document, name, parts).values()].map((at): [string, string] => {
    if (at.name === "cursor") return [at.responseKey, cursor()];
    return [at.responseKey, at.name === "node" ? hitSql(compilation, "SearchResult", of, selectionsBelow(at, "SearchResult", here)) : literal(name)];
  });
  return objectOf(entries);
}

/** SQL of `suggest`: what somebody may be about to type, so beginnings come first. */
export function suggestSql(compilation: Compilation, field: Collected, path: readonly string[]): string {
  const argument = (name: string) => argumentOf(compilation, "Query", field, name);
  const asked = argument("first");
  const first = (asked?.value as number | null | undefined) ?? suggestions.usual;
  if (first < 0 || first > suggestions.most)
    throw new HubError("BAD_USER_INPUT", { "reason.en": `first takes 0 to ${suggestions.most} here.`, "reason.zh": `此处 first 须为 0 至 ${suggestions.most}。` });
  const of = compilation.alias();
  const hits = new Hits(compilation, argument("text")!, given(argument("types")), ["prefix", "initials", "pinyin", "wholeCode", "code", "title"]);
  const item = hitSql(compilation, "Suggestion", of, selectionsBelow(field, "Suggestion", path));
  return `(select coalesce(json_agg(${item} order by ${of}.i), '[]'::json) from ${hits.page(of, first)})`;
}
