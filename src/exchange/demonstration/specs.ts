import type { tenderMethod, tenderStatus } from "../../domains/bidding/codelists.ts";
import type { projectKind, projectStage } from "../../domains/reference/codelists.ts";
import type { Duty } from "./bodies.ts";
import type { Industry } from "./codes.ts";

export type ProjectKind = (typeof projectKind.values)[number];
export type ProjectStage = (typeof projectStage.values)[number];
export type TenderMethod = (typeof tenderMethod.values)[number];
export type TenderStatus = (typeof tenderStatus.values)[number];

/** What is decided about a project before chance fills in the rest. */
export interface ProjectSpec {
  readonly code: string;
  readonly name: string;
  readonly kind: ProjectKind;
  readonly stage: ProjectStage;
  readonly industry: Industry;
  readonly divisionCode: string;
  /** The body of that division that is responsible. */
  readonly owner: Duty;
  /** Planned investment in whole 元. */
  readonly investment: number;
  readonly approvedOn: string;
}

/** What is decided about a tender before chance fills in the rest. */
export interface TenderSpec {
  readonly tenderNo: string;
  readonly title: string;
  readonly project: ProjectSpec;
  readonly method: TenderMethod;
  readonly status: TenderStatus;
  /** Day of the notice. */
  readonly noticedOn: string;
  /** Day on which bids are due and the opening is planned; null: not yet fixed. */
  readonly dueOn: string | null;
  /** Budget in whole 元. */
  readonly budget: number;
  /** How many bids were handed in. */
  readonly bids: number;
}

/** Only these tenders have a recorded opening: a failed one is never opened, and a planned time opens nothing. */
export const isOpened = (status: TenderStatus): boolean => status === "OPENED" || status === "AWARDED";

/** The day on which the demonstration data stands still: what is published or paid is so by then. */
export const today = "2026-11-25";
