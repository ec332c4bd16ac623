import { edgesOf, forDishonesty, forViolation, hasDishonesty, isPublicDishonesty } from "./dishonesty.ts";
import { dayAfter, everyBody, everyone, isBody, isOwn, isPast, midnight, type Policies, type Row, type Says, type TypePolicy } from "./vocabulary.ts";

/**
 * What happens to a row on its way is for the bodies that take part in it and for nobody else: what government does before it decides (政府信息公开条例
 * 16), and why, is internal.
 */
const partOf = (type: string, key: string, takesPart: Says): Says => (row, asking) => {
  const of = asking.rows.row(type, "id", row.values[key]);
  return isBody(asking.viewer) && of !== undefined && takesPart(of, asking);
};
const takesPart = {
  DishonestyRecord: partOf("DishonestyRecord", "dishonestyRecordId", (record, asking) => isOwn(record.values["sourceOrganizationId"], asking) || forDishonesty(record, asking)),
  ViolationRecord: partOf("ViolationRecord", "violationRecordId", (record, asking) => isOwn(record.values["sourceOrganizationId"], asking) || forViolation(record, asking)),
  SharingGrant: partOf("SharingGrant", "sharingGrantId", ({ values }, asking) => isOwn(values["requesterId"], asking) || isOwn(values["providerId"], asking) || asking.viewer.audience === "creditLead"),
};

const step: TypePolicy = {
  open: "id recordedAt event fromState toState organizationId",
  closed: [{ fields: "reason", class: "restricted", readers: everyBody, where: everyone }],
  order: ["recordedAt", "ASC"],
};

const isOverdue: NonNullable<TypePolicy["derived"]>[string] = ({ values }, asking) => values["metOn"] === null && isPast(values["dueOn"], asking);
const deadline: TypePolicy = { open: "id recordedAt clock versionCode divisionCode startedOn dueOn metOn settlement", derived: { isOverdue }, relations: { threshold: ["versionCode", "versionCode"] }, order: ["dueOn", "ASC"] };

const stepOf = (rows: Says, key: string): TypePolicy => ({ ...step, rows, open: `${step.open!} ${key}` });
const deadlineOf = (rows: Says, key: string): TypePolicy => ({ ...deadline, rows, open: `${deadline.open!} ${key}` });

const isUp = ({ values }: Row): boolean => values["state"] === "ONLINE";

export const workflow: Policies = {
  WorkflowStep: step,
  WorkflowDeadline: deadline,
  DishonestyRecordStep: stepOf(takesPart.DishonestyRecord, "dishonestyRecordId"),
  DishonestyRecordDeadline: deadlineOf(takesPart.DishonestyRecord, "dishonestyRecordId"),
  ViolationRecordStep: stepOf(takesPart.ViolationRecord, "violationRecordId"),
  ViolationRecordDeadline: deadlineOf(takesPart.ViolationRecord, "violationRecordId"),
  SharingGrantStep: stepOf(takesPart.SharingGrant, "sharingGrantId"),
  SharingGrantDeadline: deadlineOf(takesPart.SharingGrant, "sharingGrantId"),
  // Why a record is gone is said in public (行政处罚法 48).
  DisclosureNotice: { open: "id recordedAt noticeNo kind recordNo subjectName reason annulmentDocumentNo noticedOn organizationId", order: ["noticedOn", "DESC"] },
  // Never more visible than the record, but to the body that has to take it down.
  PublicationChannel: {
    rows: (channel, asking) => {
      const record = asking.rows.row("DishonestyRecord", "id", channel.values["dishonestyRecordId"]);
      return (record !== undefined && hasDishonesty(record, asking)) || (isBody(asking.viewer) && isOwn(channel.values["organizationId"], asking));
    },
    letInBy: ["DishonestyRecord"],
    open: "id recordedAt dishonestyRecordId kind url organizationId state publishedOn takenDownOn takeDownBy",
    shared: "version",
    derived: {
      mustComeDown: (channel, asking) => {
        const record = asking.rows.row("DishonestyRecord", "id", channel.values["dishonestyRecordId"]);
        return isUp(channel) && !(record !== undefined && isPublicDishonesty(record, asking));
      },
      isOverdue: (channel, asking) => isUp(channel) && isPast(channel.values["takeDownBy"], asking),
    },
    order: ["publishedOn", "DESC"],
    edges: (channel, rows) => {
      const record = rows.row("DishonestyRecord", "id", channel.values["dishonestyRecordId"]);
      const by = channel.values["takeDownBy"];
      return [...(record ? edgesOf(isPublicDishonesty)(record, rows) : []), ...(isUp(channel) && typeof by === "string" ? [midnight(dayAfter(by))] : [])];
    },
  },
  // What is decided is public before it is in force; what is only proposed binds nobody.
  PolicyChange: {
    rows: ({ values }, asking) => values["state"] === "APPROVED" || (isBody(asking.viewer) && (isOwn(values["proposedById"], asking) || asking.viewer.audience === "creditLead")),
    open: "id recordedAt changeNo kind versionCode catalogItemCode severity isDisplayed minMonths maxMonths thresholdCode name value unit effectiveFrom basisCitation confidence note divisionCode state proposedOn decidedOn proposedById",
    shared: "decisionReason version",
    order: ["effectiveFrom", "DESC"],
    relations: { basis: ["basisCitation", "citation"], proposer: ["proposedById"] },
  },
};
