import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allOf, anyBody, anyOf, clearance, describeRule, fold, is, level, not, own, pathsOf, present, reached, seat, seatDigits, through, type Rule, type SeatLevel } from "../../src/catalog/rule.ts";
import { dishonestyRecord } from "../../src/domains/dishonesty/dishonesty-record.ts";
import { ruleSql, type ViewerSql } from "../../src/policy/rule-sql.ts";
import { hubCatalogue } from "../../src/server.ts";
import { freshDatabase, type FreshDatabase } from "../setup/database.ts";
import { demonstrationTemplate } from "../setup/template.ts";

/** Whose turn it is at which level, and what has come: the rules as the database decides them, against what is worked out here by hand. */
let database: FreshDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  database = await freshDatabase(await demonstrationTemplate());
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql?.end();
  await database?.drop();
});

/** What the database says of a rule about a row whose columns are these. */
async function decide(rule: Rule, columns: Readonly<Record<string, string | null>>, jurisdiction: string | null = null): Promise<boolean | null> {
  const literalOf = (value: string | null): string => (value === null ? "null" : `'${value}'`);
  const viewer: ViewerSql = { body: "null::uuid", jurisdiction: `${literalOf(jurisdiction)}::text`, subject: "null::uuid", granted: () => "false" };
  const text = ruleSql(rule, { catalogue: hubCatalogue(), type: dishonestyRecord, column: (key) => `${literalOf(columns[key] ?? null)}::${dishonestyRecord.storage.places[key]!.column.getSQLType()}`, viewer });
  return (await sql.unsafe<{ holds: boolean | null }[]>(`select ${text} as holds`))[0]!.holds;
}

/** Divisions of every level, with the prefix that stands for each of them as a jurisdiction. */
const places: readonly (readonly [code: string, prefix: string, level: SeatLevel])[] = [
  ["510000", "51", "PROVINCE"], ["520000", "52", "PROVINCE"], ["510100", "5101", "PREFECTURE"], ["511000", "5110", "PREFECTURE"], ["513200", "5132", "PREFECTURE"],
  ["510104", "510104", "COUNTY"], ["510110", "510110", "COUNTY"], ["511002", "511002", "COUNTY"], ["510104022", "510104022", "TOWNSHIP"], ["510104100", "510104100", "TOWNSHIP"],
];
/** What holds a division at a level, by the digits that code it; nothing where the division is above that level. */
const holderAt = (prefix: string, at: SeatLevel): string | null => (prefix.length >= seatDigits[at] ? prefix.slice(0, seatDigits[at]) : null);
const levels = Object.keys(seatDigits) as SeatLevel[];
/** Levels at which there are leads. */
const seats = ["PROVINCE", "PREFECTURE", "COUNTY"] as const;

describe("seat: the asking body is of the very division of a level that holds the row's", () => {
  it.each(seats)("at the level %s, for divisions and jurisdictions of all levels", async (at) => {
    const wrong: string[] = [];
    for (const [code, prefix] of places)
      for (const [, jurisdiction] of places) {
        const holds = (await decide(seat("divisionCode", at), { divisionCode: code }, jurisdiction)) ?? false;
        if (holds !== (holderAt(prefix, at) === jurisdiction)) wrong.push(`${code} for ${jurisdiction}: ${holds}`);
      }
    expect(wrong).toEqual([]);
  });

  it("nobody without a jurisdiction, and no row without a division", async () => {
    for (const at of seats) expect([await decide(seat("divisionCode", at), { divisionCode: "510104" }), await decide(seat("divisionCode", at), {}, "51")]).not.toContain(true);
  });
});

describe("level: the row's division is of one of the levels", () => {
  it.each(places)("%s is of its own level alone", async (code, _prefix, own) => {
    for (const at of levels) expect([at, await decide(level("divisionCode", at), { divisionCode: code })]).toEqual([at, at === own]);
    expect(await decide(level("divisionCode", ...levels), { divisionCode: code })).toBe(true);
  });
});

describe("reached: the day has come", () => {
  it.each([[-1, true], [0, true], [1, false]])("%i days from today: %s", async (offset, holds) => {
    const [row] = await sql<{ on: string }[]>`select (hub_today() + ${offset}::integer)::text as "on"`;
    expect(await decide(reached("displayFrom"), { displayFrom: row!.on })).toBe(holds);
  });
  it("where there is none, it is unknown", async () => {
    expect(await decide(reached("displayFrom"), {})).toBeNull();
  });
});

describe("not: what is unknown does not hold, and its contrary does", () => {
  it.each<[string, Rule, Readonly<Record<string, string | null>>, boolean]>([
    ["a code that the row has", is("severity", "MINOR"), { severity: "MINOR" }, false],
    ["a code that it has not", is("severity", "MINOR"), { severity: "SERIOUS" }, true],
    ["a code of a row that has none", is("severity", "MINOR"), {}, true],
    ["a value that is there", present("annulledOn"), { annulledOn: "2026-01-01" }, false],
    ["a value that is absent", present("annulledOn"), {}, true],
    ["a day that is not there", reached("displayFrom"), {}, true],
    ["what is denied already", not(present("annulledOn")), {}, false],
    ["one of two", anyOf(is("severity", "MINOR"), present("annulledOn")), { annulledOn: "2026-01-01" }, false],
    ["two of which one is unknown", allOf(present("annulledOn"), reached("displayFrom")), { annulledOn: "2026-01-01" }, true],
  ])("%s", async (_what, rule, columns, holds) => {
    expect(await decide(not(rule), columns)).toBe(holds);
  });

  it("nobody is given what he gets because something is not so of him", () => {
    for (const rule of [own("sourceOrganizationId"), seat("divisionCode", "COUNTY"), anyBody, clearance("creditLead"), anyOf(present("annulledOn"), own("sourceOrganizationId")), allOf(anyBody)]) expect(() => not(rule)).toThrow("A rule about who asks cannot be turned round.");
  });
});

describe("The rules are folded, led on and described like any other:", () => {
  it("a seat is for bodies alone", () => {
    const rule = seat("divisionCode", "COUNTY");
    expect(["creditLead", "department", "enterprise", "subject", "public", "operator"].map((audience) => fold(rule, audience as never).rule)).toEqual(["seat", "seat", "never", "never", "never", "never"]);
  });
  it("along a relation, each looks at the row that it leads to", () => {
    const rule = allOf(seat("divisionCode", "COUNTY"), level("divisionCode", "COUNTY"), not(reached("displayFrom")));
    expect(pathsOf(through("dishonestyRecord", rule))).toEqual(["dishonestyRecord.divisionCode", "dishonestyRecord.divisionCode", "dishonestyRecord.displayFrom"]);
  });
  it("in words", () => {
    expect(describeRule(allOf(seat("divisionCode", "COUNTY"), level("divisionCode", "COUNTY", "TOWNSHIP"), not(reached("displayFrom"))))).toBe("the asking body is of the county of divisionCode and divisionCode is a county/township and not (once the day displayFrom has come)");
  });
});
