import { bodyFinder, type Body } from "./bodies.ts";
import { chanceOf, uuidOf, yuan, type Chance } from "./chance.ts";
import { decisionNo, acts, fieldsOf, findings, type DishonestySource, type IntegrityField } from "./dishonesty-texts.ts";
import { catalogItems, collectionOf, displayByChance, displayFields, type CollectionState, type DisplaySpec } from "./display-specs.ts";
import { dishonestyStories, publishedName, type DishonestySpec, type OfficialDishonestySpec } from "./dishonesty-stories.ts";
import { basisName } from "./disclosure-bases.ts";
import { envelopeOf } from "./envelopes.ts";
import type { OfficialRow } from "./officials.ts";

const sourceKinds: readonly DishonestySource[] = ["JUDGMENT", "PENALTY", "ACCOUNTABILITY", "CONTRACT_DEFAULT", "CONTRACT_DEFAULT", "ARREARS", "ENFORCEMENT_DEFAULT"];
const perBody = 4;

/** What bodies did: the stories, and some for each body that has a field of its own. */
export function dishonestySpecs(bodies: readonly Body[]): readonly DishonestySpec[] {
  const withDepartments = new Set(bodies.filter((body) => body.duty === "personnel").map((body) => body.division.code));
  const generated = bodies
    .filter((body) => withDepartments.has(body.division.code) && fieldsOf[body.duty] !== undefined)
    .flatMap((body) => Array.from({ length: perBody }, (_, place): DishonestySpec => {
      const name = `dishonesty/${body.division.code}/${body.duty}/${place}`;
      const chance = chanceOf(name);
      return { name, divisionCode: body.division.code, duty: body.duty, sourceKind: chance.pick(sourceKinds), field: chance.pick(fieldsOf[body.duty]!), display: displayByChance(chance) };
    }));
  return [...Object.values(dishonestyStories), ...generated];
}

type Finder = ReturnType<typeof bodyFinder>;

/** The body whose decision it is: the court's are the high court's, a breach is found by the lead one level above, all else stays in the division. */
export function sourceOf(kind: DishonestySource, about: Body, find: Finder): Body {
  const { division } = about;
  const above = division.parentCode ?? division.code;
  if (kind === "JUDGMENT" || kind === "ENFORCEMENT_DEFAULT") return find("510000", "highCourt");
  if (kind === "CONTRACT_DEFAULT") return find(about.duty === "developmentReform" || about.duty === "government" ? above : division.code, "developmentReform");
  if (kind === "ACCOUNTABILITY" || kind === "DISCIPLINE") return find(division.code, "supervision");
  return find(about.duty === "audit" ? above : division.code, "audit");
}

/** The day of the decision: that of the document; where that was not delivered, some time before the display. */
const issuedOn = ({ documentDate, displayFrom }: DisplaySpec): string => documentDate ?? displayFrom!;

const lossAmount = (chance: Chance): string | null => (chance.percent(70) ? yuan(chance.whole(5, 900) * 10_000) : null);

/** What every dishonesty record says of its decision, whether it is about a body or an official. */
function decisionOf(name: string, kind: DishonestySource, source: Body, display: DisplaySpec, collection: CollectionState) {
  const day = issuedOn(display);
  return {
    ...envelopeOf("DIS", name, {
      sourceOrganizationId: source.id,
      sourceSystem: source.duty === "highCourt" ? "执行信息公开系统" : "政务诚信管理系统",
      documentNo: decisionNo(kind, day.slice(0, 4), chanceOf(`${name}/document`).whole(1, 900)),
      validFrom: day,
      ...(display.documentDate === null ? {} : { documentDate: display.documentDate }),
    }),
    sourceKind: kind,
    issuingOrganizationName: source.name,
    issuedOn: day,
    collectionState: collection,
    ...displayFields(catalogItems.dishonesty, display),
  };
}

/** Rows of DishonestyRecord about bodies. */
export function dishonestyRows(bodies: readonly Body[], specs: readonly DishonestySpec[]) {
  const find = bodyFinder(bodies);
  return specs.map((spec) => {
    const about = find(spec.divisionCode, spec.duty);
    const source = spec.suppliedBy ? find(...spec.suppliedBy) : sourceOf(spec.sourceKind, about, find);
    const chance = chanceOf(`${spec.name}/row`);
    const act = chance.pick(acts[spec.field]);
    return {
      ...decisionOf(spec.name, spec.sourceKind, source, spec.display, spec.collection ?? collectionOf(spec.display, chanceOf(`${spec.name}/collection`))),
      title: `${about.name}${act.title}`,
      subjectKind: "ORGANIZATION" as const,
      subjectName: about.name,
      subjectPost: null,
      subjectOrganizationId: about.id,
      divisionCode: about.division.code,
      field: spec.field,
      factSummary: act.facts + findings[spec.sourceKind],
      disclosureBasisId: null,
      lossAmount: lossAmount(chance),
      factFull: fullFacts(act.facts, spec.sourceKind, spec.field, chance),
      socialImpact: chance.pick(["LOW", "MEDIUM", "HIGH"] as const),
    };
  });
}

/** The facts with what is not for publication: how many firms, and what the files of the case say. */
const fullFacts = (facts: string, kind: DishonestySource, field: IntegrityField, chance: Chance): string =>
  `${facts}${findings[kind]}涉及${field === "OTHER" || field === "TOWNSHIP" ? "申请事项" : "合同"}${chance.whole(1, 9)}件，案卷演示-${chance.digits(6)}，相关企业经营情况见附件。`;

/** Rows of DishonestyRecord about officials: only those that a decision to publish lets be public. */
export function publishedOfficialRows(bodies: readonly Body[], officials: readonly OfficialRow[], specs: readonly OfficialDishonestySpec[]) {
  const find = bodyFinder(bodies);
  const byId = new Map(officials.map((official) => [official.id, official]));
  const bodyById = new Map(bodies.map((body) => [body.id, body]));
  return specs.flatMap((spec) => {
    if (spec.public === null) return [];
    const official = byId.get(spec.official)!;
    const body = bodyById.get(official.organizationId)!;
    const name = publishedName(spec);
    return [{
      ...decisionOf(name, spec.sourceKind, sourceOf(spec.sourceKind, body, find), spec.public, "ACCEPTED"),
      title: "未履行生效法律文书确定的义务",
      subjectKind: "OFFICIAL" as const,
      subjectName: official.name,
      subjectPost: body.name + official.postTitle,
      subjectOrganizationId: null,
      divisionCode: bodyById.get(official.managingOrganizationId)!.division.code,
      field: spec.field,
      factSummary: findings[spec.sourceKind],
      disclosureBasisId: uuidOf(basisName(name)),
      lossAmount: null,
      factFull: `${findings[spec.sourceKind]}案卷演示-${chanceOf(`${name}/file`).digits(6)}。`,
      socialImpact: null,
    }];
  });
}

export type DishonestyRow = ReturnType<typeof dishonestyRows>[number];
export type PublishedOfficialRow = ReturnType<typeof publishedOfficialRows>[number];
