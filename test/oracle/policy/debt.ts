import { dayAfter, envelope, everyone, everyBody, isBody, isOwn, isPast, isWithin, midnight, momentsIn, reached, type Policies, type Row, type Says } from "./vocabulary.ts";

const figure = `${envelope.open} divisionCode year kind amount`;

const isPublishedInTime = ({ values: { publishedOn, dueOn } }: Row): boolean => typeof publishedOn === "string" && typeof dueOn === "string" && publishedOn <= dueOn;

const hasAssessment: Says = (assessment, asking) =>
  (asking.viewer.audience === "finance" && isWithin(assessment.values["divisionCode"], asking)) ||
  (asking.viewer.audience === "department" && isOwn(assessment.values["governmentId"], asking));

const seesToArrears: Says = ({ values }, asking) =>
  (["finance", "creditLead", "housing"].includes(asking.viewer.audience) && isWithin(values["divisionCode"], asking)) ||
  isOwn(values["debtorId"], asking) ||
  isOwn(values["creditorId"], asking) ||
  (isBody(asking.viewer) && isOwn(values["sourceOrganizationId"], asking));

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
    rows: (record, asking) => seesToArrears(record, asking) || asking.sharing.opens("ArrearsRecord", record.values["divisionCode"]),
    letInBy: ["ArrearsRecord"],
    open: envelope.open,
    shared: envelope.shared,
    closed: [
      {
        fields: "debtorId creditorId creditorUscc contractId divisionCode kind dueOn amount paidAmount dailyInterestRate isDisputed",
        class: "conditional",
        readers: [...everyBody, "enterprise"],
        where: seesToArrears,
        grantedIn: ({ values }) => values["divisionCode"],
      },
    ],
    order: ["recordNo", "ASC"],
  },
  Bond: { open: `${figure} code name issuedOn termYears rate maturesOn`, shared: envelope.shared, order: ["year", "DESC"] },
  BondTranche: { open: `${figure} bondId trancheNo purpose projectCode`, shared: envelope.shared, order: ["year", "DESC"] },
  // The plan is P, whether it was paid U.
  DebtServiceDue: { open: `${envelope.open} bondId divisionCode dueOn principal interest`, shared: `${envelope.shared} paidOn paidAmount`, order: ["dueOn", "ASC"] },
  FundUse: { open: `${envelope.open} trancheId projectCode year budget spent`, shared: envelope.shared, order: ["year", "DESC"] },
  DisclosureDuty: {
    open: `${envelope.open} divisionCode document year approvedOn dueOn publishedOn url settlement`,
    shared: envelope.shared,
    derived: { isLate: (duty, asking) => isPast(duty.values["dueOn"], asking) && !isPublishedInTime(duty) },
    order: ["dueOn", "DESC"],
    edges: (duty) => (isPublishedInTime(duty) ? [] : [midnight(dayAfter(String(duty.values["dueOn"])))]),
  },
  GovernmentCreditRating: { open: `${envelope.open} divisionCode agency grade outlook ratedOn`, shared: envelope.shared, order: ["ratedOn", "DESC"] },
  // R: the finance chain and the own government; never published.
  DebtRiskAssessment: {
    rows: hasAssessment,
    open: `${envelope.open} year`,
    shared: envelope.shared,
    closed: [{ fields: "divisionCode governmentId debtRatio serviceRatio overdueRatio level", class: "restricted", readers: ["finance", "department"], where: everyone }],
    order: ["year", "DESC"],
  },
};
