import { bodyFinder, type Body } from "./bodies.ts";
import { addDays, chanceOf, uuidOf } from "./chance.ts";
import { sourceOf, type DishonestyRow } from "./dishonesty.ts";
import { officialDishonestyStories, publishedName, responsibilityStories, type OfficialDishonestySpec } from "./dishonesty-stories.ts";
import { decisionNo, findings, type DishonestySource, type IntegrityField } from "./dishonesty-texts.ts";
import { displayByChance, published } from "./display-specs.ts";
import { envelopeOf } from "./envelopes.ts";
import type { OfficialRow } from "./officials.ts";

/** What officials did, by kind of decision; a person has no arrears of a body and no promise of a government to break. */
const titles: Partial<Readonly<Record<DishonestySource, string>>> = {
  ENFORCEMENT_DEFAULT: "未履行生效法律文书确定的义务",
  DISCIPLINE: "违反工作纪律受到处分",
  ACCOUNTABILITY: "因履行职责不力被问责",
};
const kinds: readonly DishonestySource[] = ["ENFORCEMENT_DEFAULT", "DISCIPLINE", "DISCIPLINE", "ACCOUNTABILITY"];
const fields: readonly IntegrityField[] = ["PROCUREMENT", "BIDDING", "INVESTMENT", "OTHER", "OTHER"];

/** The facts as they were served; what a court's list says is said once. */
const facts = (kind: DishonestySource): string => (kind === "ENFORCEMENT_DEFAULT" ? findings[kind] : `${titles[kind]!}。${findings[kind]}`);

/** What officials did: the stories, and one for every eighth official or so. Only a court's list of debtors is published with their names. */
export function officialDishonestySpecs(officials: readonly OfficialRow[]): readonly OfficialDishonestySpec[] {
  const told = new Set(Object.values(officialDishonestyStories).map((spec) => spec.official));
  const generated = officials.filter(({ id }) => !told.has(id)).flatMap((official): OfficialDishonestySpec[] => {
    const name = `official-dishonesty/${official.id}`;
    const chance = chanceOf(name);
    if (!chance.percent(12)) return [];
    const sourceKind = chance.pick(kinds);
    const issuedOn = chance.day(official.validFrom, "2026-11-10");
    const isPublic = sourceKind === "ENFORCEMENT_DEFAULT" && official.isLeading;
    return [{ name, official: official.id, sourceKind, field: sourceKind === "ENFORCEMENT_DEFAULT" ? "OTHER" : chance.pick(fields), issuedOn, public: isPublic ? published("SERIOUS", issuedOn) : null }];
  });
  return [...Object.values(officialDishonestyStories), ...generated];
}

/** Rows of OfficialDishonestyRecord. */
export function officialDishonestyRows(bodies: readonly Body[], officials: readonly OfficialRow[], specs: readonly OfficialDishonestySpec[]) {
  const find = bodyFinder(bodies);
  const byId = new Map(officials.map((official) => [official.id, official]));
  const bodyById = new Map(bodies.map((body) => [body.id, body]));
  return specs.map((spec) => {
    const official = byId.get(spec.official)!;
    const managing = bodyById.get(official.managingOrganizationId)!;
    const source = sourceOf(spec.sourceKind, managing, find);
    const chance = chanceOf(`${spec.name}/row`);
    return {
      ...envelopeOf("ODR", spec.name, {
        sourceOrganizationId: source.id,
        sourceSystem: "公务员管理信息系统",
        documentNo: decisionNo(spec.sourceKind, spec.issuedOn.slice(0, 4), chance.whole(1, 900)),
        documentDate: spec.issuedOn,
        validFrom: spec.issuedOn,
      }),
      officialId: official.id,
      managingOrganizationId: managing.id,
      divisionCode: managing.division.code,
      title: titles[spec.sourceKind]!,
      sourceKind: spec.sourceKind,
      field: spec.field,
      severity: spec.public?.severity ?? displayByChance(chance).severity,
      issuingOrganizationName: source.name,
      issuedOn: spec.issuedOn,
      servedOn: addDays(spec.issuedOn, chance.whole(1, 10)),
      factSummary: facts(spec.sourceKind),
      factFull: `${facts(spec.sourceKind)}案卷演示-${chance.digits(6)}，含他人反映材料。`,
      publishedRecordId: spec.public === null ? null : uuidOf(publishedName(spec)),
    };
  });
}

interface Responsibility {
  readonly name: string;
  readonly record: string;
  readonly official: OfficialRow;
  readonly role: "DIRECT" | "IN_CHARGE" | "LEADERSHIP";
}

/** Rows of RecordResponsibility: the stories, and the head and one more for every third record about a body whose officials are known. */
export function responsibilityRows(bodies: readonly Body[], officials: readonly OfficialRow[], records: readonly DishonestyRow[]) {
  const bodyById = new Map(bodies.map((body) => [body.id, body]));
  const byId = new Map(officials.map((official) => [official.id, official]));
  const staff = Map.groupBy(officials, (official) => official.organizationId);
  const told = Object.values(responsibilityStories).map((spec): Responsibility => ({ ...spec, record: uuidOf(spec.record), official: byId.get(spec.official)! }));
  const generated = records.flatMap((record): Responsibility[] => {
    const name = `responsibility/${record.id}`;
    const chance = chanceOf(name);
    // Who held a post on the day of the decision; who came later does not answer for it.
    const present = (staff.get(record.subjectOrganizationId) ?? []).filter((official) => official.validFrom <= record.issuedOn);
    const heads = present.filter((official) => official.isLeading);
    const others = present.filter((official) => !official.isLeading);
    if (!chance.percent(35)) return [];
    return [
      ...heads.slice(0, 1).map((official): Responsibility => ({ name: `${name}/head`, record: record.id, official, role: "LEADERSHIP" })),
      ...others.slice(0, 1).map((official): Responsibility => ({ name: `${name}/direct`, record: record.id, official, role: "DIRECT" })),
    ];
  });
  return [...told, ...generated].map(({ name, record, official, role }) => ({
    ...envelopeOf("RSP", name, { sourceOrganizationId: official.managingOrganizationId, sourceSystem: "公务员管理信息系统" }),
    dishonestyRecordId: record,
    officialId: official.id,
    role,
    postTitle: official.postTitle,
    heldFrom: official.validFrom,
    heldTo: null,
    managingOrganizationId: official.managingOrganizationId,
    divisionCode: bodyById.get(official.managingOrganizationId)!.division.code,
  }));
}
