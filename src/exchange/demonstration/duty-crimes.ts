import { bodyId, type Body, type Duty } from "./bodies.ts";
import { chanceOf, uuidOf } from "./chance.ts";
import { demonstrationIdentityNumber } from "./codes.ts";
import { envelopeOf } from "./envelopes.ts";
import { officialName, type OfficialRow } from "./officials.ts";
import { showcaseCounty } from "./showcase.ts";

/** A judgment before chance fills in the rest. */
interface DutyCrimeSpec {
  readonly name: string;
  readonly divisionCode: string;
  /** Body that the person worked in. */
  readonly duty: Duty;
  /** Of somebody whom the hub knows, name and post are those that it knows. */
  readonly personName?: string;
  readonly postAtOffence?: string;
  readonly charges: readonly string[];
  readonly judgmentDate: string;
  readonly effectiveOn: string;
  readonly months: number;
  readonly isSuspended: boolean;
  /** Place of the civil servant among the body's, where the hub knows the person. */
  readonly official?: number;
}

const otherCounty = "510703";

/** A judgment for each question about who may know of one. No provision opens the register as yet, so that none has a decision to publish. */
export const dutyCrimeStories = {
  /** Of somebody who was a civil servant before the hub knew any. */
  former: {
    name: "duty-crime/story/former", divisionCode: showcaseCounty, duty: "finance", personName: "赵甲子", postAtOffence: "副局长", charges: ["受贿罪", "滥用职权罪"], judgmentDate: "2026-03-12", effectiveOn: "2026-03-23", months: 66, isSuspended: false,
  },
  /** Of somebody whom the showcase county's personnel body still manages. */
  known: {
    name: "duty-crime/story/known", divisionCode: showcaseCounty, duty: "housing", charges: ["玩忽职守罪"], judgmentDate: "2026-06-18", effectiveOn: "2026-06-29", months: 10, isSuspended: true, official: 5,
  },
  elsewhere: {
    name: "duty-crime/story/elsewhere", divisionCode: otherCounty, duty: "finance", personName: "钱乙丑", postAtOffence: "局长", charges: ["挪用公款罪"], judgmentDate: "2025-09-05", effectiveOn: "2025-09-16", months: 40, isSuspended: false,
  },
} as const satisfies Record<string, DutyCrimeSpec>;

/** Rows of DutyCrimeRecord, all supplied by the high court. */
export function dutyCrimeRows(bodies: readonly Body[], officials: readonly OfficialRow[]) {
  const byId = new Map(officials.map((row) => [row.id, row]));
  return Object.values<DutyCrimeSpec>(dutyCrimeStories).map((spec) => {
    const chance = chanceOf(spec.name);
    const body = bodies.find(({ id }) => id === bodyId(spec.divisionCode, spec.duty))!;
    const caseNo = `（${spec.judgmentDate.slice(0, 4)}）演示刑初${chance.whole(1, 400)}号`;
    const known = spec.official === undefined ? undefined : byId.get(uuidOf(officialName(spec.divisionCode, spec.duty, spec.official)))!;
    return {
      ...envelopeOf("DCR", spec.name, { sourceOrganizationId: bodyId("510000", "highCourt"), sourceSystem: "审判管理系统", documentNo: caseNo, documentDate: spec.judgmentDate, validFrom: spec.effectiveOn }),
      catalogItemCode: "SC-ZW-ZF",
      severity: "SERIOUS" as const,
      disclosureState: "NOT_PUBLIC" as const,
      caseNo,
      courtName: `${body.division.name}人民法院（演示）`,
      judgmentDate: spec.judgmentDate,
      effectiveOn: spec.effectiveOn,
      charges: [...spec.charges],
      sentenceKind: spec.isSuspended ? ("SHORT_DETENTION" as const) : ("IMPRISONMENT" as const),
      sentenceMonths: spec.months,
      isSuspended: spec.isSuspended,
      personName: known?.name ?? spec.personName!,
      postAtOffence: known?.postTitle ?? spec.postAtOffence!,
      organizationAtOffenceId: body.id,
      divisionCode: spec.divisionCode,
      officialId: known?.id ?? null,
      managingOrganizationId: known?.managingOrganizationId ?? null,
      idNumber: known?.idNumber ?? demonstrationIdentityNumber(chance.day("1965-01-01", "1980-12-31"), "MALE", chance),
    };
  });
}
