import { envelope, type Policies } from "./vocabulary.ts";

const figure = `${envelope.open} divisionCode year kind amount`;

export const debt: Policies = {
  DebtRecord: { open: figure, shared: envelope.shared, order: ["year", "DESC"] },
  DebtLimit: { open: `${figure} approvedOn`, shared: envelope.shared, order: ["year", "DESC"] },
  DebtBalance: { open: `${figure} asOf`, shared: envelope.shared, order: ["year", "DESC"] },
};
