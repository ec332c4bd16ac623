import { envelope, everyBody, isOwn, isSelf, isWithin, type Asking, type Policies, type Row, type Says } from "./vocabulary.ts";

/** 干部管理权限: the personnel body that manages the person, supervision over that body's division, and the person (section 3.0, principals). */
const managesOfficial: Says = (official, asking) => {
  const { viewer, rows } = asking;
  const managing = official.values["managingOrganizationId"];
  if (viewer.audience === "personnel") return isOwn(managing, asking);
  if (viewer.audience === "supervision") return isWithin(rows.row("Organization", "id", managing)?.values["divisionCode"], asking);
  return isSelf(official.id, asking);
};

const divisionOfBody = (row: Row, { rows }: Asking) => rows.row("Organization", "id", row.values["organizationId"])?.values["divisionCode"];

/** Which official an office-holder is: personnel and supervision bodies over the body's division, and the person. */
const knowsWho: Says = (holder, asking) =>
  ["personnel", "supervision"].includes(asking.viewer.audience) ? isWithin(divisionOfBody(holder, asking), asking) : isSelf(holder.values["officialId"], asking);

export const reference: Policies = {
  AdministrativeDivision: {
    open: "id recordedAt code name level parentCode validFrom validTo",
    unfiltered: "successorCodes",
    order: ["code", "ASC"],
    inverses: { government: ["Government", "governs"] },
  },
  Organization: {
    open: `${envelope.open} uscc name divisionCode level status parentId successorId foundedOn dissolvedOn officeAddress phone kind`,
    unfiltered: "formerNames",
    shared: `${envelope.shared} creditContact`, // 2.10: U, not C
    closed: [
      {
        fields: "bankAccount",
        class: "restricted",
        readers: [...everyBody, "enterprise"],
        where: (row, asking) => isOwn(row.id, asking) || (asking.viewer.audience === "finance" && isWithin(row.values["divisionCode"], asking)),
      },
    ],
    order: ["uscc", "ASC"],
    keys: { code: "uscc" },
    inverses: {
      children: ["Organization", "parent"],
      predecessors: ["Organization", "successor"],
      officials: ["Official", "organization"],
      managedOfficials: ["Official", "managingOrganization"],
    },
  },
  Government: { continues: "Organization", open: "governedCode", relations: { governs: ["governedCode", "code"] } },
  Department: { continues: "Organization", open: "governmentId duty" },
  OfficeHolder: {
    open: `${envelope.open} name postTitle organizationId heldFrom heldTo appointmentNo`,
    shared: envelope.shared,
    closed: [{ fields: "officialId", class: "conditional", readers: ["personnel", "supervision", "subject"], where: knowsWho }],
    order: ["heldFrom", "DESC"],
  },
  Official: {
    rows: managesOfficial,
    open: envelope.open,
    shared: envelope.shared,
    closed: [
      { fields: "name gender birthYear organizationId managingOrganizationId postTitle isLeading", class: "conditional", readers: ["personnel", "supervision", "subject"], where: managesOfficial },
      { fields: "birthDate idNumber phone homeAddress", class: "restricted", readers: ["personnel", "supervision", "subject"], where: managesOfficial }, // +self
      { fields: "ethnicity politicalStatus", class: "restricted", readers: ["personnel", "supervision"], where: managesOfficial },
    ],
    order: ["recordNo", "ASC"],
  },
  Project: {
    open: `${envelope.open} code name kind stage ownerId divisionCode investment approvedOn`,
    shared: `${envelope.shared} planNo`,
    order: ["code", "ASC"],
  },
  LegalBasis: { open: "id recordedAt citation title documentNo article effectiveFrom effectiveTo repealedBy summary", order: ["citation", "ASC"] },
  FieldPolicy: {
    open: "id recordedAt coordinate typeName fieldName disclosureClass toSubject basisCitation filterable audited rowRule description",
    order: ["coordinate", "ASC"],
    relations: { basis: ["basisCitation", "citation"] },
  },
};
