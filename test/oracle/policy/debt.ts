import { envelope, everyone, everyBody, isBody, isOwn, isWithin, momentsIn, reached, type Policies } from "./vocabulary.ts";

const figure = `${envelope.open} divisionCode year kind amount`;

export const debt: Policies = {
  DebtRecord: { open: figure, shared: envelope.shared, order: ["year", "DESC"] },
  DebtLimit: { open: `${figure} approvedOn`, shared: envelope.shared, order: ["year", "DESC"] },
  DebtBalance: { open: `${figure} asOf`, shared: envelope.shared, order: ["year", "DESC"] },
  // Totals by body are P from their publication on (31 March); the records behind them are C.
  ArrearsTotal: {
    rows: (total, asking) => reached(total.values["publishedAt"], asking) || (isBody(asking.viewer) && (isOwn(total.values["organizationId"], asking) || isOwn(total.values["sourceOrganizationId"], asking))),
    open: `${envelope.open} organizationId year overdueContracts overdueAmount publishedAt`,
    shared: envelope.shared,
    order: ["year", "DESC"],
    edges: (total) => momentsIn(total, "publishedAt"),
  },
  ArrearsRecord: {
    rows: (record, asking) =>
      (["finance", "creditLead", "housing"].includes(asking.viewer.audience) && isWithin(record.values["divisionCode"], asking)) ||
      isOwn(record.values["debtorId"], asking) ||
      isOwn(record.values["creditorId"], asking) ||
      (isBody(asking.viewer) && isOwn(record.values["sourceOrganizationId"], asking)),
    open: envelope.open,
    shared: envelope.shared,
    closed: [
      {
        fields: "debtorId creditorId creditorUscc contractId divisionCode kind dueOn amount paidAmount dailyInterestRate isDisputed",
        class: "conditional",
        readers: [...everyBody, "enterprise"],
        where: everyone,
      },
    ],
    order: ["recordNo", "ASC"],
  },
};
