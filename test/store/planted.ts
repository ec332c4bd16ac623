import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { inject } from "vitest";
import type { Audience } from "../../src/catalog/audience.ts";
import { bid } from "../../src/domains/bidding/bid.ts";
import { tender } from "../../src/domains/bidding/tender.ts";
import { administrativeDivision } from "../../src/domains/reference/administrative-division.ts";
import { officeHolder } from "../../src/domains/reference/office-holder.ts";
import { official } from "../../src/domains/reference/official.ts";
import { department } from "../../src/domains/reference/organization.ts";
import { project } from "../../src/domains/reference/project.ts";
import { hubCatalogue } from "../../src/server.ts";
import { insertRows, type Database, type NewRow } from "../../src/store/insert-rows.ts";
import { migrate } from "../../src/store/migrate.ts";
import { passwordsFrom, roleOf } from "../../src/store/roles.ts";
import { storedSecrets } from "../../src/store/secrets.ts";
import { freshDatabase } from "../setup/database.ts";
import { runKey } from "../setup/template.ts";

/** A uuid that a person can tell from others. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

/** Two counties under two prefectures: 锦江区 and 涪城区. */
export const county = "510104";
export const otherCounty = "510703";
const divisions = ["510000", "510100", county, "510700", otherCounty];

export const bodies = {
  personnel: { id: uuid(1), divisionCode: county },
  audit: { id: uuid(2), divisionCode: county },
  otherPersonnel: { id: uuid(3), divisionCode: otherCounty },
  otherAudit: { id: uuid(4), divisionCode: otherCounty },
} as const;

/** Managed by the personnel body of their county. */
export const officials = { here: uuid(11), elsewhere: uuid(12) } as const;
export const officeHolders = { here: uuid(21), elsewhere: uuid(22) } as const;

const past = new Date("2025-03-01T01:00:00Z");
/** Long after any run of these tests, by the real clock. */
export const future = new Date("2099-01-01T00:00:00Z");

/** Every way in which a tender can stand to its opening; the planned time is past for all of them. */
export const tenders = {
  opened: { id: uuid(31), method: "OPEN", openedAt: past, divisionCode: county, status: "OPENED" },
  planned: { id: uuid(32), method: "OPEN", openedAt: null, divisionCode: county, status: "BIDDING" },
  failed: { id: uuid(33), method: "OPEN", openedAt: null, divisionCode: county, status: "FAILED" },
  inFuture: { id: uuid(34), method: "OPEN", openedAt: future, divisionCode: county, status: "OPENED" },
  invited: { id: uuid(35), method: "INVITED", openedAt: past, divisionCode: county, status: "OPENED" },
  negotiated: { id: uuid(36), method: "NEGOTIATION", openedAt: past, divisionCode: county, status: "OPENED" },
  plannedElsewhere: { id: uuid(37), method: "OPEN", openedAt: null, divisionCode: otherCounty, status: "BIDDING" },
} as const satisfies Record<string, Pick<NewRow<typeof tender>, "id" | "method" | "openedAt" | "divisionCode" | "status">>;

export type TenderName = keyof typeof tenders;

/** The one bid of each tender. */
export const bidOf = (name: TenderName): string => uuid(60 + Object.keys(tenders).indexOf(name));

export const secrets = storedSecrets(runKey);
export const roleOptions = { embedded: inject("embedded"), passwordOf: passwordsFrom(runKey) };

/** Who asks, as a statement of the hub says it; what is left out is empty, as the hub sends it. */
export interface Asker {
  readonly body?: string;
  /** Prefix of the codes of the jurisdiction. */
  readonly jurisdiction?: string;
  readonly subject?: string;
}

export interface Planted {
  readonly url: string;
  readonly owner: postgres.Sql;
  /** The owner through drizzle, on connections of its own: drizzle changes how its driver reads dates. */
  readonly database: Database;
  /** Runs statements as the role of an audience, with the asker's settings for this transaction. */
  as<R>(audience: Audience, who: Asker, ask: (sql: postgres.TransactionSql) => Promise<R>): Promise<R>;
  close(): Promise<void>;
}

/** A migrated database of the test file's own in which each kind of row is planted once. */
export async function planted(): Promise<Planted> {
  const { url, drop } = await freshDatabase();
  await migrate(url, hubCatalogue(), roleOptions);
  const owner = postgres(url, { max: 2, onnotice: () => {} });
  const drizzled = postgres(url, { max: 1, onnotice: () => {} });
  const database = drizzle(drizzled);
  await plant(database);
  return {
    url,
    owner,
    database,
    as: async (audience, who, ask) =>
      (await owner.begin(async (sql) => {
        await sql.unsafe(`set local role ${roleOf(audience)}`);
        await sql`select set_config('hub.body', ${who.body ?? ""}, true), set_config('hub.jurisdiction', ${who.jurisdiction ?? ""}, true), set_config('hub.subject', ${who.subject ?? ""}, true)`;
        return ask(sql);
      })) as never,
    close: async () => {
      await Promise.all([owner.end(), drizzled.end()]);
      await drop();
    },
  };
}

async function plant(database: Database): Promise<void> {
  await insertRows(database, administrativeDivision, divisions.map((code) => ({ code, name: `Division ${code}`, level: "COUNTY" as const })), secrets);
  await insertRows(
    database,
    department,
    Object.entries(bodies).map(([name, { id, divisionCode }]) => ({ id, divisionCode, recordNo: `ORG-${name}`, uscc: `USCC-${name}`, name, level: "COUNTY", bankAccount: `ACCOUNT-${name}`, creditContact: `CONTACT-${name}` })),
    secrets,
  );
  await insertRows(database, official, (["here", "elsewhere"] as const).map((place) => ({
    id: officials[place],
    recordNo: `OFF-${place}`,
    name: `Name ${place}`,
    organizationId: place === "here" ? bodies.audit.id : bodies.otherAudit.id,
    managingOrganizationId: place === "here" ? bodies.personnel.id : bodies.otherPersonnel.id,
    idNumber: `ID-${place}`,
    idNumberDigest: secrets.digest(`ID-${place}`),
    phone: `PHONE-${place}`,
    ethnicity: `ETHNICITY-${place}`,
  })), secrets);
  await insertRows(database, officeHolder, (["here", "elsewhere"] as const).map((place) => ({
    id: officeHolders[place],
    recordNo: `HOLD-${place}`,
    name: `Name ${place}`,
    postTitle: "局长",
    organizationId: place === "here" ? bodies.audit.id : bodies.otherAudit.id,
    heldFrom: "2024-01-01",
    officialId: officials[place],
  })), secrets);
  await insertRows(database, project, [{ id: uuid(91), recordNo: "PRJ-1", code: "PRJ-1", name: "Project", kind: "CONSTRUCTION", stage: "TENDERING", ownerId: bodies.audit.id, divisionCode: county }], secrets);
  const named = Object.entries(tenders) as [TenderName, (typeof tenders)[TenderName]][];
  await insertRows(database, tender, named.map(([name, row]) => ({
    ...row, recordNo: `TND-${name}`, tenderNo: `TND-${name}`, title: name, projectId: uuid(91), tendererId: bodies.audit.id, noticedAt: new Date("2025-01-01T00:00:00Z"), bidsDueAt: past, basePrice: "100.00",
  })), secrets);
  await insertRows(database, bid, named.map(([name]) => ({
    id: bidOf(name), recordNo: `BID-${name}`, tenderId: tenders[name].id, supplierName: `Supplier ${name}`, supplierUscc: "91510000MA00000000", receivedAt: new Date("2025-02-01T00:00:00Z"), status: "RECEIVED" as const, price: "90.00", score: "80.00", contactName: `Contact ${name}`,
  })), secrets);
}
