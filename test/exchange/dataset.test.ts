import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { citation } from "../../src/catalog/basis.ts";
import { declared } from "../../src/domains/all.ts";
import { isIdentityNumber, isUscc } from "../../src/catalog/check-digits.ts";
import { unusedAreaCode } from "../../src/exchange/demonstration/codes.ts";
import { dataset } from "../../src/exchange/demonstration/dataset.ts";
import { directory } from "../../src/exchange/demonstration/personas.ts";
import * as landmarks from "../../src/exchange/demonstration/landmarks.ts";

const rows = dataset();
const codes = new Set(rows.divisions.map((division) => division.code));
const today = rows.divisions.filter((division) => division.validTo === null);
const bodies = [...rows.governments, ...rows.departments, ...rows.institutions];
const organizations = new Map([...bodies, ...rows.enterprises].map((row) => [row.id, row]));
const posts = new Map(rows.posts.map((row) => [row.id, row]));
const officials = new Map(rows.officials.map((row) => [row.id, row]));
const projects = new Map(rows.projects.map((row) => [row.id, row]));
const tenders = new Map(rows.tenders.map((row) => [row.id, row]));
const bidsOf = (tenderId: string) => rows.bids.filter((bid) => bid.tenderId === tenderId);
const countBy = <T>(list: readonly T[], key: (each: T) => string): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(list, key)].map(([name, { length }]) => [name, length]));

describe("The divisions", () => {
  it("are Sichuan's 3,306: by level, and the townships by the last character of their names", () => {
    expect(countBy(today, (division) => division.level)).toEqual({ PROVINCE: 1, PREFECTURE: 21, COUNTY: 183, TOWNSHIP: 3101 });
    expect(countBy(today.filter((division) => division.level === "TOWNSHIP"), (division) => division.name.at(-1)!)).toEqual({ 道: 459, 镇: 2016, 乡: 626 });
  });
  it("form one tree", () => {
    expect(rows.divisions.filter((division) => division.parentCode === null).map((division) => division.code)).toEqual(["510000"]);
    expect(rows.divisions.filter((division) => division.parentCode !== null && !codes.has(division.parentCode))).toEqual([]);
  });
  it("of former days lead to one of today that begins on the day after, and say what they rest on", () => {
    const former = rows.divisions.filter((division) => division.validTo !== null);
    expect(former.length).toBe(14);
    const successors = former.map((division) => today.find(({ code }) => code === division.successorCode));
    expect(successors.map((division, place) => Date.parse(division!.validFrom!) - Date.parse(former[place]!.validTo))).toEqual(former.map(() => 86_400_000));
    expect(former.filter((division) => division.sourceNote === null)).toEqual([]);
    expect(today.filter((division) => division.successorCode !== null)).toEqual([]);
    expect(former.find((division) => division.code === landmarks.divisions.former)).toMatchObject({ name: "简阳市", successorCode: "510185" });
  });
});

describe("The synthetic rows", () => {
  const perEntity = Object.entries(rows);
  it.each(perEntity)("%s: identifiers and record numbers are unique", (_, list) => {
    expect(new Set(list.map((row) => row.id)).size).toBe(list.length);
    const numbers = list.flatMap((row) => ("recordNo" in row ? [row.recordNo] : []));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
  it("have valid codes, each once, that are marked as demonstration ones", () => {
    const uscc = bodies.map((row) => row.uscc);
    const former = rows.formerIdentities.flatMap((row) => row.uscc ?? []);
    const all = [...uscc, ...rows.enterprises.map((row) => row.uscc), ...former];
    expect(all.filter((code) => !isUscc(code) || !code.slice(8).startsWith("XXX"))).toEqual([]);
    expect(new Set(all.map((code) => code.slice(8, 17))).size).toBe(all.length);
    expect(all.filter((code) => code.startsWith("92"))).toEqual([]);
    const firms = new Set(rows.enterprises.map((row) => `${row.uscc} ${row.name}`));
    expect(rows.bids.filter((bid) => !firms.has(`${bid.supplierUscc} ${bid.supplierName}`))).toEqual([]);
    expect(rows.projects.filter((row) => !/^20\d\d-51\d{4}-\d\d-01-99\d{4}$/.test(row.code))).toEqual([]);
    expect(new Set(rows.projects.map((row) => row.code)).size).toBe(rows.projects.length);
    expect(new Set(rows.tenders.map((row) => row.tenderNo)).size).toBe(rows.tenders.length);
  });
  it("have valid identity numbers of an area that does not exist, which agree with birth and gender", () => {
    const numbers = rows.officials.map((row) => row.idNumber);
    expect(numbers.filter((number) => !isIdentityNumber(number) || !number.startsWith(unusedAreaCode))).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(rows.officials.filter((row) => row.birthDate !== null && row.idNumber.slice(6, 14) !== row.birthDate.replaceAll("-", ""))).toEqual([]);
    expect(rows.officials.filter((row) => (Number(row.idNumber[16]) % 2 === 1) !== (row.gender === "MALE"))).toEqual([]);
    expect([...codes].some((code) => code.startsWith(unusedAreaCode))).toBe(false);
  });
  it("have telephones that no network gives out and money as decimal strings", () => {
    expect([...rows.officials.map((row) => row.phone), ...rows.bids.map((row) => row.contactPhone)].filter((phone) => !/^100\d{8}$/.test(phone))).toEqual([]);
    const money = [
      ...rows.projects.map((row) => row.investment), ...rows.tenders.flatMap((row) => [row.budget, row.ceilingPrice, row.basePrice ?? "0.00"]),
      ...rows.bids.map((row) => row.price), ...rows.debtLimits.map((row) => row.amount), ...rows.debtBalances.map((row) => row.amount),
    ];
    expect(money.filter((amount) => !/^\d{1,16}\.\d\d$/.test(amount))).toEqual([]);
  });
  it("refer to rows that are there", () => {
    const missing = <T>(list: readonly T[], key: (row: T) => string | null, present: { has(key: string): boolean }): number =>
      list.filter((row) => { const value = key(row); return value !== null && !present.has(value); }).length;
    const enveloped = [bodies, rows.enterprises, rows.formerIdentities, rows.posts, rows.tenures, rows.officials, rows.officeHolders, rows.projects, rows.tenders, rows.bids, rows.debtLimits, rows.debtBalances, rows.lots, rows.notices, rows.awards, rows.contracts, rows.acceptances, rows.payments, rows.arrearsRecords, rows.arrearsTotals].flat();
    expect({
      source: missing(enveloped, (row) => row.sourceOrganizationId, organizations),
      division: missing(bodies, (row) => row.divisionCode, codes),
      parent: missing(bodies, (row) => row.parentId, organizations),
      successor: missing(bodies, (row) => row.successorId, organizations),
      governed: missing(rows.governments, (row) => row.governedCode, codes),
      government: missing(rows.departments, (row) => row.governmentId, organizations),
      sponsor: missing(rows.institutions, (row) => row.sponsorId, organizations),
      seat: missing(rows.enterprises, (row) => row.divisionCode, codes),
      renamed: missing(rows.formerIdentities, (row) => row.organizationId, organizations),
      post: missing([...rows.officeHolders, ...rows.tenures], (row) => row.postId, posts),
      holder: missing(rows.tenures, (row) => row.officialId, officials),
      workplace: missing(rows.officials, (row) => row.organizationId, organizations),
      managing: missing(rows.officials, (row) => row.managingOrganizationId, organizations),
      office: missing(rows.officeHolders, (row) => row.organizationId, organizations),
      official: missing(rows.officeHolders, (row) => row.officialId, officials),
      owner: missing(rows.projects, (row) => row.ownerId, organizations),
      place: missing(rows.projects, (row) => row.divisionCode, codes),
      project: missing(rows.tenders, (row) => row.projectId, projects),
      tenderer: missing(rows.tenders, (row) => row.tendererId, organizations),
      tender: missing(rows.bids, (row) => row.tenderId, tenders),
      debtor: missing([...rows.debtLimits, ...rows.debtBalances], (row) => row.divisionCode, codes),
    }).toEqual(Object.fromEntries(
      "source division parent successor governed government sponsor seat renamed post holder workplace managing office official owner place project tenderer tender debtor".split(" ").map((name) => [name, 0]),
    ));
  });
  it("let governments be stored before departments, and divisions in their order", () => {
    const governments = new Set(rows.governments.map((row) => row.id));
    expect(rows.governments.filter((row) => [row.parentId, row.sourceOrganizationId].some((id) => id !== null && !governments.has(id)))).toEqual([]);
    const seen = new Set<string | null>([null]);
    expect(rows.divisions.filter((division) => !seen.has(division.parentCode) || !seen.add(division.code))).toEqual([]);
  });
  it("are the same each time, and adding to them is a decision that shows here", () => {
    expect(JSON.stringify(dataset())).toBe(JSON.stringify(rows));
    expect(Object.fromEntries(perEntity.map(([name, list]) => [name, list.length]))).toMatchInlineSnapshot(`
      {
        "acceptances": 44,
        "accessEvents": 6,
        "accessLogEntries": 5,
        "arrearsRecords": 47,
        "arrearsTotals": 52,
        "attachments": 329,
        "awards": 62,
        "bids": 361,
        "bondTranches": 64,
        "bonds": 18,
        "calendarDays": 108,
        "catalogItems": 69,
        "clients": 18,
        "contracts": 61,
        "debtBalances": 1230,
        "debtLimits": 1230,
        "debtRiskAssessments": 612,
        "debtServiceDues": 757,
        "deliveries": 3,
        "deliveryFaults": 5,
        "departments": 80,
        "disclosureBases": 9,
        "disclosureDuties": 868,
        "disclosureNotices": 1,
        "dishonestyRecordDeadlines": 6,
        "dishonestyRecordSteps": 6,
        "dishonestyRecords": 378,
        "displayPeriods": 18,
        "divisions": 3320,
        "enterprises": 54,
        "formerIdentities": 28,
        "fundUses": 76,
        "governmentCreditRatings": 174,
        "governments": 205,
        "institutions": 11,
        "legalBases": 131,
        "lots": 70,
        "maskingRules": 12,
        "measures": 18,
        "notices": 432,
        "officeHolders": 417,
        "officialDishonestyRecords": 59,
        "officials": 440,
        "payments": 241,
        "posts": 680,
        "privacyImpactAssessments": 5,
        "projects": 72,
        "publicationChannels": 5,
        "recordResponsibilities": 154,
        "regulations": 8,
        "retentionRules": 15,
        "retentionRuns": 3,
        "securityIncidents": 4,
        "sharingGrants": 7,
        "subjectRequests": 4,
        "tenders": 124,
        "tenures": 443,
        "thresholds": 118,
        "violationRecords": 150,
      }
    `);
    expect(createHash("sha256").update(JSON.stringify({ ...rows, legalBases: [], catalogItems: [], displayPeriods: [], calendarDays: [], thresholds: [], maskingRules: [], measures: [] })).digest("hex")).toMatchInlineSnapshot(`"d328b7a339d0cbbc5107eacd4500f3a7a122addf2ee308ff34b94bed41bd3995"`);
  });
});

describe("Governments and their people", () => {
  it("every division above the townships has one government, under the one above", () => {
    expect(countBy(rows.governments, (row) => row.level)).toEqual({ PROVINCE: 1, PREFECTURE: 21, COUNTY: 183 });
    expect(new Set(rows.governments.map((row) => row.governedCode)).size).toBe(205);
    const parentCode = new Map(rows.divisions.map((division) => [division.code, division.parentCode]));
    expect(rows.governments.filter((row) => (row.parentId === null ? null : organizations.get(row.parentId)!.divisionCode) !== parentCode.get(row.divisionCode))).toEqual([]);
  });
  it("a county with officials has forty, of whom its own personnel body manages all but the government's leaders", () => {
    const county = rows.officials.filter((row) => organizations.get(row.organizationId)!.divisionCode === landmarks.divisions.county);
    expect(countBy(county, (row) => row.managingOrganizationId)).toEqual({ [landmarks.bodies.countyPersonnel.id]: 37, [landmarks.bodies.prefecturePersonnel.id]: 3 });
  });
  it("a leading post of the present is held by the official of that name", () => {
    const linked = rows.officeHolders.filter((row) => row.officialId !== null && row.heldTo === null);
    expect(linked.length).toBe(rows.officials.filter((row) => row.isLeading).length);
    for (const row of linked) {
      const official = officials.get(row.officialId!)!;
      expect([official.name, official.postTitle, official.organizationId, official.isLeading]).toEqual([row.name, row.postTitle, row.organizationId, true]);
    }
  });
  it("nobody leaves a post before taking it, and no two hold one on the same day", () => {
    const terms = (list: readonly { readonly postId: string; readonly heldFrom: string; readonly heldTo: string | null }[]) => list;
    for (const held of [terms(rows.officeHolders), terms(rows.tenures)]) {
      expect(held.filter((row) => row.heldTo !== null && row.heldTo < row.heldFrom)).toEqual([]);
      for (const list of Map.groupBy(held, (row) => row.postId).values()) {
        const inOrder = [...list].sort((a, b) => a.heldFrom.localeCompare(b.heldFrom));
        expect(inOrder.filter((row, place) => place > 0 && row.heldFrom <= (inOrder[place - 1]!.heldTo ?? "9999"))).toEqual([]);
      }
    }
  });
  it("an office-holder's post is a leading one of that body and title, and the civil servant's tenure of it says the same", () => {
    const tenures = new Map(rows.tenures.map((row) => [`${row.officialId} ${row.postId}`, row]));
    for (const row of rows.officeHolders) {
      const { organizationId, postTitle: title, postId, officialId, heldFrom, heldTo, appointmentNo } = row;
      expect(posts.get(postId), row.recordNo).toMatchObject({ organizationId, title, isLeading: true });
      if (officialId !== null) expect(tenures.get(`${officialId} ${postId}`), row.recordNo).toMatchObject({ organizationId, postTitle: title, heldFrom, heldTo, appointmentNo });
    }
  });
  it("whoever manages an official manages the post", () => {
    for (const row of rows.tenures.filter(({ heldTo }) => heldTo === null)) {
      expect(officials.get(row.officialId), row.recordNo).toMatchObject({ managingOrganizationId: row.managingOrganizationId, organizationId: row.organizationId, postTitle: row.postTitle });
      expect(posts.get(row.postId), row.recordNo).toMatchObject({ managingOrganizationId: row.managingOrganizationId, title: row.postTitle, organizationId: row.organizationId });
    }
  });
  it("an organisation is there from the day on which it was set up to the one on which it ended", () => {
    expect([...bodies, ...rows.enterprises].filter((row) => row.validFrom !== row.foundedOn || row.validTo !== ("dissolvedOn" in row ? row.dissolvedOn : null))).toEqual([]);
  });
});

describe("Tenders and bids", () => {
  it("know every method and every status", () => {
    expect(Object.keys(countBy(rows.tenders, (row) => row.method)).sort()).toEqual(["CONSULTATION", "INQUIRY", "INVITED", "NEGOTIATION", "OPEN", "SINGLE_SOURCE"]);
    expect(Object.keys(countBy(rows.tenders, (row) => row.status)).sort()).toEqual(["AWARDED", "BIDDING", "CANCELLED", "FAILED", "NOTICED", "OPENED"]);
  });
  it("an opening is recorded for opened and awarded ones, after the planned time, and for no others", () => {
    for (const row of rows.tenders) {
      expect(row.openedAt !== null, row.tenderNo).toBe(row.status === "OPENED" || row.status === "AWARDED");
      if (row.openedAt !== null) expect(row.openedAt >= row.bidsDueAt!, row.tenderNo).toBe(true);
      if (row.bidsDueAt !== null) expect(row.bidsDueAt > row.noticedAt, row.tenderNo).toBe(true);
    }
  });
  it("bids arrive between notice and deadline, stay below the ceiling, and are scored after the opening only", () => {
    for (const bid of rows.bids) {
      const tender = tenders.get(bid.tenderId)!;
      expect(bid.receivedAt > tender.noticedAt && bid.receivedAt < tender.bidsDueAt!, bid.recordNo).toBe(true);
      expect(Number(bid.price), bid.recordNo).toBeLessThanOrEqual(Number(tender.ceilingPrice));
      expect(bid.score !== null, bid.recordNo).toBe(tender.openedAt !== null && bid.status !== "DISQUALIFIED");
      expect(bid.rejectReason !== null, bid.recordNo).toBe(bid.status === "DISQUALIFIED");
      if (tender.openedAt === null) expect(bid.status, bid.recordNo).toBe("RECEIVED");
    }
  });
  it("a competition has three to six bids, a failed one at most two, and each award one winner with the highest score", () => {
    for (const tender of rows.tenders) {
      const bids = bidsOf(tender.id);
      expect(bids.length, tender.tenderNo).toBeLessThanOrEqual(tender.status === "FAILED" ? 2 : 6);
      if (tender.openedAt !== null && tender.method !== "SINGLE_SOURCE") expect(bids.length, tender.tenderNo).toBeGreaterThanOrEqual(3);
      const won = bids.filter((bid) => bid.status === "WON");
      expect(won.length, tender.tenderNo).toBe(tender.status === "AWARDED" ? 1 : 0);
      for (const winner of won) expect(Number(winner.score), tender.tenderNo).toBe(Math.max(...bids.map((bid) => Number(bid.score ?? 0))));
    }
  });
});

describe("Debt", () => {
  const key = (row: { readonly divisionCode: string; readonly year: number; readonly kind: string }): string => `${row.divisionCode}/${row.year}/${row.kind}`;
  it("every government has limits and balances of three years and two kinds, and no balance exceeds its limit", () => {
    const limits = new Map(rows.debtLimits.map((row) => [key(row), Number(row.amount)]));
    expect(limits.size).toBe(205 * 6);
    expect(new Set(rows.debtBalances.map(key))).toEqual(new Set(limits.keys()));
    expect(rows.debtBalances.filter((row) => Number(row.amount) > limits.get(key(row))!)).toEqual([]);
  });
  it("what a division may owe covers what the divisions below may owe", () => {
    const of = (code: string) => Number(rows.debtLimits.find((row) => key(row) === `${code}/2025/SPECIAL`)!.amount);
    for (const parent of today.filter((division) => division.level === "PROVINCE" || division.level === "PREFECTURE")) {
      const below = today.filter((division) => division.parentCode === parent.code).reduce((sum, division) => sum + of(division.code), 0);
      expect(of(parent.code), parent.name).toBeGreaterThan(below);
    }
  });
});

describe("Legal bases", () => {
  it("has a row for every basis that the catalogue cites (add it to scripts/data/legal-bases.csv)", () => {
    const fields = declared.flatMap((type) => [type, ...(type.kind === "family" ? Object.values(type.members) : [])]).flatMap((type) => Object.values(type.fields));
    const cited = new Set(fields.flatMap((field) => (field.basis ? [citation(field.basis)] : [])));
    const present = new Set(rows.legalBases.map((row) => row.citation));
    expect(cited.size).toBeGreaterThan(0);
    expect([...cited].filter((each) => !present.has(each))).toEqual([]);
  });
  it("keeps one row for each citation, with dates in order", () => {
    expect(new Set(rows.legalBases.map((row) => row.citation)).size).toBe(rows.legalBases.length);
    expect(rows.legalBases.filter((row) => row.effectiveTo !== null && row.effectiveFrom !== null && row.effectiveTo < row.effectiveFrom)).toEqual([]);
  });
});

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
