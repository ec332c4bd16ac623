import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { buildSchema, isCompositeType, getNamedType, type GraphQLObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { printed } from "../src/printed.ts";
import { hubCatalogue } from "../src/server.ts";
import { migratedTables } from "../src/store/own-tables.ts";
import { personas, testHub, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";

/** The committed ledger, read as a person would: a CSV file. */
const ledger = parseCsv(readFileSync(new URL("../schema/disclosure.csv", import.meta.url), "utf8"));
const schema = buildSchema(readFileSync(new URL("../schema/hub.graphql", import.meta.url), "utf8"));

let hub: TestHub;
beforeAll(async () => {
  hub = await testHub();
});
afterAll(() => hub.close());

interface Line {
  readonly type: string;
  readonly field: string;
  readonly class: string;
  readonly toSubject: string;
  readonly description: string;
  readonly basis: string;
}

function parseCsv(text: string): Line[] {
  const [head, ...rows] = text.trimEnd().split("\n").map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map((cell) => (cell[1] ?? cell[2] ?? "").replaceAll('""', '"')));
  return rows.map((row) => Object.fromEntries(head!.map((name, place) => [name, row[place]])) as unknown as Line);
}

/** Who reads shared fields: written out here and not taken from the code. */
const bodies: readonly PersonaOrPublic[] = ["department", "finance", "personnel", "otherPersonnel", "supervision", "creditLead", "cityCreditLead", "countyCreditLead", "court", "tradingCentre", "housing", "investment", "centralBank"];
const leads: readonly PersonaOrPublic[] = ["creditLead", "cityCreditLead", "countyCreditLead"];
const people: readonly PersonaOrPublic[] = ["personnel", "otherPersonnel", "supervision", "subject"];

/** Who reads closed fields of some rows, by the type that holds the field; from the class table of the domain, by hand. */
const closedReaders: Readonly<Record<string, Readonly<Record<string, readonly PersonaOrPublic[]>>>> = {
  Official: { conditional: people, restricted: people },
  OfficeHolder: { conditional: people },
  Bid: { conditional: ["tradingCentre"], restricted: ["tradingCentre"] },
  Tender: { conditional: people },
  Contract: { conditional: bodies },
  ArrearsRecord: { conditional: [...bodies, "enterprise"] },
  Organization: { restricted: [...bodies, "enterprise"] },
  Government: { restricted: [...bodies, "enterprise"] },
  Department: { restricted: [...bodies, "enterprise"] },
  Institution: { restricted: [...bodies, "enterprise"] },
  Enterprise: { restricted: [...bodies, "enterprise"] },
  Tenure: { conditional: people },
  DebtRiskAssessment: { restricted: ["department", "finance"] }, // the assessed government comes as a department
  DishonestyRecord: { conditional: [...leads, "supervision"] },
  ViolationRecord: { conditional: [...leads, "tradingCentre", "finance"] },
  OfficialDishonestyRecord: { conditional: people },
  RecordResponsibility: { conditional: people },
  WorkflowStep: { restricted: bodies }, // each of what it takes part in
  SharingGrantStep: { restricted: bodies },
  DishonestyRecordStep: { restricted: bodies },
  ViolationRecordStep: { restricted: bodies },
  DutyCrimeRecord: { conditional: [...people, "court"], restricted: [...people, "court"] },
  Client: { restricted: [...bodies, "enterprise", "operator"] }, // each of its own clients, the operator of all
  ClientCredential: { restricted: [...bodies, "enterprise", "operator"] },
  Delivery: { restricted: [...bodies, "enterprise", "operator"] }, // each of its own deliveries; an enterprise has none
  SubjectRequest: { restricted: ["personnel", "otherPersonnel", "subject"] },
  PrivacyImpactAssessment: { restricted: bodies }, // each of its own, and the lead
  SecurityIncident: { restricted: [...bodies, "operator"] },
  RetentionRun: { restricted: ["operator", "auditor"] },
  AccessEvent: { restricted: ["auditor"] },
  AccessLogEntry: { restricted: ["auditor", "subject"] },
};

/** Relations whose key the other type holds. */
const keyHeldBy: Readonly<Record<string, string>> = {
  officials: "Official", managedOfficials: "Official", officeHoldings: "OfficeHolder", tenures: "Tenure", managedTenures: "Tenure", debtRiskAssessments: "DebtRiskAssessment",
  responsibleTenders: "Tender", arrears: "ArrearsRecord", arrearsOwed: "ArrearsRecord", arrearsClaimed: "ArrearsRecord", arrearsRecords: "ArrearsRecord",
  dishonestyRecords: "OfficialDishonestyRecord", responsibilities: "RecordResponsibility", recordResponsibilities: "RecordResponsibility", dutyCrimeRecords: "DutyCrimeRecord",
  credentials: "ClientCredential", entries: "AccessLogEntry", subjectRequests: "SubjectRequest",
};

function isDenied(persona: PersonaOrPublic, line: Line): boolean {
  if (line.class === "open") return false;
  if (line.class === "shared") return !bodies.includes(persona);
  if (persona === "subject" && line.toSubject !== "true") return true;
  return !closedReaders[keyHeldBy[line.field] ?? line.type]?.[line.class]?.includes(persona);
}

const types = [...new Set(ledger.map(({ type }) => type))];
const rootOf = (type: string): string => Object.values(schema.getQueryType()!.getFields()).find((field) => getNamedType(field.type).name === `${type}Connection`)!.name;

describe("The ledger holds over HTTP", () => {
  it.each(personas.flatMap((persona) => types.map((type) => [persona, type] as const)))("for %s reading %s", async (persona, type) => {
    const lines = ledger.filter((line) => line.type === type && line.class !== "withheld");
    const fields = (schema.getType(type) as GraphQLObjectType).getFields();
    const selection = lines.map(({ field }) => `${field}${isCompositeType(getNamedType(fields[field]!.type)) ? " { __typename }" : ""}`).join(" ");
    const { body } = await hub.ask(persona, `{ ${rootOf(type)}(first: 2) { nodes { ${selection} } } }`);
    expect(body.data).toBeDefined();
    const denied = (body.errors ?? []).map(({ extensions }) => extensions["coordinate"]);
    expect(denied).toEqual(lines.filter((line) => isDenied(persona, line)).map(({ field }) => `${type}.${field}`));
    for (const { extensions } of body.errors ?? []) {
      const line = lines.find(({ field }) => `${type}.${field}` === extensions["coordinate"])!;
      expect(extensions).toMatchObject({ code: "FORBIDDEN", class: line.class, basis: line.basis === "" ? null : line.basis });
    }
    for (const row of (Object.values(body.data!)[0] as { nodes: Record<string, unknown>[] }).nodes) for (const coordinate of denied) expect(row[String(coordinate).split(".")[1]!]).toBeNull();
  });

  it("has every field of the graph's own types, and the graph has none that is withheld", () => {
    for (const type of types) {
      const inGraph = Object.keys((schema.getType(type) as GraphQLObjectType).getFields());
      const lines = ledger.filter((line) => line.type === type);
      expect(lines.filter((line) => line.class !== "withheld").map(({ field }) => field).sort()).toEqual(inGraph.sort());
    }
    expect(ledger.filter((line) => line.class === "withheld").length).toBeGreaterThan(0);
  });

  it("describes each field in a sentence that ends with the Chinese term, and says why what is closed is closed", () => {
    expect(ledger.filter(({ description }) => !/^[A-Z].*\([^()]*\p{Script=Han}[^()]*\)\.$/u.test(description)).map(({ type, field }) => `${type}.${field}`)).toEqual([]);
    expect(ledger.filter((line) => (line.class === "conditional" || line.class === "restricted") && !/第\d+条$/.test(line.basis)).map(({ type, field }) => `${type}.${field}`)).toEqual([]);
  });

  it("describes no two fields of a type in the same words, a key and its relation aside", () => {
    for (const type of types) {
      const lines = ledger.filter((line) => line.type === type);
      const repeated = lines.filter((line) => lines.some((other) => other !== line && other.description === line.description && !other.field.startsWith(line.field) && !line.field.startsWith(other.field)));
      expect(repeated.map(({ field }) => `${type}.${field}`)).toEqual([]);
    }
  });
});

describe("What is printed is fresh", () => {
  it.each(Object.entries(printed(hubCatalogue())))("%s", (path, text) => {
    expect(readFileSync(new URL(`../${path}`, import.meta.url), "utf8") === text, `${path} is stale: npm run print`).toBe(true);
  });

  it("and the migrations lead to the tables that are declared", async () => {
    interface Kit {
      generateDrizzleJson(tables: object, previous?: string): object;
      generateMigration(previous: object, next: object): Promise<string[]>;
    }
    const kit = createRequire(import.meta.url)("drizzle-kit/api") as Kit;
    const journal = JSON.parse(readFileSync(new URL("../drizzle/meta/_journal.json", import.meta.url), "utf8")) as { entries: { tag: string }[] };
    const last = JSON.parse(readFileSync(new URL(`../drizzle/meta/${journal.entries.at(-1)!.tag.slice(0, 4)}_snapshot.json`, import.meta.url), "utf8")) as { id: string };
    expect(await kit.generateMigration(last, kit.generateDrizzleJson(migratedTables(hubCatalogue()), last.id)), "run: npm run migration -- <what it is about>").toEqual([]);
  });
});
