import type { debtKind } from "../../domains/debt/codelists.ts";
import { bodyId } from "./bodies.ts";
import { chanceOf, uuidOf, yuan } from "./chance.ts";
import { envelopeOf } from "./envelopes.ts";
import type { ProjectSpec } from "./specs.ts";

type DebtKind = (typeof debtKind.values)[number];

/** What is decided about a bond before its tranches are known. */
export interface BondSpec {
  readonly code: string;
  readonly name: string;
  readonly kind: DebtKind;
  readonly year: number;
  readonly issuedOn: string;
  readonly maturesOn: string;
  readonly termYears: number;
  /** Interest a year in hundredths of a percent. */
  readonly rate: number;
  /** Payments of interest a year. */
  readonly payments: 1 | 2;
  readonly tranches: readonly TrancheSpec[];
}

export interface TrancheSpec {
  readonly bondCode: string;
  readonly trancheNo: number;
  readonly divisionCode: string;
  readonly purpose: string;
  readonly project: ProjectSpec | null;
  /** In whole 元, a multiple of 10,000: interest comes out without fractions of a 分. */
  readonly amount: number;
}

type Issue = Omit<BondSpec, "tranches">;

/** Code of a demonstration bond: XXX, which no real one begins with, two digits of the year, and the number of the issue in it. */
export const bondCode = (year: number, serial: number): string => `XXX${year % 100}${serial.toString().padStart(2, "0")}`;

/** The stable names of a bond and of its tranches, from which their identifiers follow. */
export const bondName = (code: string): string => `bond/${code}`;
export const trancheName = (code: string, trancheNo: number): string => `bond-tranche/${code}/${trancheNo}`;

const years = [2023, 2024, 2025, 2026] as const;
const serials = ["一", "二", "三", "四", "五"] as const;

/** What the province issues every year, in order; the third refinances older debt and pays for no project. */
const calendar = [
  { kind: "GENERAL", day: "03-20", termYears: 5, refinances: false },
  { kind: "SPECIAL", day: "03-27", termYears: 10, refinances: false },
  { kind: "GENERAL", day: "05-15", termYears: 3, refinances: true },
  { kind: "GENERAL", day: "08-14", termYears: 7, refinances: false },
  { kind: "SPECIAL", day: "09-11", termYears: 15, refinances: false },
] as const;

interface PlannedIssue extends Issue {
  readonly refinances: boolean;
}

const issues: readonly PlannedIssue[] = years.flatMap((year) =>
  calendar.map(({ kind, day, termYears, refinances }, place): PlannedIssue => {
    const code = bondCode(year, place + 1);
    return {
      code,
      name: `${year}年四川省政府${refinances ? "再融资" : ""}${kind === "GENERAL" ? "一般" : "专项"}债券（演示${serials[place]!}期）`,
      kind,
      year,
      issuedOn: `${year}-${day}`,
      maturesOn: `${year + termYears}-${day}`,
      termYears,
      rate: chanceOf(bondName(code)).whole(195, 245) + termYears * 5,
      payments: termYears >= 10 ? 2 : 1, // long ones pay every half year
      refinances,
    };
  }),
);

/** Divisions whose older debt the refinancing bonds replace. */
const refinanced = ["510000", "510100", "510700", "513200"] as const;

/** Projects with income of their own are for special bonds, the others for general ones; a concession lives on its users and gets none. */
const debtKindOf = ({ kind, name }: ProjectSpec): DebtKind => (kind === "INVESTMENT" || /老旧小区|排水管网/.test(name) ? "SPECIAL" : "GENERAL");

/** The share of its investment that a project gets in the first issue after its approval; a large one gets as much again in the next. */
const large = 50_000_000;

/** All bonds with their tranches: those of the showcase county's projects come first in each bond. Where nobody needs money, nothing is issued. */
export function bondSpecs(projects: readonly ProjectSpec[], isShowcase: (project: ProjectSpec) => boolean): readonly BondSpec[] {
  const funded = projects.filter((project) => isShowcase(project) || ((project.kind === "CONSTRUCTION" || project.kind === "INVESTMENT") && project.stage !== "PLANNED" && project.stage !== "CANCELLED"));
  const byIssue = Map.groupBy(
    funded.flatMap((project) => {
      const open = issues.filter((issue) => !issue.refinances && issue.kind === debtKindOf(project) && issue.issuedOn > project.approvedOn);
      return open.slice(0, project.investment >= large ? 2 : 1).map((issue) => ({ issue: issue.code, project }));
    }),
    ({ issue }) => issue,
  );
  const planned = issues.map(({ refinances, ...issue }): BondSpec => {
    const parts = refinances
      ? refinanced.map((divisionCode) => ({ divisionCode, purpose: "偿还到期债券本金", project: null, amount: chanceOf(`refinancing/${issue.code}/${divisionCode}`).whole(1_000, 9_000) * 1_000_000 }))
      : (byIssue.get(issue.code) ?? []).map(({ project }) => ({ divisionCode: project.divisionCode, purpose: `用于${project.name}`, project, amount: shareOf(project, issue.code) }));
    return { ...issue, tranches: parts.map((part, place) => ({ ...part, bondCode: issue.code, trancheNo: place + 1 })) };
  });
  return planned.filter(({ tranches }) => tranches.length > 0);
}

const shareOf = (project: ProjectSpec, issue: string): number => Math.max(1, Math.round((project.investment * chanceOf(`tranche/${issue}/${project.code}`).whole(20, 35)) / 1_000_000)) * 10_000;

/** What the province's finance department supplies about debt, from its own system. */
export const debtProvenance = { sourceOrganizationId: bodyId("510000", "finance"), sourceSystem: "地方政府债务管理系统" };

/** Rows of Bond: the province issues, for whoever uses the money. */
export const bondRows = (specs: readonly BondSpec[]) =>
  specs.map((spec) => ({
    ...envelopeOf("BND", bondName(spec.code), {
      ...debtProvenance,
      documentNo: `演示债券〔${spec.year}〕${spec.code}号`,
      documentDate: spec.issuedOn,
      validFrom: spec.issuedOn,
      validTo: spec.maturesOn,
    }),
    divisionCode: "510000",
    year: spec.year,
    kind: spec.kind,
    amount: yuan(spec.tranches.reduce((sum, { amount }) => sum + amount, 0)),
    code: spec.code,
    name: spec.name,
    issuedOn: spec.issuedOn,
    termYears: spec.termYears,
    rate: (spec.rate / 100).toFixed(4),
    maturesOn: spec.maturesOn,
  }));

/** Rows of BondTranche. */
export const bondTrancheRows = (specs: readonly BondSpec[]) =>
  specs.flatMap((spec) =>
    spec.tranches.map((tranche) => ({
      ...envelopeOf("BTR", trancheName(spec.code, tranche.trancheNo), { ...debtProvenance, documentDate: spec.issuedOn, validFrom: spec.issuedOn, validTo: spec.maturesOn }),
      divisionCode: tranche.divisionCode,
      year: spec.year,
      kind: spec.kind,
      amount: yuan(tranche.amount),
      bondId: uuidOf(bondName(spec.code)),
      trancheNo: tranche.trancheNo,
      purpose: tranche.purpose,
      projectCode: tranche.project?.code ?? null,
    })),
  );
