import { bodyId } from "./bodies.ts";
import { addDays, at } from "./chance.ts";
import type { DisplaySpec } from "./display-specs.ts";
import { publishedName, type OfficialDishonestySpec } from "./dishonesty-stories.ts";
import { envelopeOf } from "./envelopes.ts";
import type { ViolationSpec } from "./violation-stories.ts";

/** The stable name of the decision to publish the record of that name. */
export const basisName = (record: string): string => `disclosure-basis/${record}`;

/** Why a record about a person is public, by the provision that lets it be; no reason names the person. */
const provisions = {
  debtorList: { citation: "最高人民法院关于公布失信被执行人名单信息的若干规定", reason: "失信被执行人名单依法向社会公布；只公布姓名、任职单位和失信情形，不公布其他个人信息。" },
  penalty: { citation: "行政处罚法第48条", reason: "行政处罚决定具有一定社会影响，依法公开；只公布经营者名称和处罚内容，不公布其他个人信息。" },
} as const;

/** Records of these states were never public. */
const unpublished: ReadonlySet<DisplaySpec["state"]> = new Set(["NOT_PUBLIC", "UNDER_DISCLOSURE_REVIEW"]);

const rowOf = (record: string, provision: keyof typeof provisions, decidedByOrganizationId: string, { documentDate, displayFrom, state }: DisplaySpec, expiresOn: string | null) => {
  const decidedOn = addDays(documentDate!, 3);
  return {
    ...envelopeOf("DBS", basisName(record), { sourceOrganizationId: decidedByOrganizationId, sourceSystem: "政务诚信管理系统", documentDate: decidedOn, validFrom: decidedOn }),
    ...provisions[provision],
    decidedByOrganizationId,
    decidedOn,
    expiresOn,
    publishedAt: displayFrom === null || unpublished.has(state) ? null : at(displayFrom, "00:00"),
  };
};

/** Rows of DisclosureBasis: one for each record about a person that is public or was. */
export const disclosureBasisRows = (officials: readonly OfficialDishonestySpec[], violations: readonly ViolationSpec[]) => [
  ...officials.flatMap((spec) => (spec.public === null ? [] : [rowOf(publishedName(spec), "debtorList", bodyId("510000", "highCourt"), spec.public, spec.basisExpiresOn ?? null)])),
  ...violations.flatMap((spec) => (spec.hasBasis ? [rowOf(spec.name, "penalty", bodyId(spec.divisionCode, "finance"), spec.display, null)] : [])),
];
