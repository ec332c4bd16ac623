import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { official } from "../../src/domains/reference/official.ts";
import { tenure } from "../../src/domains/reference/tenure.ts";
import { bodies, officials } from "../../src/exchange/demonstration/landmarks.ts";
import { directory } from "../../src/exchange/demonstration/personas.ts";
import type { Viewer } from "../../src/policy/viewer.ts";
import { openPools, type Pools } from "../../src/store/pools.ts";
import { ownRowIn, type OwnRow } from "../../src/workflow/own-row.ts";
import { freshDatabase, type FreshDatabase } from "../setup/database.ts";
import { demonstrationTemplate, runKey } from "../setup/template.ts";

/** Who somebody is, and who manages him, is looked up as that person and never taken from what is said. */
let database: FreshDatabase;
let pools: Pools;
let ownRow: OwnRow;
beforeAll(async () => {
  database = await freshDatabase(await demonstrationTemplate());
  pools = openPools({ ownerUrl: database.url, embedded: inject("embedded"), secret: runKey });
  ownRow = ownRowIn({ ask: (audience, text, parameters) => pools.of(audience).ask(text, parameters, { prepare: false }) });
});
afterAll(async () => {
  await pools.close();
  await database.drop();
});

const person: Viewer = { ...directory.subject, client: "subject", mayHide: false };
const keys = ["id", "managingOrganizationId"];

describe("The own row", () => {
  it("is the person's", async () => {
    expect(await ownRow(person, official, keys)).toEqual({ id: officials.subject.id, managingOrganizationId: bodies.countyPersonnel.id });
  });

  it("is nobody's who is no person, or whom the hub does not hold", async () => {
    expect(await ownRow({ ...person, subject: null }, official, keys)).toBeNull();
    expect(await ownRow({ ...person, subject: "00000000-0000-4000-8000-000000000000" }, official, keys)).toBeNull();
  });

  it("is held back by the database from a body that says it were the person", async () => {
    expect(await ownRow({ ...person, ...directory.otherPersonnel, subject: officials.subject.id }, official, keys)).toBeNull();
  });

  it("is asked of types of which a row is a person, and of fields of their main part", async () => {
    await expect(ownRow(person, tenure, ["id"])).rejects.toThrow("Tenure has no rows that are a person");
    await expect(ownRow(person, official, ["idNumber"])).rejects.toThrow("Official.idNumber is no field of the main part");
  });
});
