import type { Duty } from "../demonstration/bodies.ts";
import type { ProjectKind, ProjectStage, TenderMethod, TenderStatus } from "../demonstration/specs.ts";
import type { SeedFirm, Trade } from "./seed-firms.ts";

/** What is decided about a project. */
export interface SeedProject {
  readonly code: string;
  readonly name: string;
  readonly kind: ProjectKind;
  readonly trade: Trade;
  readonly divisionCode: string;
  /** The body of that division that is responsible. */
  readonly owner: Duty;
  /** Planned investment in whole 元. */
  readonly investment: number;
  readonly approvedOn: string;
}

/** A tender with its days as far as they have come: what has not happened is null. */
export interface SeedDeal {
  readonly project: SeedProject;
  readonly tenderNo: string;
  readonly title: string;
  readonly method: TenderMethod;
  readonly status: TenderStatus;
  readonly category: "GOODS" | "WORKS" | "SERVICES";
  readonly noticedOn: string;
  readonly dueOn: string | null;
  /** Budget and ceiling price in whole 元. */
  readonly budget: number;
  readonly ceiling: number;
  readonly isDivided: boolean;
  /** How many bids were handed in, and which of them won, counted from 0. */
  readonly bids: number;
  readonly winner: number;
  readonly awardedOn: string | null;
  readonly signedOn: string | null;
  readonly endsOn: string | null;
  readonly acceptedOn: string | null;
  /** What chance does not decide, as it belongs to a story. */
  readonly told: ToldDeal | null;
}

/** What a story decides about a tender. */
export interface ToldDeal {
  /** Who bids, and for how much in whole 元. */
  readonly bidders: readonly ToldBidder[];
  /** When what was due, and what came of it; what chance gives where it is not said. */
  readonly instalments?: readonly SeedInstalment[];
  /** A change of the contract by a second one. */
  readonly change?: { readonly contractNo: string; readonly title: string; readonly amount: number; readonly signedOn: string; readonly text: string };
}

export interface ToldBidder {
  readonly firm: SeedFirm;
  readonly price: number;
  readonly contactName: string;
  readonly contactPhone: string;
}

/** A part of what is paid for a contract. */
export interface SeedInstalment {
  /** Of the contract's amount, in percent. */
  readonly share: number;
  readonly dueOn: string;
  readonly paidOn: string | null;
  /** What was paid of it so far, in percent. */
  readonly paidPart: number;
}

/** A project and the tenders in which it has come so far. */
export interface SeedPlan {
  readonly project: SeedProject;
  readonly stage: ProjectStage;
  readonly deals: readonly SeedDeal[];
}
