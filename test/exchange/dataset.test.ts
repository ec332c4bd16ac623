import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { citation } from "../../src/catalog/basis.ts";
import { declared } from "../../src/domains/all.ts";
import { isIdentityNumber, isUscc } from "../../src/catalog/check-digits.ts";
import { unusedAreaCode } from "../../src/exchange/demonstration/codes.ts";
import { dataset } from "../../src/exchange/demonstration/dataset.ts";
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
        "catalogItems": 70,
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
        "dutyCrimeRecords": 3,
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
        "policyChanges": 2,
        "posts": 680,
        "privacyImpactAssessments": 5,
        "projects": 72,
        "publicationChannels": 5,
        "recordResponsibilities": 154,
        "regulations": 8,
        "retentionRules": 15,
        "retentionRuns": 3,
        "securityIncidents": 4,
        "sharingGrantDeadlines": 2,
        "sharingGrantSteps": 2,
        "sharingGrants": 7,
        "subjectRequests": 4,
        "tenders": 124,
        "tenures": 443,
        "thresholds": 118,
        "violationRecordDeadlines": 1,
        "violationRecordSteps": 1,
        "violationRecords": 151,
      }
    `);
    expect(createHash("sha256").update(JSON.stringify({ ...rows, legalBases: [], catalogItems: [], displayPeriods: [], calendarDays: [], thresholds: [], maskingRules: [], measures: [] })).digest("hex")).toMatchInlineSnapshot(`"fb74d4fa76aa7d0f9fe9749e5d1df82539842e1a072af4a12d34e1698b892541"`);
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
