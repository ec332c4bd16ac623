import { describe, expect, it } from "vitest";
import { declared } from "../../src/domains/all.ts";
import { dataset } from "../../src/exchange/demonstration/dataset.ts";
import { directory } from "../../src/exchange/demonstration/personas.ts";
import * as landmarks from "../../src/exchange/demonstration/landmarks.ts";

const rows = dataset();
const codes = new Set(rows.divisions.map((division) => division.code));
const bodies = [...rows.governments, ...rows.departments, ...rows.institutions];
const organizations = new Map([...bodies, ...rows.enterprises].map((row) => [row.id, row]));
const posts = new Map(rows.posts.map((row) => [row.id, row]));
const officials = new Map(rows.officials.map((row) => [row.id, row]));
const projects = new Map(rows.projects.map((row) => [row.id, row]));
const tenders = new Map(rows.tenders.map((row) => [row.id, row]));
const bidsOf = (tenderId: string) => rows.bids.filter((bid) => bid.tenderId === tenderId);

describe("Landmarks", () => {
  it("bodies are the rows that they say", () => {
    for (const [name, body] of Object.entries(landmarks.bodies)) {
      expect({ uscc: organizations.get(body.id)?.uscc, divisionCode: organizations.get(body.id)?.divisionCode }, name).toEqual({ uscc: body.uscc, divisionCode: body.divisionCode });
    }
    const { abolished, countyInvestment, centralBank } = landmarks.bodies;
    expect(organizations.get(abolished.id)).toMatchObject({ status: "ABOLISHED", dissolvedOn: "2019-01-31", successorId: countyInvestment.id });
    expect(organizations.get(centralBank.id)).toMatchObject({ name: "中国人民银行四川省分行" });
    expect(rows.formerIdentities.filter((row) => row.organizationId === centralBank.id).map((row) => row.name)).toEqual(["中国人民银行成都分行"]);
  });
  it("posts, tenures and firms are the rows that they say", () => {
    const { posts: named, tenures: times, enterprises, officials: people, tenders: processes } = landmarks;
    expect(Object.values(named).map(({ id }) => posts.get(id)?.isLeading)).toEqual([true, true, false, false]);
    expect(Object.values(times).map(({ id }) => rows.tenures.find((row) => row.id === id)?.officialId)).toEqual([people.subject.id, people.colleague.id, people.elsewhere.id]);
    expect(rows.tenures.find((row) => row.id === times.colleague.id)!.postId).toBe(named.ordinary.id);
    expect(rows.tenures.filter((row) => row.officialId === people.subject.id).length).toBe(3);
    for (const { id, uscc, divisionCode } of Object.values(enterprises)) expect(organizations.get(id)).toMatchObject({ uscc, divisionCode });
    expect(bidsOf(processes.awarded.id)[0]!.supplierUscc).toBe(enterprises.winner.uscc);
    expect(rows.bids.some((bid) => bid.supplierUscc === enterprises.tenderAgency.uscc)).toBe(false);
  });
  it("divisions are the rows that they say", () => {
    expect(Object.values(landmarks.divisions).filter((code) => !codes.has(code))).toEqual([]);
    expect(bodies.filter((row) => row.divisionCode === landmarks.divisions.bareCounty).length).toBe(1);
  });
  it("officials have their stated properties", () => {
    for (const [name, official] of Object.entries(landmarks.officials)) {
      expect(officials.get(official.id), name).toMatchObject({ recordNo: official.recordNo, organizationId: official.organizationId });
    }
    const at = (key: keyof typeof landmarks.officials) => officials.get(landmarks.officials[key].id)!;
    const { countyPersonnel, otherCountyPersonnel, prefecturePersonnel } = landmarks.bodies;
    expect(["subject", "colleague", "minority", "withoutBirthDate"].map((key) => at(key as "subject").managingOrganizationId)).toEqual(Array(4).fill(countyPersonnel.id));
    expect(at("elsewhere").managingOrganizationId).toBe(otherCountyPersonnel.id);
    expect(at("countyHead")).toMatchObject({ managingOrganizationId: prefecturePersonnel.id, isLeading: true, postTitle: "区长" });
    expect(at("colleague").isLeading).toBe(false);
    expect(at("minority").ethnicity).not.toBe("汉族");
    expect(at("minority").name).toMatch(/·/);
    expect(at("withoutBirthDate")).toMatchObject({ birthDate: null, birthYear: null });
    expect(rows.officials.filter((row) => row.birthDate === null).length).toBe(1);
  });
  it("the subject has one present and one former post, the county's head one, and another head is known by the public fact only", () => {
    const held = new Map(rows.officeHolders.map((row) => [row.id, row]));
    const { subjectPresent, subjectFormer, countyHead, unlinked } = landmarks.officeHolders;
    const subject = landmarks.officials.subject.id;
    expect(rows.officeHolders.filter((row) => row.officialId === subject).map((row) => row.id).sort()).toEqual([subjectPresent.id, subjectFormer.id].sort());
    expect(held.get(subjectPresent.id)).toMatchObject({ heldTo: null, organizationId: landmarks.bodies.countyFinance.id });
    expect(held.get(subjectFormer.id)).toMatchObject({ heldTo: "2019-12-20", organizationId: landmarks.bodies.countyDevelopmentReform.id });
    expect(held.get(countyHead.id)!.officialId).toBe(landmarks.officials.countyHead.id);
    expect(held.get(unlinked.id)!.officialId).toBeNull();
  });
  it("sharing grants are of conditional fields, between bodies that are there, and stand in every way in which one can", () => {
    const types = new Map(declared.map((type) => [type.name, type]));
    const grants = new Map(rows.sharingGrants.map((row) => [row.id, row]));
    for (const [name, { id, grantNo }] of Object.entries(landmarks.sharingGrants)) expect(grants.get(id)?.grantNo, name).toBe(grantNo);
    for (const row of rows.sharingGrants) {
      expect([organizations.has(row.requesterId), organizations.has(row.providerId), codes.has(row.scopeDivisionCode)], row.grantNo).toEqual([true, true, true]);
      expect(rows.legalBases.map(({ citation: each }) => each)).toContain(row.basisCitation);
      for (const [type, field] of row.fields.map((coordinate) => coordinate.split("."))) expect([row.items.includes(type!), types.get(type!)?.fields[field!]?.class], `${type}.${field}`).toEqual([true, "conditional"]);
      const isDecided = row.state !== "REQUESTED";
      expect([row.decidedOn !== null, row.decisionReason !== null, row.decidedBy !== null], row.grantNo).toEqual([isDecided, isDecided, isDecided]);
    }
    const { audit, suspended, expired, refused, requested, appointment, enforcement } = landmarks.sharingGrants;
    const inForce = rows.sharingGrants.filter((row) => row.state === "ACTIVE" && row.validFrom! <= "2026-11-25" && "2026-11-25" <= row.validTo!).map(({ id }) => id);
    expect(inForce.sort()).toEqual([audit.id, appointment.id, enforcement.id].sort());
    expect([suspended, expired, refused, requested].map(({ id }) => grants.get(id)!.state)).toEqual(["SUSPENDED", "ACTIVE", "REFUSED", "REQUESTED"]);
    expect(grants.get(audit.id)).toMatchObject({ requesterId: directory.department.body, providerId: landmarks.bodies.countyPersonnel.id, purpose: "AUDIT", scopeDivisionCode: landmarks.divisions.county, dailyQuota: 1000 });
    expect([appointment, enforcement].map(({ id }) => grants.get(id)!.requesterId)).toEqual([directory.otherPersonnel.body, directory.court.body]);
  });
  it("looks into closed data are of November 2026 before the 21st, with an entry for each person, one of them hidden", () => {
    const events = new Map(rows.accessEvents.map((row) => [row.id, row]));
    expect(rows.accessEvents.filter(({ recordedAt }) => recordedAt.toISOString() < "2026-11-01" || recordedAt.toISOString() >= "2026-11-21")).toEqual([]);
    for (const row of rows.accessEvents) expect(rows.accessLogEntries.filter((entry) => entry.accessEventId === row.id).length, row.id).toBe(row.subjectCount);
    for (const entry of rows.accessLogEntries) {
      const { recordedAt, audience, organizationId, purpose, coordinates, hidden } = entry;
      expect(events.get(entry.accessEventId), entry.id).toMatchObject({ recordedAt, audience, organizationId, purpose, coordinates, hidden, outcome: "DELIVERED" });
      expect(officials.has(entry.officialId), entry.id).toBe(true);
    }
    const { subject, subjectHidden, colleague } = landmarks.accessLogEntries;
    const told = (officialId: string) => rows.accessLogEntries.filter((entry) => entry.officialId === officialId).map(({ id, hidden }) => [id, hidden]);
    expect(told(landmarks.officials.subject.id)).toEqual([[subject.id, false], [subjectHidden.id, true]]);
    expect(told(landmarks.officials.colleague.id)).toEqual([[colleague.id, false]]);
    const { refused, empty, granted } = landmarks.accessEvents;
    expect([refused, empty].map(({ id }) => events.get(id)!.outcome)).toEqual(["REFUSED", "EMPTY"]);
    expect(events.get(granted.id)!.grantNos).toEqual([landmarks.sharingGrants.audit.grantNo]);
  });
  it("projects and tenders have their stated properties", () => {
    for (const [name, project] of Object.entries(landmarks.projects)) expect(projects.get(project.id), name).toMatchObject({ code: project.code, name: project.name });
    const at = (key: keyof typeof landmarks.tenders) => tenders.get(landmarks.tenders[key].id)!;
    for (const [name, tender] of Object.entries(landmarks.tenders)) {
      expect(tenders.get(tender.id)?.tenderNo, name).toBe(tender.tenderNo);
      expect(bidsOf(tender.id).map((bid) => bid.id), name).toEqual(tender.bids);
    }
    expect(at("awarded")).toMatchObject({ method: "OPEN", status: "AWARDED" });
    expect(bidsOf(landmarks.tenders.awarded.id)[0]!.status).toBe("WON");
    expect(at("overdue")).toMatchObject({ method: "OPEN", status: "BIDDING", openedAt: null });
    expect(at("overdue").bidsDueAt!.toISOString()).toBe("2026-05-20T02:00:00.000Z");
    expect(at("receiving")).toMatchObject({ status: "BIDDING", openedAt: null });
    expect(at("failed")).toMatchObject({ status: "FAILED", openedAt: null });
    expect(at("failed").bidsDueAt).not.toBeNull();
    expect(at("invited")).toMatchObject({ method: "INVITED", status: "OPENED" });
    expect(at("negotiation")).toMatchObject({ method: "NEGOTIATION", status: "OPENED" });
    expect(at("noticed").bidsDueAt).toBeNull();
    expect(["awarded", "overdue", "receiving", "failed", "invited", "negotiation"].filter((key) => landmarks.tenders[key as "awarded"].bids.length < 2)).toEqual([]);
  });
});
