import type { Body, Duty } from "../demonstration/bodies.ts";
import { chanceOf, yuan } from "../demonstration/chance.ts";
import { acts, decisionNo, fieldsOf, findings, type DishonestySource, type IntegrityField } from "../demonstration/dishonesty-texts.ts";
import { catalogItems, collectionOf, displayByChance, displayFields, type DisplaySpec } from "../demonstration/display-specs.ts";
import { seedTable } from "./seed-table.ts";
import { officialAt, type SeedOfficial } from "./seed-officials.ts";
import type { SeedWorld } from "./seed-world.ts";
import { mergedBody, storyDishonesty } from "./stories.ts";

/** What is decided about a dishonesty record. */
export interface SeedDishonesty {
  /** Number in the system of whoever decided. */
  readonly recordNo: string;
  readonly divisionCode: string;
  readonly duty: Duty;
  readonly sourceKind: DishonestySource;
  readonly field: IntegrityField;
  readonly display: DisplaySpec;
  /** What follows the body's name in the title, and the facts; what is usual in the field where a story does not say it. */
  readonly act?: { readonly title: string; readonly facts: string };
  /** Whether it is about the body that was merged into that of the duty. */
  readonly isOfMerged?: boolean;
}

const sourceKinds: readonly DishonestySource[] = ["JUDGMENT", "PENALTY", "ACCOUNTABILITY", "CONTRACT_DEFAULT", "CONTRACT_DEFAULT", "ARREARS", "ENFORCEMENT_DEFAULT"];
const duties = Object.keys(fieldsOf) as Duty[];

export function* dishonestyOf(world: SeedWorld): Iterable<SeedDishonesty> {
  yield* storyDishonesty;
  for (const { division, count } of world.dishonestyRecords) {
    for (let serial = 1; serial <= count; serial += 1) {
      const recordNo = `SX-${division.code}-${serial.toString().padStart(6, "0")}`;
      const chance = chanceOf(`seed/${recordNo}`);
      const duty = chance.pick(duties);
      yield { recordNo, divisionCode: division.code, duty, sourceKind: chance.pick(sourceKinds), field: chance.pick(fieldsOf[duty]!), display: displayByChance(chance) };
    }
  }
}

/** The body that decided: the high court's are the court's, a breach is found by the lead one level above, all else stays in the division. */
export function deciderOf(world: SeedWorld, { sourceKind, divisionCode }: Pick<SeedDishonesty, "sourceKind" | "divisionCode">): Body {
  if (sourceKind === "JUDGMENT" || sourceKind === "ENFORCEMENT_DEFAULT") return world.bodyOf("510000", "highCourt");
  if (sourceKind === "CONTRACT_DEFAULT") return world.bodyOf(world.places.of(divisionCode).parentCode ?? divisionCode, "developmentReform");
  return world.bodyOf(divisionCode, sourceKind === "ACCOUNTABILITY" || sourceKind === "DISCIPLINE" ? "supervision" : "finance");
}

/** Number that the hub gives a dishonesty record, by which other bodies name it. */
export const hubNumberOf = (world: SeedWorld, spec: SeedDishonesty): string => world.recordNoOf("dishonesty-records", deciderOf(world, spec).uscc, spec.recordNo);

/** Rows of DishonestyRecord, all about bodies. */
export const dishonestyRecords = seedTable(
  "dishonesty-records",
  [
    "title", "subjectName", "subjectOrganizationId", "divisionCode", "issuingOrganizationName", "issuedOn", "catalogItemCode", "severity", "subjectKind", "sourceKind", "field", "factSummary", "lossAmount", "factFull", "socialImpact",
    "collectionState", "disclosureState", "displayFrom", "stoppedOn", "stopReason", "sourceSystem", "sourceRecordNo", "documentNo", "documentDate", "validFrom", "sourceOrganizationId",
  ],
  {
    about: ({ sizes }) => sizes.dishonestyRecords,
    *rows(world) {
      for (const spec of dishonestyOf(world)) {
        const { recordNo, divisionCode, duty, sourceKind, field, display, isOfMerged } = spec;
        const subject = isOfMerged ? mergedBody : world.bodyOf(divisionCode, duty);
        const decider = deciderOf(world, spec);
        const chance = chanceOf(`seed/row/${recordNo}`);
        const act = spec.act ?? chance.pick(acts[field]);
        const day = display.documentDate!;
        yield {
          title: `${subject.name}${act.title}`, subjectName: subject.name, subjectOrganizationId: subject.uscc, subjectKind: "ORGANIZATION", divisionCode, sourceKind, field,
          issuingOrganizationName: decider.name,
          issuedOn: day,
          collectionState: collectionOf(display, chanceOf(`seed/collection/${recordNo}`)),
          ...displayFields(catalogItems.dishonesty, display),
          factSummary: act.facts + findings[sourceKind],
          lossAmount: chance.percent(70) ? yuan(chance.whole(5, 900) * 10_000) : null,
          factFull: `${act.facts}${findings[sourceKind]}涉及合同${chance.whole(1, 9)}件，案卷演示-${chance.digits(8)}。`,
          socialImpact: chance.pick(["LOW", "MEDIUM", "HIGH"]),
          sourceSystem: "政务诚信管理系统", sourceRecordNo: recordNo, documentNo: decisionNo(sourceKind, day.slice(0, 4), chance.whole(1, 900)), documentDate: day, validFrom: day, sourceOrganizationId: decider.uscc,
        };
      }
    },
  },
);

/** Who answers for a record: its body's head, or whoever else was in a post there on the day; of some records nobody is known. */
function answerable(world: SeedWorld, { recordNo, divisionCode, duty, display, isOfMerged }: SeedDishonesty): SeedOfficial | null {
  const staff = world.staffOf(world.bodyOf(divisionCode, duty));
  const chance = chanceOf(`seed/responsibility/${recordNo}`);
  if (staff.count === 0 || isOfMerged || !(chance.percent(60) || storyDishonesty.some((story) => story.recordNo === recordNo))) return null;
  const official = officialAt(world, staff, chance.whole(0, staff.count - 1));
  return official.heldFrom <= display.documentDate! ? official : null;
}

/** Rows of RecordResponsibility. */
export const recordResponsibilities = seedTable(
  "record-responsibilities",
  ["dishonestyRecordId", "officialId", "role", "postTitle", "heldFrom", "managingOrganizationId", "divisionCode", "sourceSystem", "sourceRecordNo", "sourceOrganizationId"],
  {
    about: ({ sizes }) => sizes.dishonestyRecords * 0.4,
    *rows(world) {
      for (const spec of dishonestyOf(world)) {
        const official = answerable(world, spec);
        if (!official) continue;
        yield {
          dishonestyRecordId: hubNumberOf(world, spec), officialId: official.idNumber, role: official.isHead ? "LEADERSHIP" : official.isLeading ? "IN_CHARGE" : "DIRECT", postTitle: official.postTitle, heldFrom: official.heldFrom,
          managingOrganizationId: official.managing.uscc, divisionCode: official.managing.division.code,
          sourceSystem: "公务员管理信息系统", sourceRecordNo: `ZR-${spec.recordNo}`, sourceOrganizationId: official.managing.uscc,
        };
      }
    },
  },
);
