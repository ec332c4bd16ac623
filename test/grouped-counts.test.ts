import { readFileSync } from "node:fs";
import { buildSchema, getNamedType, isEnumType, isInputObjectType, type GraphQLSchema } from "graphql";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { orderFieldOf } from "./oracle/examine.ts";
import { policies } from "./oracle/policy/all.ts";
import { Shape } from "./oracle/shape.ts";
import { askedAt, stopClockOf } from "./setup/clock.ts";
import { testHub, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";

/** That random operations are answered as the oracle answers them is in `oracle`; here is what users rely on. */
let hub: TestHub;
let sql: postgres.Sql;
beforeAll(async () => {
  hub = await testHub();
  await stopClockOf(hub.ownerUrl, askedAt);
  sql = postgres(hub.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql?.end();
  await hub?.close();
});

const schema: GraphQLSchema = buildSchema(readFileSync(new URL("../schema/hub.graphql", import.meta.url), "utf8"));
const shape = new Shape(schema, policies);

/** A list of Query and the fields by which its rows can be counted. */
const lists = Object.values(schema.getQueryType()!.getFields()).flatMap(({ name, type }) => {
  const [, of] = /^(.*)Connection$/.exec(getNamedType(type).name) ?? [];
  const codes = schema.getType(`${of}GroupField`);
  return of !== undefined && isEnumType(codes) ? [{ list: name, of, fields: codes.getValues().map(({ name: code }) => ({ code, key: orderFieldOf({ shape }, of, code) })) }] : [];
});

interface Group {
  readonly keys: readonly (string | null)[];
  readonly count: number;
}

type Counted = Readonly<Record<string, { readonly totalCount: number } & Readonly<Record<string, number | readonly Group[] | null>>>>;

async function asked(persona: PersonaOrPublic, query: string): Promise<Counted> {
  const { body } = await hub.ask(persona, query);
  expect(body.errors, query).toBeUndefined();
  return body.data as Counted;
}

/** The filter that finds the rows of a group. */
function filterOf(of: string, key: string, value: string | null): string {
  if (value === null) return `{ ${key}: { isNull: true } }`;
  const filter = schema.getType(`${of}Where`);
  const operand = isInputObjectType(filter) ? getNamedType(filter.getFields()[key]!.type) : null;
  const scalar = isInputObjectType(operand) ? getNamedType(operand.getFields()["eq"]!.type) : null;
  return `{ ${key}: { eq: ${isEnumType(scalar) || scalar?.name === "Boolean" ? value : JSON.stringify(value)} } }`;
}

describe("Rows counted by their values", () => {
  it.each<PersonaOrPublic>(["public", "department", "countyCreditLead", "personnel", "tradingCentre"])("are for %s those that a filter by each value finds, and all of them together are all rows", async (persona) => {
    expect(lists.length).toBeGreaterThan(50);
    for (const { list, of, fields } of lists) {
      const own = fields.filter(({ key }) => persona !== "public" || shape.known(of, key)!.class === "open");
      if (own.length === 0) continue;
      const { rows } = await asked(persona, `{ rows: ${list}(first: 0) { totalCount ${own.map(({ code }) => `${code}: groupedCounts(by: ${code}, first: 500) { keys count }`).join(" ")} } }`);
      const most = own.map(({ code, key }) => {
        const groups = rows![code] as readonly Group[];
        if (groups.length < 500) expect(groups.reduce((sum, { count }) => sum + count, 0), `${list} ${code}`).toBe(rows!.totalCount);
        return { code, key, groups: groups.slice(0, 2) };
      });
      const filters = most.flatMap(({ code, key, groups }) => groups.map(({ keys: [value], count }, place) => ({ name: `${code}_${place}`, where: filterOf(of, key, value!), count })));
      if (filters.length === 0) continue;
      const found = await asked(persona, `{ ${filters.map(({ name, where }) => `${name}: ${list}(first: 0, where: ${where}) { totalCount }`).join(" ")} }`);
      expect(Object.fromEntries(filters.map(({ name }) => [name, found[name]!.totalCount])), list).toEqual(Object.fromEntries(filters.map(({ name, count }) => [name, count])));
    }
  });

  it("by two fields are as many as by one, divided", async () => {
    const { rows } = await asked("public", "{ rows: dishonestyRecords(first: 0) { totalCount one: groupedCounts(by: SEVERITY) { keys count } two: groupedCounts(by: [SEVERITY, SOURCE_KIND]) { keys count } } }");
    const [one, two] = [rows!["one"], rows!["two"]] as [readonly Group[], readonly Group[]];
    expect(two.length).toBeGreaterThan(one.length);
    for (const { keys: [severity], count } of one) expect(two.filter(({ keys }) => keys[0] === severity).reduce((sum, each) => sum + each.count, 0)).toBe(count);
  });

  it("come the most frequent first, as many groups as are asked for", async () => {
    const { rows } = await asked("public", "{ rows: organizations(first: 0) { totalCount all: groupedCounts(by: DIVISION_CODE, first: 500) { keys count } few: groupedCounts(by: DIVISION_CODE, first: 3) { keys count } none: groupedCounts(by: DIVISION_CODE, first: 0) { keys } } }");
    const [all, few, none] = [rows!["all"], rows!["few"], rows!["none"]] as [readonly Group[], readonly Group[], readonly Group[]];
    expect(all).toEqual([...all].sort((a, b) => b.count - a.count || (a.keys[0]! < b.keys[0]! ? -1 : 1)));
    expect([few, none]).toEqual([all.slice(0, 3), []]);
  });

  it("hang on a row as its connections do, and no rows have no groups", async () => {
    const { body } = await hub.ask("public", '{ administrativeDivision(code: "510104") { organizations(first: 0) { totalCount groupedCounts(by: STATUS) { keys count } } none: organizations(first: 0, where: { name: { eq: "无此单位" } }) { groupedCounts(by: STATUS) { keys count } } } }');
    const { organizations, none } = body.data!["administrativeDivision"] as { organizations: { totalCount: number; groupedCounts: readonly Group[] }; none: { groupedCounts: readonly Group[] } };
    expect(organizations.groupedCounts.reduce((sum, { count }) => sum + count, 0)).toBe(organizations.totalCount);
    expect(none.groupedCounts).toEqual([]);
  });

  it("are null where there are more than are counted, and are told again by a narrower filter", async () => {
    const question = '{ all: measures(first: 0) { totalCountIsCapped groupedCounts(by: KIND) { count } } few: measures(first: 0, where: { code: { startsWith: "CJ-" } }) { groupedCounts(by: KIND) { count } } }';
    const before = await hub.ask("public", question);
    const others = (await sql`select attname as name from pg_attribute where attrelid = 'measure'::regclass and attnum > 0 and attname not in ('id', 'code') and attgenerated = ''`).map(({ name }) => `"${String(name)}"`).join(", ");
    await sql.begin(async (transaction) => {
      await transaction`set local session_replication_role = replica`;
      await transaction.unsafe(`insert into measure (id, code, ${others}) select gen_random_uuid(), 'X-' || n, ${others} from (select * from measure limit 1) m, generate_series(1, 100001) n`);
    });
    expect((await hub.ask("public", question)).body.data).toEqual({ all: { totalCountIsCapped: true, groupedCounts: null }, few: before.body.data!["few"] });
  });
});

describe("What cannot be counted is refused, with what to do", () => {
  const counted = (by: string, further = "", list = "dishonestyRecords"): string => `{ ${list}(first: 0) { groupedCounts(by: ${by}${further}) { count } } }`;

  it.each<[what: string, question: string, code: string, en: string, zh: string]>([
    ["by nothing", counted("[]"), "BAD_USER_INPUT", "by names at least one field.", "by 至少须有一个字段。"],
    ["by one field twice", counted("[FIELD, FIELD]"), "BAD_USER_INPUT", "by names a field twice.", "by 中有重复的字段。"],
    ["by three fields", counted("[FIELD, SEVERITY, SOURCE_KIND]"), "LIMIT_EXCEEDED", "The request goes beyond a limit: rows are counted by 2 fields at most, 3 were given.", "请求超出限制：分组统计最多按 2 个字段，请求了 3 个。"],
    ["in too many groups", counted("FIELD", ", first: 501"), "LIMIT_EXCEEDED", "The request goes beyond a limit: an answer holds at most 500 groups, 501 were asked for.", "请求超出限制：每次最多返回 500 组，请求了 501 组。"],
    ["in less than no groups", counted("FIELD", ", first: -1"), "BAD_USER_INPUT", "first cannot be negative.", "first 不能为负数。"],
    ["by what only bodies read", counted("MANAGING_ORGANIZATION_ID", "", "posts"), "FORBIDDEN", "", ""],
  ])("%s", async (_what, question, code, en, zh) => {
    const told = async (language: string) => {
      const response = await fetch(`${hub.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", "accept-language": language }, body: JSON.stringify({ query: question }) });
      const { errors } = (await response.json()) as { errors: readonly { message: string; extensions: { code: string } }[] };
      return errors.map(({ message, extensions }) => [extensions.code, message]);
    };
    expect(await told("en")).toEqual([[code, en || expect.stringContaining("Post.managingOrganizationId")]]);
    expect(await told("zh-CN")).toEqual([[code, zh || expect.stringContaining("Post.managingOrganizationId")]]);
  });

  it("and by no field that nobody filters by", () => {
    for (const { of, fields } of lists) for (const { key } of fields) expect(shape.known(of, key), `${of}.${key}`).toMatchObject({ filterable: true });
  });
});

describe("What counting costs", () => {
  it("is said before, and is not given back however short the answer is", async () => {
    const cost = async (first: number): Promise<unknown> => (await hub.ask("public", `{ measures(first: ${first}) { groupedCounts(by: KIND) { count } } }`, undefined, { extensions: { cost: true } })).body.extensions!["cost"];
    expect(await cost(0)).toMatchObject({ asked: 100, used: 100 });
    expect(await cost(5)).toMatchObject({ asked: 500, used: 500 });
  });
});
