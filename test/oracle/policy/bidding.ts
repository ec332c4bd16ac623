import { dayAfter, envelope, everyBody, isBody, isOwn, isPast, isSelf, isWithin, midnight, momentsIn, reached, type Asking, type Policies, type Row, type Rows, type Says } from "./vocabulary.ts";

const tenderOf = (bid: Row, { rows }: { readonly rows: Rows }): Row | undefined => rows.row("Tender", "id", bid.values["tenderId"]);

/** A secret ends by a recorded event: the opening of the tender. One that failed is never opened. */
const isOpened = (bid: Row, asking: Asking): boolean => reached(tenderOf(bid, asking)?.values["openedAt"], asking);

/** The trading centre (公共资源交易) that runs the tender. */
const runsTender = (bid: Row, asking: Asking): boolean => asking.viewer.audience === "tradingCentre" && isWithin(tenderOf(bid, asking)?.values["divisionCode"], asking);

/** 2.10: bidders' prices in open bidding after a recorded opening P; else U; in negotiation and consultation C (政府采购法 38); failed tender: never. */
const hasPrice: Says = (bid, asking) => {
  if (!isOpened(bid, asking)) return false;
  const method = tenderOf(bid, asking)?.values["method"];
  return method === "OPEN" || (method === "INVITED" && isBody(asking.viewer)) || runsTender(bid, asking);
};

const divisionOf = ({ values }: Row) => values["divisionCode"];

const knowsWhoIsResponsible: Says = (tender, asking) =>
  ["personnel", "supervision"].includes(asking.viewer.audience) ? isWithin(tender.values["divisionCode"], asking) : isSelf(tender.values["responsibleOfficialId"], asking);

/** What belongs to a tender is there for all once published; before, for its trading centre and for the body that supplied it. */
const oncePublished: Says = (row, asking) => reached(row.values["publishedAt"], asking) || runsTender(row, asking) || (isBody(asking.viewer) && isOwn(row.values["sourceOrganizationId"], asking));

const isPurchaser = (contract: Row, asking: Asking): boolean => isBody(asking.viewer) && isOwn(contract.values["purchaserId"], asking);
const isFinance = (contract: Row, asking: Asking): boolean => asking.viewer.audience === "finance" && isWithin(contract.values["divisionCode"], asking);

/** P once published; both parties have it before, and so has the finance department (政府采购法 47). */
const hasContract: Says = (contract, asking) =>
  reached(contract.values["publishedAt"], asking) ||
  isPurchaser(contract, asking) ||
  isFinance(contract, asking) ||
  isOwn(asking.rows.row("Organization", "uscc", contract.values["supplierUscc"])?.id, asking);

const ofContract = (row: Row, asking: Asking): boolean => {
  const contract = asking.rows.row("Contract", "id", row.values["contractId"]);
  return contract !== undefined && hasContract(contract, asking);
};

const isPaidInTime = ({ values: { paidOn, dueOn } }: Row): boolean => typeof paidOn === "string" && typeof dueOn === "string" && paidOn <= dueOn;

/** 2.10: overdue government payments on public contracts are P after the due date, the supplier sees its own; else U. */
const hasPayment: Says = (payment, asking) =>
  ofContract(payment, asking) && (isBody(asking.viewer) || isOwn(payment.values["supplierId"], asking) || (isPast(payment.values["dueOn"], asking) && !isPaidInTime(payment)));

export const bidding: Policies = {
  Tender: {
    open: `${envelope.open} tenderNo title method status projectId tendererId divisionCode budget ceilingPrice noticedAt bidsDueAt openedAt regime category agencyUscc agencyName fundingSource isMandatory`,
    shared: `${envelope.shared} planNo`,
    closed: [{ fields: "responsibleOfficialId", class: "conditional", readers: ["personnel", "supervision", "subject"], where: knowsWhoIsResponsible, grantedIn: divisionOf }],
    relations: { agency: ["agencyUscc", "uscc"] },
    partly: { basePrice: (tender, asking) => reached(tender.values["openedAt"], asking) }, // 标底, 招标投标法 22
    order: ["noticedAt", "DESC"],
    keys: { number: "tenderNo" },
    edges: (tender) => (tender.values["basePrice"] === null ? [] : momentsIn(tender, "openedAt")),
  },
  Bid: {
    rows: (bid, asking) => isOpened(bid, asking) || runsTender(bid, asking),
    open: `${envelope.open} tenderId lotId supplierName supplierUscc receivedAt status rejectReason`,
    shared: envelope.shared,
    closed: [
      {
        fields: "score",
        class: "conditional",
        readers: ["tradingCentre"],
        where: (bid, asking) => isOpened(bid, asking) && runsTender(bid, asking),
        grantedIn: (bid, asking) => (isOpened(bid, asking) ? tenderOf(bid, asking)?.values["divisionCode"] : undefined),
      },
      { fields: "contactName contactPhone", class: "restricted", readers: ["tradingCentre"], where: runsTender },
    ],
    partly: { price: hasPrice },
    relations: { bidder: ["supplierUscc", "uscc"] },
    order: ["receivedAt", "ASC"],
    edges: (bid, rows) => momentsIn(tenderOf(bid, { rows }), "openedAt"),
  },
  Lot: { open: `${envelope.open} tenderId lotNo kind title budget status`, shared: envelope.shared, order: ["lotNo", "ASC"] },
  Notice: {
    rows: oncePublished,
    open: `${envelope.open} tenderId lotId kind title publishedAt mediaUrl text`,
    shared: envelope.shared,
    order: ["recordNo", "ASC"],
    edges: (notice) => momentsIn(notice, "publishedAt"),
  },
  Award: {
    rows: oncePublished,
    open: `${envelope.open} tenderId lotId bidId supplierUscc supplierName amount rank awardedOn publishedAt`,
    shared: envelope.shared,
    order: ["awardedOn", "DESC"],
    relations: { supplier: ["supplierUscc", "uscc"] },
    edges: (award) => momentsIn(award, "publishedAt"),
  },
  Contract: {
    rows: hasContract,
    open: `${envelope.open} contractNo tenderId awardId projectCode purchaserId supplierUscc supplierName divisionCode title amount signedOn publishedAt endsOn`,
    shared: envelope.shared,
    closed: [
      {
        fields: "text",
        class: "conditional",
        readers: everyBody,
        where: (contract, asking) => isPurchaser(contract, asking) || isFinance(contract, asking),
        grantedIn: (contract, { rows }) => rows.row("Organization", "id", contract.values["purchaserId"])?.values["divisionCode"],
      },
    ],
    order: ["signedOn", "DESC"],
    keys: { number: "contractNo" },
    relations: { supplier: ["supplierUscc", "uscc"] },
    edges: (contract) => momentsIn(contract, "publishedAt"),
  },
  Acceptance: {
    rows: ofContract,
    open: `${envelope.open} contractId acceptedOn result isPublicService note`,
    shared: envelope.shared,
    order: ["acceptedOn", "DESC"],
    edges: (acceptance, rows) => momentsIn(rows.row("Contract", "id", acceptance.values["contractId"]), "publishedAt"),
  },
  Payment: {
    rows: hasPayment,
    open: `${envelope.open} contractId instalment purchaserId supplierId supplierUscc dueOn amount paidAmount paidOn settlement`,
    shared: envelope.shared,
    derived: { paidInTime: isPaidInTime, isOverdue: (payment, asking) => isPast(payment.values["dueOn"], asking) && payment.values["paidOn"] === null },
    order: ["dueOn", "DESC"],
    edges: (payment) => (isPaidInTime(payment) ? [] : [midnight(dayAfter(String(payment.values["dueOn"])))]),
  },
};
