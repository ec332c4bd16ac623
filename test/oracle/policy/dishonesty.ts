import { dayAfter, dayAt, envelope, isOwn, isPast, isSelf, isWithin, midnight, momentsIn, monthsAfter, reached, type Asking, type Policies, type Row, type Rows, type Says, type TypePolicy } from "./vocabulary.ts";

/** How long such a record is displayed, in the version of the rule that is in force on the day. */
function periodOf(record: Row, { rows, now }: Pick<Asking, "rows" | "now">): Row | undefined {
  const today = dayAt(now);
  return rows.rowsOf("DisplayPeriod").find(({ values }) => {
    const [from, to] = [values["effectiveFrom"], values["effectiveTo"]];
    const isInForce = typeof from === "string" && from <= today && (typeof to !== "string" || today <= to);
    return isInForce && values["isDisplayed"] === true && values["catalogItemCode"] === record.values["catalogItemCode"] && values["severity"] === record.values["severity"];
  });
}

const endBy = (months: string) => (record: Row, asking: Pick<Asking, "rows" | "now">): string | null => {
  const [period, day] = [periodOf(record, asking), record.values["documentDate"]];
  return period && typeof day === "string" ? monthsAfter(day, Number(period.values[months])) : null;
};
const displayUntil = endBy("maxMonths");

/** On display is computed from dates, never stored. */
function isInWindow(record: Row, asking: Pick<Asking, "rows" | "now">): boolean {
  const { disclosureState, displayFrom } = record.values;
  const until = displayUntil(record, asking);
  const today = dayAt(asking.now);
  return disclosureState === "PUBLISHED" && typeof displayFrom === "string" && displayFrom <= today && until !== null && today <= until;
}

/** The subject gate of P*: an organisation, or a person with a basis for disclosure that is published and still holds. */
const passesGate = (organizations: readonly string[]) => (record: Row, { rows, now }: Pick<Asking, "rows" | "now">): boolean => {
  if (organizations.includes(String(record.values["subjectKind"]))) return true;
  const basis = rows.row("DisclosureBasis", "id", record.values["disclosureBasisId"]);
  return basis !== undefined && reached(basis.values["publishedAt"], { now }) && !isPast(basis.values["expiresOn"], { now });
};

type Displayed = (record: Row, asking: Pick<Asking, "rows" | "now">) => boolean;

/** The days on which a record appears or goes, of all on which something about it may change. */
export const edgesOf = (displayed: Displayed) => (record: Row, rows: Rows): string[] => {
  const days = [record.values["displayFrom"]];
  for (const { values } of rows.rowsOf("DisplayPeriod")) {
    if (values["catalogItemCode"] !== record.values["catalogItemCode"] || values["severity"] !== record.values["severity"]) continue;
    const day = record.values["documentDate"];
    if (typeof day === "string") days.push(dayAfter(monthsAfter(day, Number(values["maxMonths"]))));
    days.push(values["effectiveFrom"], typeof values["effectiveTo"] === "string" ? dayAfter(values["effectiveTo"]) : null);
  }
  const expires = rows.row("DisclosureBasis", "id", record.values["disclosureBasisId"])?.values["expiresOn"];
  if (typeof expires === "string") days.push(dayAfter(expires));
  return days.flatMap((day) => {
    if (typeof day !== "string") return [];
    const [at, before] = [midnight(day), new Date(Date.parse(midnight(day)) - 1000).toISOString()];
    return displayed(record, { rows, now: at }) === displayed(record, { rows, now: before }) ? [] : [at];
  });
};

export const isPublicDishonesty: Displayed = (record, asking) => isInWindow(record, asking) && passesGate(["ORGANIZATION"])(record, asking);
const isPublicViolation: Displayed = (record, asking) => isInWindow(record, asking) && passesGate(["ENTERPRISE", "INSTITUTION"])(record, asking);

const inCharge = (audiences: readonly string[]): Says => (record, asking) => audiences.includes(asking.viewer.audience) && isWithin(record.values["divisionCode"], asking);
export const forDishonesty = inCharge(["creditLead", "supervision"]);
export const forViolation = inCharge(["creditLead", "tradingCentre", "finance"]);

const involved: Says = (record, asking) => isOwn(record.values["sourceOrganizationId"], asking) || isOwn(record.values["subjectOrganizationId"], asking);
/** P*: what is not on display falls back to C, so that a sharing grant can open it. */
const isGranted: Says = (row, asking) => asking.sharing.opens(row.type, row.values["divisionCode"]);
export const hasDishonesty: Says = (record, asking) => isPublicDishonesty(record, asking) || involved(record, asking) || forDishonesty(record, asking) || isGranted(record, asking);
const hasViolation: Says = (record, asking) => isPublicViolation(record, asking) || involved(record, asking) || forViolation(record, asking) || isGranted(record, asking);

/** A file is never more visible than its record; one that is not for publication, only for those who read the facts in full. */
const hasAttachment: Says = (file, asking) => {
  const of = (type: string, key: string, has: Says, full: Says): boolean => {
    const record = asking.rows.row(type, "id", file.values[key]);
    return record !== undefined && has(record, asking) && (file.values["isPublishable"] === true || full(record, asking));
  };
  return of("DishonestyRecord", "dishonestyRecordId", hasDishonesty, forDishonesty) || of("ViolationRecord", "violationRecordId", hasViolation, forViolation);
};

/** Facts about an official: the body that manages the person, supervision over the division where that is, and the person. */
const managesPerson: Says = (row, asking) => {
  const { audience } = asking.viewer;
  if (audience === "personnel") return isOwn(row.values["managingOrganizationId"], asking);
  return audience === "supervision" ? isWithin(row.values["divisionCode"], asking) : isSelf(row.values["officialId"], asking);
};

const hasResponsibility: Says = (row, asking) => {
  const record = asking.rows.row("DishonestyRecord", "id", row.values["dishonestyRecordId"]);
  return (managesPerson(row, asking) || isGranted(row, asking)) && record !== undefined && hasDishonesty(record, asking);
};

/** A judgment: the courts and the procuratorates of the division and whichever of them supplied it, supervision, the body that manages the person, and the person. */
const isInChargeOfJudgment: Says = (row, asking) => {
  if (asking.viewer.audience === "court" || asking.viewer.audience === "procuratorate") return isWithin(row.values["divisionCode"], asking) || isOwn(row.values["sourceOrganizationId"], asking);
  return managesPerson(row, asking);
};

const divisionOf = ({ values }: Row) => values["divisionCode"];

const record = `${envelope.open} title subjectName subjectOrganizationId divisionCode issuingOrganizationName issuedOn catalogItemCode severity disclosureState displayFrom stoppedOn stopReason`;
/** What bodies know of a record beside what is published of it. */
const known = `${envelope.shared} annulledOn annulmentDocumentNo version`;
const ends: NonNullable<TypePolicy["derived"]> = { displayUntil, repairableFrom: endBy("minMonths") };
const people = ["personnel", "supervision", "subject"];
const judicial = ["court", "procuratorate", ...people];

export const dishonesty: Policies = {
  // The interface's own days say nothing of the members' gates; each member's rows and values are its own.
  IntegrityRecord: { open: record, shared: known, derived: { ...ends, onDisplay: isInWindow }, order: ["issuedOn", "DESC"] },
  DishonestyRecord: {
    rows: hasDishonesty,
    letInBy: ["DishonestyRecord"],
    open: `${record} subjectKind subjectPost collectionState sourceKind field factSummary disclosureBasisId`,
    shared: `${known} lossAmount`, // 2.10: on bodies' records U
    derived: { ...ends, onDisplay: isPublicDishonesty },
    closed: [{ fields: "factFull socialImpact", class: "conditional", readers: ["creditLead", "supervision"], where: forDishonesty, grantedIn: divisionOf }],
    order: ["issuedOn", "DESC"],
    edges: edgesOf(isPublicDishonesty),
  },
  ViolationRecord: {
    rows: hasViolation,
    letInBy: ["ViolationRecord"],
    open: `${record} subjectKind subjectUscc conduct factSummary penalty fineAmount banFrom banTo tenderId disclosureBasisId`,
    shared: known,
    derived: { ...ends, onDisplay: isPublicViolation },
    closed: [{ fields: "factFull", class: "conditional", readers: ["creditLead", "tradingCentre", "finance"], where: forViolation, grantedIn: divisionOf }],
    order: ["issuedOn", "DESC"],
    edges: edgesOf(isPublicViolation),
  },
  Attachment: {
    rows: hasAttachment,
    letInBy: ["DishonestyRecord", "ViolationRecord"],
    open: `${envelope.open} dishonestyRecordId violationRecordId title mediaType bytes isPublishable`,
    shared: envelope.shared,
    order: ["recordedAt", "ASC"],
    edges: (file, rows) => {
      const [dishonest, violation] = [rows.row("DishonestyRecord", "id", file.values["dishonestyRecordId"]), rows.row("ViolationRecord", "id", file.values["violationRecordId"])];
      if (file.values["isPublishable"] !== true) return [];
      return [...(dishonest ? edgesOf(isPublicDishonesty)(dishonest, rows) : []), ...(violation ? edgesOf(isPublicViolation)(violation, rows) : [])];
    },
  },
  // Before its record is public, the decision would tell that there is one.
  DisclosureBasis: {
    rows: (basis, asking) => reached(basis.values["publishedAt"], asking) || isOwn(basis.values["decidedByOrganizationId"], asking) || isOwn(basis.values["sourceOrganizationId"], asking),
    open: `${envelope.open} citation decidedByOrganizationId decidedOn publishedAt reason expiresOn`,
    shared: envelope.shared,
    edges: (basis) => momentsIn(basis, "publishedAt"),
    order: ["decidedOn", "DESC"],
    relations: { legalBasis: ["citation", "citation"] },
  },
  OfficialDishonestyRecord: {
    rows: (row, asking) => managesPerson(row, asking) || isGranted(row, asking),
    letInBy: ["OfficialDishonestyRecord"],
    person: "officialId",
    open: envelope.open,
    shared: envelope.shared,
    closed: [
      {
        fields: "officialId managingOrganizationId divisionCode title sourceKind field severity issuingOrganizationName issuedOn servedOn factSummary publishedRecordId",
        class: "conditional",
        readers: people,
        where: managesPerson,
        grantedIn: divisionOf,
      },
      { fields: "factFull", class: "conditional", readers: ["personnel", "supervision"], where: managesPerson, grantedIn: divisionOf },
    ],
    order: ["recordNo", "ASC"],
  },
  RecordResponsibility: {
    rows: hasResponsibility,
    letInBy: ["RecordResponsibility", "DishonestyRecord"],
    person: "officialId",
    open: envelope.open,
    shared: envelope.shared,
    closed: [{ fields: "dishonestyRecordId officialId role postTitle heldFrom heldTo managingOrganizationId divisionCode", class: "conditional", readers: people, where: managesPerson, grantedIn: divisionOf }],
    order: ["recordNo", "ASC"],
  },
  // Absent for the public until policy rows open the register's own question, which is no question of rows: however its days stand, a row is never the public's.
  DutyCrimeRecord: {
    rows: (row, asking) => isInChargeOfJudgment(row, asking) || isGranted(row, asking),
    letInBy: ["DutyCrimeRecord"],
    person: "officialId",
    open: `${envelope.open} catalogItemCode severity disclosureState displayFrom stoppedOn stopReason disclosureBasisId`,
    shared: envelope.shared,
    derived: { ...ends, onDisplay: (record, asking) => isInWindow(record, asking) && passesGate([])(record, asking) },
    closed: [
      {
        fields: "caseNo courtName judgmentDate effectiveOn charges sentenceKind sentenceMonths isSuspended personName postAtOffence organizationAtOffenceId divisionCode officialId managingOrganizationId",
        class: "conditional",
        readers: judicial,
        where: isInChargeOfJudgment,
        grantedIn: divisionOf,
      },
      { fields: "idNumber", class: "restricted", readers: judicial, where: isInChargeOfJudgment },
    ],
    order: ["recordNo", "ASC"],
  },
  // A measure that is not published may not be applied.
  Measure: {
    open: "id recordedAt code kind name basisCitation applicableSeverity applier targetKind effectiveFrom effectiveTo",
    order: ["code", "ASC"],
    relations: { basis: ["basisCitation", "citation"] },
  },
};
