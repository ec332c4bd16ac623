import { envelope, isBody, isWithin, momentsIn, reached, type Asking, type Policies, type Row, type Rows, type Says } from "./vocabulary.ts";

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

export const bidding: Policies = {
  Tender: {
    open: `${envelope.open} tenderNo title method status projectId tendererId divisionCode budget ceilingPrice noticedAt bidsDueAt openedAt`,
    shared: envelope.shared,
    partly: { basePrice: (tender, asking) => reached(tender.values["openedAt"], asking) }, // 标底, 招标投标法 22
    order: ["noticedAt", "DESC"],
    keys: { number: "tenderNo" },
    edges: (tender) => (tender.values["basePrice"] === null ? [] : momentsIn(tender, "openedAt")),
  },
  Bid: {
    rows: (bid, asking) => isOpened(bid, asking) || runsTender(bid, asking),
    open: `${envelope.open} tenderId supplierName supplierUscc receivedAt status rejectReason`,
    shared: envelope.shared,
    closed: [
      { fields: "score", class: "conditional", readers: ["tradingCentre"], where: (bid, asking) => isOpened(bid, asking) && runsTender(bid, asking) },
      { fields: "contactName contactPhone", class: "restricted", readers: ["tradingCentre"], where: runsTender },
    ],
    partly: { price: hasPrice },
    relations: { bidder: ["supplierUscc", "uscc"] },
    order: ["receivedAt", "ASC"],
    edges: (bid, rows) => momentsIn(tenderOf(bid, { rows }), "openedAt"),
  },
};
