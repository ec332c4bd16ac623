import { describe, expect, it } from "vitest";
import { isUscc } from "../../src/catalog/check-digits.ts";
import { dataset } from "../../src/exchange/demonstration/dataset.ts";
import * as landmarks from "../../src/exchange/demonstration/landmarks.ts";

const rows = dataset();
const organizations = new Map([...rows.governments, ...rows.departments, ...rows.institutions, ...rows.enterprises].map((row) => [row.id, row]));
const officials = new Map(rows.officials.map((row) => [row.id, row]));
const dishonesty = new Map(rows.dishonestyRecords.map((row) => [row.id, row]));
const violations = new Map(rows.violationRecords.map((row) => [row.id, row]));
const bases = new Map(rows.disclosureBases.map((row) => [row.id, row]));
const citations = new Set(rows.legalBases.map((row) => row.citation));
const records = [...rows.dishonestyRecords, ...rows.violationRecords];

describe("Integrity records of the demonstration data", () => {
  it("refer to rows that are there", () => {
    expect(records.filter((row) => !organizations.has(row.sourceOrganizationId) || !rows.divisions.some(({ code }) => code === row.divisionCode))).toEqual([]);
    expect(records.filter((row) => row.subjectOrganizationId !== null && !organizations.has(row.subjectOrganizationId))).toEqual([]);
    expect(records.filter((row) => row.disclosureBasisId !== null && !bases.has(row.disclosureBasisId))).toEqual([]);
    expect(rows.disclosureBases.filter((row) => !citations.has(row.citation) || !organizations.has(row.decidedByOrganizationId))).toEqual([]);
    expect(rows.measures.filter((row) => !citations.has(row.basisCitation))).toEqual([]);
    expect(records.filter((row) => !rows.catalogItems.some(({ code }) => code === row.catalogItemCode))).toEqual([]);
    expect(rows.officialDishonestyRecords.filter((row) => row.publishedRecordId !== null && !dishonesty.has(row.publishedRecordId))).toEqual([]);
    expect(rows.attachments.filter((row) => (row.dishonestyRecordId !== null && !dishonesty.has(row.dishonestyRecordId)) || (row.violationRecordId !== null && !violations.has(row.violationRecordId)))).toEqual([]);
  });

  it("name a person only with a decision to publish, and no body of the person's as their subject", () => {
    for (const row of rows.dishonestyRecords) {
      expect(row.disclosureBasisId !== null, row.recordNo).toBe(row.subjectKind === "OFFICIAL");
      expect(row.subjectOrganizationId === null, row.recordNo).toBe(row.subjectKind === "OFFICIAL");
    }
    expect(rows.dishonestyRecords.filter((row) => row.subjectKind === "OFFICIAL" && row.lossAmount !== null)).toEqual([]);
    expect(rows.violationRecords.filter((row) => row.disclosureBasisId !== null && row.subjectKind !== "SOLE_TRADER")).toEqual([]);
  });

  it("say what can be published without names, identity numbers and telephones of persons", () => {
    const names = [...officials.values()].map((row) => row.name);
    const texts = [...records.flatMap((row) => [row.title, row.factSummary]), ...rows.attachments.map((row) => row.title), ...rows.disclosureBases.map((row) => row.reason)];
    expect(texts.filter((text) => /\d{11}/.test(text) || names.some((name) => text.includes(name)))).toEqual([]);
  });

  it("know every state, severity, source and field, and stop what was withdrawn or repaired with a day and a reason", () => {
    const known = (values: readonly string[]): string[] => [...new Set(values)].sort();
    expect(known(rows.dishonestyRecords.map((row) => row.disclosureState))).toEqual(["NOT_PUBLIC", "PUBLISHED", "REPAIRED", "UNDER_DISCLOSURE_REVIEW", "WITHDRAWN"]);
    expect(known(rows.dishonestyRecords.map((row) => row.severity))).toEqual(["GENERAL", "MINOR", "SERIOUS"]);
    expect(known(rows.dishonestyRecords.map((row) => row.field)).length).toBe(7);
    expect(known(rows.violationRecords.map((row) => row.conduct)).length).toBe(5);
    for (const row of records) expect([row.stoppedOn !== null, row.stopReason !== null], row.recordNo).toEqual(Array(2).fill(row.disclosureState === "REPAIRED" || row.disclosureState === "WITHDRAWN"));
  });

  it("have valid codes for whom the graph knows by the record only", () => {
    const others = rows.violationRecords.filter((row) => row.subjectKind !== "ENTERPRISE");
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter((row) => !isUscc(row.subjectUscc) || !row.subjectUscc.slice(8).startsWith("XXX"))).toEqual([]);
    expect(others.filter((row) => (row.subjectKind === "SOLE_TRADER") !== row.subjectUscc.startsWith("92"))).toEqual([]);
  });

  it("name a tender only where its bids are opened and the violator offered in it", () => {
    const inTenders = rows.violationRecords.filter((row) => row.tenderId !== null);
    expect(inTenders.length).toBeGreaterThan(0);
    for (const row of inTenders) {
      expect(rows.tenders.find(({ id }) => id === row.tenderId)!.openedAt).not.toBeNull();
      expect(rows.bids.some((bid) => bid.tenderId === row.tenderId && bid.supplierUscc === row.subjectUscc)).toBe(true);
    }
  });
});

describe("Records of officials", () => {
  it("are with the body that manages the person, in its division", () => {
    for (const row of [...rows.officialDishonestyRecords, ...rows.recordResponsibilities]) {
      const official = officials.get(row.officialId)!;
      expect([row.managingOrganizationId, row.divisionCode], row.recordNo).toEqual([official.managingOrganizationId, organizations.get(official.managingOrganizationId)!.divisionCode]);
    }
  });

  it("hold nobody to account for what was decided before the person took the post", () => {
    const early = rows.recordResponsibilities.filter((row) => row.heldFrom > dishonesty.get(row.dishonestyRecordId)!.issuedOn);
    expect(early.map((row) => row.recordNo)).toEqual([]);
  });

  it("lead to a public record of the same act where a list of debtors publishes it, and nowhere else", () => {
    for (const row of rows.officialDishonestyRecords) {
      const published = row.publishedRecordId === null ? null : dishonesty.get(row.publishedRecordId)!;
      if (published) expect([row.sourceKind, published.issuedOn, published.subjectName]).toEqual(["ENFORCEMENT_DEFAULT", row.issuedOn, officials.get(row.officialId)!.name]);
    }
    const published = new Set(rows.officialDishonestyRecords.map((row) => row.publishedRecordId));
    expect(rows.dishonestyRecords.filter((row) => row.subjectKind === "OFFICIAL" && !published.has(row.id))).toEqual([]);
  });
});

describe("Landmarks of integrity", () => {
  it("are rows of their types", () => {
    expect(Object.values(landmarks.dishonestyRecords).filter(({ id }) => !dishonesty.has(id))).toEqual([]);
    expect(Object.values(landmarks.violationRecords).filter(({ id }) => !violations.has(id))).toEqual([]);
    const ids = new Set([...rows.officialDishonestyRecords, ...rows.recordResponsibilities, ...rows.attachments].map((row) => row.id));
    expect([landmarks.officialDishonestyRecords, landmarks.recordResponsibilities, landmarks.attachments].flatMap((all) => Object.values(all)).filter(({ id }) => !ids.has(id))).toEqual([]);
  });

  it("have the days that they say", () => {
    const of = (name: keyof typeof landmarks.dishonestyRecords) => dishonesty.get(landmarks.dishonestyRecords[name].id);
    expect(of("lastDay")).toMatchObject({ severity: "GENERAL", disclosureState: "PUBLISHED", documentDate: "2025-11-25" });
    expect(of("notYet")).toMatchObject({ disclosureState: "PUBLISHED", displayFrom: "2099-01-01" });
    expect(of("undated")).toMatchObject({ disclosureState: "PUBLISHED", documentDate: null });
    expect(of("minor")).toMatchObject({ severity: "MINOR", disclosureState: "PUBLISHED" });
    expect(rows.attachments.filter((row) => (row.dishonestyRecordId === null) === (row.violationRecordId === null)).map((row) => row.id)).toEqual([landmarks.attachments.ofNothing.id]);
  });
});
