import { boolean, date, integer, text, uuid } from "drizzle-orm/pg-core";
import { basis } from "../../catalog/basis.ts";
import { holds } from "../../catalog/derivation.ts";
import { displayBlock } from "../../catalog/display.ts";
import { envelope } from "../../catalog/envelope.ts";
import { open, shared, withheld } from "../../catalog/field.ts";
import type { EmptiedBeside } from "../../catalog/node-type.ts";
import { many, one } from "../../catalog/relation.ts";
import { is, type Rule } from "../../catalog/rule.ts";
import { union } from "../../catalog/union.ts";
import { catalogItem as catalogItemEntity } from "../policy/catalog-item.ts";
import { administrativeDivision } from "../reference/administrative-division.ts";
import { organization } from "../reference/organization.ts";
import { source } from "../reference/source.ts";

/** 个人信息保护法 13: a person may be named where a statutory duty asks for it; the row names the provision in its DisclosureBasis. */
export const namedByLaw = { basis: basis("个人信息保护法", 13) };

/** The fields that every integrity record has; each member spreads a set of its own. All are open: the rows are what is closed. */
export const integrityRecordFields = () => ({
  ...envelope(),
  title: open(text().notNull(), "What the record is about, in a line that can be published (标题)."),
  subjectName: open(text().notNull(), "Name of the organisation, or of the person whom a law lets be named (失信主体名称).", namedByLaw),
  subjectOrganizationId: open(uuid(), "Organisation that the record is about; absent where it is about a person (失信主体机构)."),
  divisionCode: open(text().notNull(), "Code of the division whose bodies are in charge of the record (管辖行政区划代码)."),
  issuingOrganizationName: open(text().notNull(), "Body that decided (认定单位)."),
  issuedOn: open(date().notNull(), "Day of the decision (认定日期)."),
  ...displayBlock(),
  // Until the display is stopped the record stands as it was published; what bodies need to know of it beside is theirs.
  annulledOn: shared(date(), "Day on which the decision behind the record was annulled, changed or found unlawful (原决定被撤销变更日期)."),
  annulmentDocumentNo: shared(text(), "Number of the document that annulled or changed it (撤销变更文号)."),
  version: shared(integer().notNull().default(1), "Number of the version, to be named by whoever changes it (版本号)."),
  reviewedBy: withheld(text(), "Client that began the disclosure review (公开审查办理客户端)."),
});

/** What the hub's own workflows decide of a member's record: whether and when it is public, and by which decision a person may be named. */
export const displayDecisions = ["disclosureState", "displayFrom", "stoppedOn", "stopReason", "disclosureBasisId", "annulledOn", "annulmentDocumentNo"] as const;

const emptied = "（已删减）";

/** What is left of a record once it is emptied: its number, its dates and who decided; no word of what it said, and nothing that leads to whom it was about. */
export const redaction = {
  field: "disclosureState",
  code: "REDACTED",
  marks: { title: emptied, subjectName: emptied, subjectOrganizationId: null, factSummary: emptied, documentNo: null, annulmentDocumentNo: null },
  earlier: { stopReason: null }, // why it was withdrawn before
} as const;

/**
 * What is left beside it: that there were steps, notices and files, and when. Why something was done, what files are called and what an earlier notice
 * said were words about the record; why it was emptied stays.
 *
 * @param type name of the member
 * @param key the field by which steps and files name the record
 */
export const emptiedBeside = (type: string, key: string): readonly EmptiedBeside[] => [
  { type: `${type}Step`, by: { there: key, here: "id" }, marks: { reason: null }, butFor: { field: "toState", value: redaction.code } },
  { type: "DisclosureNotice", by: { there: "recordNo", here: "recordNo" }, marks: { reason: emptied, subjectName: null, annulmentDocumentNo: null }, butFor: { field: "kind", value: "REDACTION" } },
  // A digest of a file that can be guessed says what was in it.
  { type: "Attachment", by: { there: key, here: "id" }, marks: { title: emptied, documentNo: null, sha256: null } },
];

/** Once somebody has begun to decide whether a record is public, what it says stays as it was judged. */
export const onceUnderReview = is("disclosureState", "UNDER_DISCLOSURE_REVIEW", "PUBLISHED", "REPAIRED", "WITHDRAWN", "REDACTED");

/** Whether a member's record is on display, by the rule by which it then exists for everybody: its days, and whether its subject may be named. */
export const onDisplayWhere = (rule: Rule) => ({ onDisplay: open(boolean(), "Whether everybody may read the record today (是否公示中).", { derived: holds(rule) }) });

/** The relation of an integrity record to the organisation that it is about, with the inverse under a name of its own. */
export const subjectOrganization = (inverse: string, doc: string) =>
  one(() => organization, "subjectOrganizationId", "The organisation that the record is about (失信主体机构).", { inverse: many(inverse, doc) });

/** The relation of an integrity record to the division in charge, with the inverse under a name of its own. */
export const divisionInCharge = (inverse: string, doc: string) =>
  one(() => administrativeDivision, "divisionCode", "The division whose bodies are in charge of the record (管辖行政区划).", { to: "code", inverse: many(inverse, doc) });

/** The dataset that an integrity record belongs to: its periods say how long the record is displayed. */
export const catalogItem = one(() => catalogItemEntity, "catalogItemCode", "The dataset that the record belongs to, with its display periods (目录项).", { to: "code" });

export const integrityRecord = union(
  "IntegrityRecord",
  "A record that somebody broke faith or the rules, public for as long as its display lasts (诚信记录).",
  integrityRecordFields(),
  {
    order: { by: "issuedOn", direction: "DESC" },
    relations: {
      subjectOrganization: subjectOrganization("integrityRecords", "All integrity records about the organisation that may be seen (诚信记录)."),
      division: divisionInCharge("integrityRecords", "All integrity records in the charge of the division that may be seen (诚信记录)."),
      catalogItem,
      source,
    },
  },
);
