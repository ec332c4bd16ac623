import { uuidOf } from "./chance.ts";
import { envelopeOf } from "./envelopes.ts";

/** The stable name of the decision to publish the record of that name. */
export const basisName = (record: string): string => `disclosure-basis/${record}`;

/** A record about a person that is to be public, and who decides so by which provision. */
export interface Publication {
  /** The stable name of the record. */
  readonly record: string;
  readonly citation: string;
  readonly decidedByOrganizationId: string;
  readonly decidedOn: string;
}

const reasons: Readonly<Record<string, string>> = {
  最高人民法院关于公布失信被执行人名单信息的若干规定: "失信被执行人名单依法向社会公布，公开姓名、任职单位和失信情形，不公开其他个人信息。",
  行政处罚法第48条: "行政处罚决定具有一定社会影响，依法公开，不公开其他个人信息。",
};

/** Rows of DisclosureBasis. */
export const disclosureBasisRows = (publications: readonly Publication[]) =>
  publications.map(({ record, citation, decidedByOrganizationId, decidedOn }) => ({
    ...envelopeOf("DBS", basisName(record), { sourceOrganizationId: decidedByOrganizationId, sourceSystem: "政务诚信管理系统", documentDate: decidedOn, validFrom: decidedOn }),
    citation,
    decidedByOrganizationId,
    decidedOn,
    reason: reasons[citation]!,
    expiresOn: null,
  }));
