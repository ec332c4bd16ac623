import { bodyId } from "./bodies.ts";
import { bondName, debtProvenance, trancheName, type BondSpec, type TrancheSpec } from "./bonds.ts";
import { addDays, chanceOf, uuidOf, yuan } from "./chance.ts";
import { envelopeOf } from "./envelopes.ts";

/** The last day of which the demonstration data knows what was paid and spent. */
const lastDay = "2026-11-24";

/** The stable name of a payment, from which its identifier follows. */
export const paymentName = (code: string, dueOn: string, divisionCode: string): string => `debt-service/${code}/${dueOn}/${divisionCode}`;

/** Payments that a chance does not decide: what became of them, by stable name. */
export type Payments = ReadonlyMap<string, "LATE" | "UNPAID">;

/** Days on which interest is due, the last being that of maturity. */
function dueDays({ issuedOn, termYears, payments }: BondSpec): readonly string[] {
  const [year, month, day] = issuedOn.split("-").map(Number) as [number, number, number];
  return Array.from({ length: termYears * payments }, (_, place) => {
    const months = month - 1 + (12 / payments) * (place + 1);
    return `${year + Math.floor(months / 12)}-${twoDigits((months % 12) + 1)}-${twoDigits(day)}`;
  });
}

const twoDigits = (number: number): string => number.toString().padStart(2, "0");

/** Rows of DebtServiceDue: for each bond, day and division that uses the money one, together what the holders get. */
export const debtServiceRows = (specs: readonly BondSpec[], decided: Payments) =>
  specs.flatMap((spec) => {
    const shares = Map.groupBy(spec.tranches, ({ divisionCode }) => divisionCode);
    return dueDays(spec).flatMap((dueOn) => [...shares].map(([divisionCode, tranches]) => paymentRow(spec, dueOn, divisionCode, tranches, decided)));
  });

function paymentRow(spec: BondSpec, dueOn: string, divisionCode: string, tranches: readonly TrancheSpec[], decided: Payments) {
  const name = paymentName(spec.code, dueOn, divisionCode);
  const share = tranches.reduce((sum, { amount }) => sum + amount, 0);
  const principal = dueOn === spec.maturesOn ? share : 0;
  const interest = ((share / 10_000) * spec.rate) / spec.payments;
  const paidOn = paidDay(name, dueOn, decided);
  return {
    ...envelopeOf("DSV", name, { ...debtProvenance, validFrom: spec.issuedOn }),
    bondId: uuidOf(bondName(spec.code)),
    divisionCode,
    dueOn,
    principal: yuan(principal),
    interest: interest.toFixed(2),
    paidOn,
    paidAmount: paidOn === null ? null : (principal + interest).toFixed(2),
  };
}

/** Nearly all is paid on the day or some days before; a few are paid late, and nothing of the future is paid. */
function paidDay(name: string, dueOn: string, decided: Payments): string | null {
  const chance = chanceOf(name);
  const outcome = decided.get(name) ?? (chance.percent(4) ? "LATE" : "PAID");
  const day = outcome === "UNPAID" ? null : addDays(dueOn, outcome === "LATE" ? chance.whole(1, 20) : -chance.whole(0, 5));
  return day === null || dueOn > lastDay || day > lastDay ? null : day;
}

/** Rows of FundUse: a third of a tranche is allotted in the year of issue and the rest in the next; what is spent never exceeds it. */
export const fundUseRows = (specs: readonly BondSpec[]) =>
  specs.flatMap((spec) =>
    spec.tranches.flatMap((tranche) => {
      const { project, amount } = tranche;
      if (!project) return [];
      const first = Math.round(amount / 3);
      return ([[spec.year, first], [spec.year + 1, amount - first]] as const)
        .filter(([year]) => year <= Number(lastDay.slice(0, 4)))
        .map(([year, budget]) => {
          const name = `fund-use/${spec.code}/${tranche.trancheNo}/${year}`;
          return {
            ...envelopeOf("FUS", name, { sourceOrganizationId: bodyId(tranche.divisionCode, "finance"), sourceSystem: debtProvenance.sourceSystem, validFrom: `${year}-01-01`, validTo: `${year}-12-31` }),
            trancheId: uuidOf(trancheName(spec.code, tranche.trancheNo)),
            projectCode: project.code,
            year,
            budget: yuan(budget),
            spent: yuan(Math.round((budget * chanceOf(name).whole(35, 100)) / 100)),
          };
        });
    }),
  );
