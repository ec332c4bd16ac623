import { envelope, everyBody, isOwn, isSelf, isWithin, type Asking, type Policies, type Row, type Says } from "./vocabulary.ts";

/** 干部管理权限: the personnel body that manages the person or the post, and supervision over that body's division (section 3.0, principals). */
const manages: Says = (row, asking) => {
  const managing = row.values["managingOrganizationId"];
  if (asking.viewer.audience === "personnel") return isOwn(managing, asking);
  return asking.viewer.audience === "supervision" && isWithin(asking.rows.row("Organization", "id", managing)?.values["divisionCode"], asking);
};

const managesOfficial: Says = (official, asking) => manages(official, asking) || isSelf(official.id, asking);
const managesTenure: Says = (tenure, asking) => manages(tenure, asking) || isSelf(tenure.values["officialId"], asking);

const divisionOfManager = (row: Row, { rows }: Asking) => rows.row("Organization", "id", row.values["managingOrganizationId"])?.values["divisionCode"];

/** The end of a chain of successors; of a circle, there is none in the data. */
const lastBy = (key: string, type: string, toKey: string) => (row: Row, { rows }: Pick<Asking, "rows">): Row => {
  let last = row;
  for (let next = rows.row(type, toKey, last.values[key]); next; next = rows.row(type, toKey, last.values[key])) last = next;
  return last;
};

const divisionOfBody = (row: Row, { rows }: Asking) => rows.row("Organization", "id", row.values["organizationId"])?.values["divisionCode"];

/** Which official an office-holder is: personnel and supervision bodies over the body's division, and the person. */
const knowsWho: Says = (holder, asking) =>
  ["personnel", "supervision"].includes(asking.viewer.audience) ? isWithin(divisionOfBody(holder, asking), asking) : isSelf(holder.values["officialId"], asking);

export const reference: Policies = {
  AdministrativeDivision: {
    open: "id recordedAt code name level parentCode validFrom validTo successorCode sourceNote",
    order: ["code", "ASC"],
    followed: { today: lastBy("successorCode", "AdministrativeDivision", "code") },
    inverses: { government: ["Government", "governs"], children: ["AdministrativeDivision", "parent"], predecessors: ["AdministrativeDivision", "successor"] },
  },
  Organization: {
    open: `${envelope.open} uscc name divisionCode level status parentId successorId foundedOn dissolvedOn officeAddress phone kind`,
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
    followed: { today: lastBy("successorId", "Organization", "id") },
    inverses: {
      children: ["Organization", "parent"],
      predecessors: ["Organization", "successor"],
      officials: ["Official", "organization"],
      managedOfficials: ["Official", "managingOrganization"],
      posts: ["Post", "organization"],
      managedPosts: ["Post", "managingOrganization"],
      tenures: ["Tenure", "organization"],
      managedTenures: ["Tenure", "managingOrganization"],
      sponsoredInstitutions: ["Institution", "sponsor"],
      tenders: ["Tender", "tenderer"],
      tendersAsAgency: ["Tender", "agency"],
      contractsAsPurchaser: ["Contract", "purchaser"],
      contractsAsSupplier: ["Contract", "supplier"],
      paymentsAsPurchaser: ["Payment", "purchaser"],
      paymentsAsSupplier: ["Payment", "supplier"],
      arrearsOwed: ["ArrearsRecord", "debtor"],
      arrearsClaimed: ["ArrearsRecord", "creditor"],
      sharingGrantsRequested: ["SharingGrant", "requester"],
      sharingGrantsProvided: ["SharingGrant", "provider"],
    },
  },
  Government: { continues: "Organization", open: "governedCode", relations: { governs: ["governedCode", "code"] } },
  Department: { continues: "Organization", open: "governmentId duty" },
  Institution: { continues: "Organization", open: "sponsorId purpose" },
  Enterprise: { continues: "Organization", open: "legalRepresentative registeredCapital industryCode registeredOn" },
  FormerIdentity: { open: `${envelope.open} organizationId name uscc`, shared: envelope.shared, order: ["name", "ASC"] },
  // 2.10: a post that is not leading, and a tenure in one, are C: a post with one holder is a person.
  Post: {
    rows: (post, asking) => post.values["isLeading"] === true || manages(post, asking),
    open: `${envelope.open} postNo organizationId title isLeading`,
    shared: `${envelope.shared} managingOrganizationId`,
    order: ["postNo", "ASC"],
    keys: { number: "postNo" },
  },
  Tenure: {
    rows: (tenure, asking) => managesTenure(tenure, asking) || asking.sharing.opens("Tenure", divisionOfManager(tenure, asking)),
    letInBy: ["Tenure"],
    person: "officialId",
    open: envelope.open,
    shared: envelope.shared,
    closed: [
      {
        fields: "officialId managingOrganizationId postId organizationId postTitle heldFrom heldTo appointmentNo",
        class: "conditional",
        readers: ["personnel", "supervision", "subject"],
        where: managesTenure,
        grantedIn: divisionOfManager,
      },
    ],
    order: ["recordNo", "ASC"],
  },
  OfficeHolder: {
    open: `${envelope.open} postId name postTitle organizationId heldFrom heldTo appointmentNo`,
    shared: envelope.shared,
    closed: [{ fields: "officialId", class: "conditional", readers: ["personnel", "supervision", "subject"], where: knowsWho, grantedIn: divisionOfBody }],
    order: ["heldFrom", "DESC"],
  },
  Official: {
    rows: (official, asking) => managesOfficial(official, asking) || asking.sharing.opens("Official", divisionOfManager(official, asking)),
    letInBy: ["Official"],
    person: "id",
    open: envelope.open,
    shared: envelope.shared,
    closed: [
      {
        fields: "name gender birthYear organizationId managingOrganizationId postTitle isLeading",
        class: "conditional",
        readers: ["personnel", "supervision", "subject"],
        where: managesOfficial,
        grantedIn: divisionOfManager,
      },
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
    open: "id recordedAt coordinate typeName fieldName dataType disclosureClass toSubject basisCitation filterable audited rowRule description",
    order: ["coordinate", "ASC"],
    relations: { basis: ["basisCitation", "citation"], catalogItems: ["typeName", "typeName"] },
  },
};
