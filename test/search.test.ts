import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { always } from "../src/catalog/rule.ts";
import { assembleCatalogue } from "../src/catalog/catalogue.ts";
import { declared } from "../src/domains/all.ts";
import { bid } from "../src/domains/bidding/bid.ts";
import { bodies, officials, tenders } from "../src/exchange/demonstration/landmarks.ts";
import type { Locks } from "../src/server.ts";
import { keepSearch } from "../src/store/keep-search.ts";
import { openOwnerSession, type OwnerSession } from "../src/store/owner-session.ts";
import { changingTypes, refreshPending, refreshSearch } from "../src/store/refresh-search.ts";
import { waitFor } from "../src/store/wait-for.ts";
import { freshDatabase, type FreshDatabase } from "./setup/database.ts";
import { testHub, type Answered, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";
import { demonstrationTemplate } from "./setup/template.ts";

/**
 * The hub's catalogue, in which bids are searched as well, by supplier: rows that come with the opening of their tender, so that what is searched
 * can leave the public's sight.
 */
const searchedBid = { ...bid, questions: { ...bid.questions, search: { title: "supplierName", also: ["recordNo"], rows: always } } };
const catalogue = assembleCatalogue(declared.map((type) => (type === bid ? searchedBid : type)));

let database: FreshDatabase;
let sql: postgres.Sql;
let hub: TestHub;
let resolvers: TestHub;
beforeAll(async () => {
  database = await freshDatabase(await demonstrationTemplate());
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
  const session = openOwnerSession(database.url, "test");
  await refreshSearch(session, catalogue);
  await session.close();
  hub = await testHub({ ownerUrl: database.url, catalogue });
  resolvers = await testHub({ ownerUrl: database.url, catalogue, resolversOnly: true });
});
afterAll(async () => {
  await hub.close();
  await resolvers.close();
  await sql.end();
  await database.drop();
});

interface Hit {
  readonly title: string;
  readonly type: string;
  readonly matchedBy: string;
  readonly node: { readonly __typename: string; readonly id: string };
}

interface Found {
  readonly totalCount: number;
  readonly nodes: readonly Hit[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string | null };
}

const query = `query ($text: String!, $types: [SearchType!], $first: Int, $after: String) {
  search(text: $text, types: $types, first: $first, after: $after) { totalCount nodes { title type matchedBy node { __typename id } } pageInfo { hasNextPage hasPreviousPage endCursor } }
  suggest(text: $text, types: $types) { title type matchedBy node { __typename id } }
}`;

const ask = (text: string, further: object = {}, persona: PersonaOrPublic = "public", of = hub): Promise<Answered> => of.ask(persona, query, { text, first: 200, ...further });
async function search(text: string, further: object = {}, persona: PersonaOrPublic = "public"): Promise<Found> {
  const { body } = await ask(text, further, persona);
  expect(body.errors).toBeUndefined();
  return body.data!["search"] as Found;
}
const suggest = async (text: string, persona: PersonaOrPublic = "public"): Promise<readonly Hit[]> => (await ask(text, {}, persona)).body.data!["suggest"] as Hit[];
const titles = async (text: string, further: object = {}): Promise<string[]> => (await search(text, further)).nodes.map(({ title }) => title);
const refused = async (text: string, further: object = {}): Promise<string> => {
  const { body } = await ask(text, further);
  expect(body.errors!.map(({ extensions }) => extensions["code"])).toEqual(["BAD_USER_INPUT"]);
  return body.errors![0]!.message;
};

/** Every title in the hub, read past the search. */
const everyTitle = async (): Promise<string[]> =>
  (await sql<{ title: string }[]>`
    select name as title from organization union all select name from project union all select name from administrative_division union all select title from tender union all select name from former_identity
    union all select supplier_name from bid b join tender t on t.id = b.tender_id where t.opened_at <= now()
    union all select title from notice where published_at <= now() union all select title from contract where published_at <= now()
    union all select title from regulation where state <> 'DRAFT' union all select name from catalog_item union all select citation from legal_basis union all select name from measure
    union all select r.title from (
      select title, catalog_item_code, severity, disclosure_state, display_from, document_date from dishonesty_record where subject_kind = 'ORGANIZATION'
      union all select title, catalog_item_code, severity, disclosure_state, display_from, document_date from violation_record where subject_kind in ('ENTERPRISE', 'INSTITUTION')
    ) r, (select (now() at time zone 'Asia/Shanghai')::date as day) d
    where r.disclosure_state = 'PUBLISHED' and r.display_from <= d.day and exists (
      select from display_period p where p.catalog_item_code = r.catalog_item_code and p.severity = r.severity and p.is_displayed
        and d.day between p.effective_from and coalesce(p.effective_to, 'infinity') and d.day <= (r.document_date + make_interval(months => p.max_months))::date)`).map(({ title }) => title);

describe("Titles", () => {
  it.each(["财政", "锦江区", "工程", "人民政府", "街道", "区人", "锦江区 财政", "财政　锦江区", "锦江区 局"])("%s is found wherever it stands, each of its words, in every title and in no other", async (text) => {
    const contains = (title: string): boolean => text.split(/\s/).every((word) => title.includes(word));
    const expected = (await everyTitle()).filter(contains);
    expect(expected.length).toBeGreaterThan(0);
    const { nodes, totalCount } = await search(text, {});
    expect(totalCount).toBe(expected.length);
    expect(nodes.map(({ title }) => title).filter((title) => !contains(title))).toEqual([]);
    expect(nodes).toHaveLength(Math.min(200, expected.length));
  });

  it("the title itself comes first, then what begins with the text, then what contains it, the shorter before the longer", async () => {
    const { nodes } = await search("锦江区");
    expect(nodes[0]).toMatchObject({ title: "锦江区", type: "ADMINISTRATIVE_DIVISION", matchedBy: "TITLE_EXACT", node: { __typename: "AdministrativeDivision" } });
    const order = ["TITLE_EXACT", "TITLE_PREFIX", "TITLE"];
    expect(nodes.map(({ matchedBy }) => order.indexOf(matchedBy))).toEqual(nodes.map(({ matchedBy }) => order.indexOf(matchedBy)).sort());
    for (const match of order) {
      const lengths = nodes.filter(({ matchedBy }) => matchedBy === match).map(({ title }) => title.length);
      expect(lengths).not.toEqual([]);
      expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    }
  });

  it.each(["成", "锦", "四"])("one character, %s, finds what begins with it", async (text) => {
    const expected = (await everyTitle()).filter((title) => title.startsWith(text));
    const { totalCount, nodes } = await search(text);
    expect(totalCount).toBe(expected.length);
    expect(nodes.every(({ title, matchedBy }) => title.startsWith(text) && matchedBy.startsWith("TITLE_"))).toBe(true);
  });

  it("the same text in full width, in capitals and with spaces around is the same", async () => {
    const [plain] = await sql<[{ tender_no: string }]>`select tender_no from tender where tender_no ~ '[A-Z]' limit 1`;
    const wide = [...plain.tender_no].map((letter) => (letter > " " && letter <= "~" ? String.fromCodePoint(letter.codePointAt(0)! + 0xfee0) : letter)).join("");
    const found = await titles(plain.tender_no);
    expect(found.length).toBeGreaterThan(0);
    for (const text of [wide, plain.tender_no.toLowerCase(), `  ${plain.tender_no}　`]) expect(await titles(text)).toEqual(found);
  });

  it.each(["%", "_", "财_局", "财%局", "'", "\\", "财'政", '"', "{财政}", "财\\政", "锦江区 %", "锦江区 无此名", "$1", ".*", "财.*局", "^成", "zzqxzz", "財政"])("%s is plain text, and is in no title", async (text) => {
    const { body } = await ask(text);
    expect(body).toEqual({ data: { search: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: null } }, suggest: [] } });
  });
});

describe("Codes", () => {
  it("a whole unified social credit code finds its body, and so does its beginning", async () => {
    const { uscc, id } = bodies.countyFinance;
    for (const text of [uscc, uscc.toLowerCase(), uscc.slice(0, 17), uscc.slice(0, 12)]) {
      const { nodes } = await search(text);
      expect(nodes).toHaveLength(1);
      expect(nodes[0]).toMatchObject({ title: "成都市锦江区财政局", type: "ORGANIZATION", matchedBy: "CODE", node: { __typename: "Department", id: `Organization_${id}` } });
    }
    expect(await titles(uscc.slice(1))).toEqual([]);
    expect(await titles(`${uscc}0`)).toEqual([]);
  });

  it("the division whose code is the text comes before those whose codes begin with it, and a record on display has its number", async () => {
    const { nodes, totalCount } = await search("510104", { types: ["ADMINISTRATIVE_DIVISION"] });
    expect(nodes[0]).toMatchObject({ title: "锦江区", matchedBy: "CODE" });
    const [{ n, number }] = await sql<[{ n: number; number: string }]>`select (select count(*)::int from administrative_division where starts_with(code, '510104')) as n, (select r.record_no from search_entry e join dishonesty_record r on r.id = e.id limit 1) as number`;
    expect(totalCount).toBe(n);
    expect((await search(number)).nodes).toMatchObject([{ type: "DISHONESTY_RECORD", matchedBy: "CODE" }]);
  });
});

describe("Pinyin and initials", () => {
  it.each(["jinjiangqu", "JinJiangQu", "jin jiang qu", "jin'jiang'qu", "jinjiangq"])("%s finds 锦江区 and what contains it", async (text) => {
    const { nodes } = await search(text);
    expect(nodes[0]).toMatchObject({ title: "锦江区", matchedBy: "PINYIN" });
    expect(nodes.map(({ title }) => title)).toContain("成都市锦江区财政局");
    expect(nodes.every(({ title }) => /[锦金晋][江将]/.test(title))).toBe(true);
  });

  it("jjq finds 锦江区 and what contains it", async () => {
    const { nodes } = await search("jjq");
    expect(nodes[0]).toMatchObject({ title: "锦江区", matchedBy: "INITIALS" });
    expect(nodes.map(({ title }) => title)).toContain("成都市锦江区财政局");
  });

  it.each([["injiang"], ["jjqczjj1"], ["qczjx"]])("%s begins at no syllable", async (text) => {
    expect(await titles(text)).toEqual([]);
  });

  it("one or two letters find what begins with them", async () => {
    expect((await search("j")).nodes.filter(({ title, matchedBy }) => (matchedBy !== "PINYIN" && matchedBy !== "CODE") || /^[成都市四川]/.test(title))).toEqual([]);
    const two = await titles("jj", { types: ["ADMINISTRATIVE_DIVISION"] });
    expect(two).toContain("锦江区");
    expect(two).not.toContain("三江街道");
  });

  it.each([["shifang", "什邡市"], ["junlian", "筠连县"], ["qianwei", "犍为县"], ["langzhong", "阆中市"], ["pidou", "郫都区"], ["ebian", "峨边彝族自治县"]])("%s is read as those who live there read it: %s", async (text, title) => {
    const found = await titles(text, { types: ["ADMINISTRATIVE_DIVISION"] });
    expect(found).toContain(title);
  });
});

describe("A question", () => {
  it.each([["empty", ""], ["blank", "   "], ["too long", "长".repeat(51)], ["far too long", "x".repeat(2000)]] as const)("that is %s is refused, by name of the rule", async (_how, text) => {
    expect(await refused(text)).toBe("text takes 1 to 50 characters.");
  });

  it("may have fifty characters", async () => {
    expect((await search("长".repeat(50))).totalCount).toBe(0);
  });

  it("for more suggestions or rows than there are at most is refused", async () => {
    for (const [field, code] of [['suggest(text: "财政", first: 11) { title }', "BAD_USER_INPUT"], ['suggest(text: "财政", first: -1) { title }', "BAD_USER_INPUT"], ['search(text: "财政", first: 201) { totalCount }', "LIMIT_EXCEEDED"], ['search(text: "a\\u0000") { totalCount }', "BAD_USER_INPUT"]] as const)
      expect((await hub.ask("public", `{ ${field} }`)).body.errors!.map(({ extensions }) => extensions["code"])).toEqual([code]);
  });

  it("of some types finds those alone", async () => {
    const { nodes: all } = await search("锦江");
    for (const type of ["ORGANIZATION", "PROJECT", "TENDER", "ADMINISTRATIVE_DIVISION", "BID"]) {
      const { nodes, totalCount } = await search("锦江", { types: [type] });
      expect(nodes).toEqual(all.filter((each) => each.type === type));
      expect(totalCount).toBe(nodes.length);
    }
    expect((await search("锦江", { types: [] })).totalCount).toBe(0);
    expect((await search("锦江", { types: ["PROJECT", "TENDER"] })).nodes).toEqual(all.filter(({ type }) => type === "PROJECT" || type === "TENDER"));
  });

  it("reads any object by inline fragments, each field by its class", async () => {
    const of = `query { search(text: "${bodies.countyFinance.uscc}") { edges { cursor node { kind: type node { id ... on Organization { name uscc } ... on Department { bankAccount division { code } } ... on Project { code } } } } } }`;
    const { body } = await hub.ask("public", of);
    expect(body.errors!.map(({ extensions }) => extensions["coordinate"])).toEqual(["Department.bankAccount"]);
    expect(body.data).toMatchObject({ search: { edges: [{ node: { kind: "ORGANIZATION", node: { name: "成都市锦江区财政局", uscc: bodies.countyFinance.uscc, bankAccount: null, division: { code: "510104" } } } }] } });
    expect((await resolvers.ask("public", of)).body.data).toEqual(body.data);
  });

  it("finds no person, whatever the post", async () => {
    for (const { name } of [officials.subject, officials.countyHead, officials.elsewhere, officials.minority])
      for (const persona of ["public", "personnel", "supervision"] as const) expect((await search(name, {}, persona)).totalCount).toBe(0);
  });
});

describe("Pages", () => {
  it.each([["锦江", 7], ["jinjiang", 3], ["成", 5], ["5101", 50], ["jj", 4]] as const)("of %s follow each other without gap or repetition", async (text, first) => {
    const { nodes: whole, totalCount } = await search(text);
    const pages: Hit[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo } = await search(text, { first, after });
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      pages.push(...nodes);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null && pages.length < 200);
    expect(pages.slice(0, 200)).toEqual(whole.slice(0, pages.length));
    expect(new Set(pages.map(({ node }) => node.id)).size).toBe(pages.length);
    expect(pages.length).toBe(Math.min(totalCount, Math.max(pages.length, 200)));
  });

  it("do not take the cursor of another search, or a damaged one", async () => {
    const { pageInfo } = await search("锦江", { first: 2 });
    expect(await refused("锦江区", { after: pageInfo.endCursor })).toMatch(/another question/);
    expect(await refused("锦江", { after: pageInfo.endCursor, types: ["PROJECT"] })).toMatch(/another question/);
    for (const after of ["x", pageInfo.endCursor!.slice(0, -8), Buffer.from('["a","b"]').toString("base64")]) expect(await refused("锦江", { after })).toMatch(/damaged/);
    const [of, rank, size, ...rest] = JSON.parse(Buffer.from(pageInfo.endCursor!, "base64").toString("utf8")) as string[];
    for (const parts of [[of, "x", size, ...rest], [of, rank, "1e9", ...rest], [of, rank, size, rest[0], rest[1], "no-uuid"]])
      expect(await refused("锦江", { after: Buffer.from(JSON.stringify(parts)).toString("base64") })).toMatch(/damaged/);
  });
});

describe("Suggestions", () => {
  it("begin with what is typed, by title and by initials, before what contains it", async () => {
    expect((await suggest("锦江区"))[0]).toMatchObject({ title: "锦江区", matchedBy: "TITLE_EXACT" });
    expect((await suggest("锦")).every(({ title }) => title.startsWith("锦"))).toBe(true);
    expect((await suggest("jj")).every(({ matchedBy }) => matchedBy === "INITIALS" || matchedBy === "PINYIN")).toBe(true);
    expect((await suggest("jjq"))[0]).toMatchObject({ title: "锦江区", matchedBy: "INITIALS" });
    expect(await suggest("财政")).toHaveLength(8);
  });
});

describe("Both paths", () => {
  it.each(["财政", "锦江区", "成", "510104", "jinjiang", "jjq", "第1", "不存在的名称"])("answer %s alike", async (text) => {
    for (const persona of ["public", "department", "tradingCentre", "subject"] as const) {
      const [plan, resolved] = [await ask(text, { first: 10 }, persona), await ask(text, { first: 10 }, persona, resolvers)];
      expect(resolved.body).toEqual(plan.body);
      expect(plan.body.errors).toBeUndefined();
    }
  });
});

interface Copy {
  readonly sql: postgres.Sql;
  readonly session: OwnerSession;
  readonly of: (text: string, persona?: PersonaOrPublic, further?: object) => Promise<Found & { readonly suggested: readonly Hit[] }>;
  readonly copy: FreshDatabase;
}

/** Lets something change in a copy of the database, with a hub in front of it that never brings the search up to date by itself. */
async function onCopy(change: (copy: Copy) => Promise<void>, locks?: Locks): Promise<void> {
  const copy = await freshDatabase(await demonstrationTemplate());
  const own = postgres(copy.url, { max: 1, onnotice: () => {} });
  const session = openOwnerSession(copy.url, "test");
  await refreshSearch(session, catalogue);
  const there = await testHub({ ownerUrl: copy.url, catalogue, ...(locks ? { locks } : {}) });
  try {
    const of = async (text: string, persona: PersonaOrPublic = "public", further: object = {}) => {
      const { body } = await ask(text, further, persona, there);
      expect(body.errors).toBeUndefined();
      return { ...(body.data!["search"] as Found), suggested: body.data!["suggest"] as readonly Hit[] };
    };
    await change({ sql: own, session, of, copy });
  } finally {
    await there.close();
    await session.close();
    await own.end();
    await copy.drop();
  }
}

const nothing = { totalCount: 0, nodes: [], suggested: [], pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: null } };

describe("What changes", () => {
  it("a body that is renamed is found under its new name and no longer under the old one", () =>
    onCopy(async ({ sql: own, session, of }) => {
      const { id, uscc } = bodies.countyFinance;
      const bodiesOnly = { types: ["ORGANIZATION"] }; // records about it go on saying its old name
      await own`update organization set name = '锦江区钱粮局' where id = ${id}`;
      // Before the entries are brought up to date neither the old name finds it, which is no longer true, nor the code under the old name.
      expect(await of("锦江区财政局", "public", bodiesOnly)).toEqual(nothing);
      expect((await of(uscc)).totalCount).toBe(0);
      expect(await refreshPending(session, catalogue)).toBe(1);
      expect(await of("锦江区财政局", "public", bodiesOnly)).toEqual(nothing);
      for (const text of ["钱粮局", "qianliangju", "jjqqlj", uscc]) expect((await of(text)).nodes.map(({ title }) => title)).toEqual(["锦江区钱粮局"]);
    }));

  it("a row that is deleted is not found, nor counted or suggested, before the entries are brought up to date", () =>
    onCopy(async ({ sql: own, session, of }) => {
      await own`insert into administrative_division (code, name, level) values ('519999999', '乌有镇', 'TOWNSHIP')`;
      const texts = ["乌有镇", "乌有", "乌", "519999999", "519999", "wuyouzhen", "wuyou", "wyz", "wy"];
      const before = await Promise.all(texts.map((text) => of(text)));
      expect(before[0]).toEqual(nothing);
      expect(await refreshPending(session, catalogue)).toBe(1);
      const between = await Promise.all(texts.map((text) => of(text)));
      expect(between.map(({ totalCount }) => totalCount)).toEqual(before.map(({ totalCount }) => totalCount + 1));
      for (const { nodes } of between) expect(nodes.map(({ title }) => title)).toContain("乌有镇");
      await own`delete from administrative_division where code = '519999999'`;
      expect(await Promise.all(texts.map((text) => of(text)))).toEqual(before);
      expect(await refreshPending(session, catalogue)).toBe(1);
      expect(await own`select 1 from search_entry where title = '乌有镇'`).toHaveLength(0);
    }));

  it("nothing is written where nothing that is searched has changed", () =>
    onCopy(async ({ sql: own, session }) => {
      await own`update organization set phone = '028-00000000'`;
      expect(await refreshPending(session, catalogue)).toBe(0);
      expect(await refreshPending(session, catalogue)).toBe(0);
      expect(await refreshSearch(session, catalogue)).toBe(0);
    }));

  it("entries that an earlier way of making them made are made anew, and those of types that are no longer searched go", () =>
    onCopy(async ({ sql: own, session }) => {
      await own`update search_entry set form = 0 where type = 'PROJECT'`;
      await own`update search_entry set type = 'NOTHING' where type = 'TENDER' and id = ${tenders.awarded.id}`;
      const [{ n }] = await own<[{ n: number }]>`select count(*)::int as n from project`;
      expect(await refreshSearch(session, catalogue)).toBe(n + 2);
    }));

  it("the keeper finds it out by itself", () =>
    onCopy(async ({ sql: own, of, copy }) => {
      const keeper = keepSearch(copy.url, catalogue, { warn: () => {} }, { every: 10 });
      await own`insert into administrative_division (code, name, level) values ('519999999', '乌有镇', 'TOWNSHIP')`;
      expect(await waitFor(async () => ((await of("乌有镇")).totalCount === 1 ? true : null), { every: 20, within: 10_000 })).toBe(true);
      await keeper.close();
    }));
});

describe("Rows that come and go", () => {
  const { id: openedTender, bids: opened } = tenders.awarded;
  const supplier = "绝无仅有示例有限公司";

  it("are those that are opened, published or displayed", () => {
    expect(changingTypes(catalogue).map(({ name }) => name)).toEqual(["Notice", "Bid", "Contract", "DishonestyRecord", "ViolationRecord", "Regulation"]);
  });

  it.each([
    ["by all three locks", undefined],
    ["by the plan alone", { plan: true, shield: false, database: false }],
    ["by the database alone", { plan: false, shield: false, database: true }],
  ] as const)("leave every route at once, whoever asks, %s", (_name, locks) =>
    onCopy(async ({ sql: own, session, of }) => {
      await own`update bid set supplier_name = ${supplier} where id = ${opened[0]!}`;
      await refreshPending(session, catalogue);
      await refreshSearch(session, catalogue, changingTypes(catalogue));
      const [{ record_no: recordNo }] = await own<[{ record_no: string }]>`select record_no from bid where id = ${opened[0]!}`;
      const texts = [supplier, "绝无仅有", "绝", "juewujinyou", "jwjy", recordNo, recordNo.slice(0, -1)];
      for (const text of texts) expect((await of(text)).nodes.map(({ title }) => title), text).toContain(supplier);
      await own`update tender set opened_at = null where id = ${openedTender}`;
      const isTold = ({ nodes, suggested }: Awaited<ReturnType<typeof of>>): boolean => [...nodes, ...suggested].some(({ title }) => title === supplier);
      for (const persona of ["public", "department", "supervision", "subject"] as const) for (const text of texts) expect(isTold(await of(text, persona)), `${persona} ${text}`).toBe(false);
      expect(await of(supplier)).toEqual(nothing);
      await refreshSearch(session, catalogue, changingTypes(catalogue));
      expect(await own`select 1 from search_entry where title = ${supplier}`).toHaveLength(0);
      // Who may still read the bid does not find it either: what is searched is what is public.
      expect(isTold(await of(supplier, "tradingCentre"))).toBe(false);
    }, locks));

  it("come with the recorded event", () =>
    onCopy(async ({ sql: own, session, of }) => {
      const sealed = tenders.overdue;
      await own`update bid set supplier_name = ${supplier} where id = ${sealed.bids[0]!}`;
      await refreshPending(session, catalogue);
      for (const persona of ["public", "tradingCentre"] as const) expect(await of(supplier, persona)).toEqual(nothing);
      expect(await own`select 1 from search_entry where title = ${supplier}`).toHaveLength(0);
      await own`update tender set opened_at = now() - interval '1 minute' where id = ${sealed.id}`;
      await refreshSearch(session, catalogue, changingTypes(catalogue));
      expect((await of(supplier)).nodes).toMatchObject([{ title: supplier, type: "BID" }]);
    }));
});
