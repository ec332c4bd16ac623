import { addDays, chanceOf, type Chance } from "../demonstration/chance.ts";
import { isOpened, today, type ProjectStage, type TenderMethod, type TenderStatus } from "../demonstration/specs.ts";
import { logNormal, weighted } from "./seed-chance.ts";
import { hasCome } from "./seed-days.ts";
import { projectTemplates, type ProjectTemplate } from "./seed-project-templates.ts";
import type { SeedDeal, SeedPlan, SeedProject } from "./seed-specs.ts";
import type { SeedWorld } from "./seed-world.ts";
import { storyPlans } from "./story-plans.ts";

/** All projects with their tenders, one after another: those of the stories, then by division. */
export function* plansOf(world: SeedWorld): Iterable<SeedPlan> {
  yield* storyPlans;
  for (const { division, count } of world.projects) for (let serial = 1; serial <= count; serial += 1) yield planOf(world, division.code, serial);
}

/** All tenders. */
export function* dealsOf(world: SeedWorld): Iterable<SeedDeal> {
  for (const { deals } of plansOf(world)) yield* deals;
}

/** The project of a division with this number, counted from 1. */
export function planOf(world: SeedWorld, divisionCode: string, serial: number): SeedPlan {
  const chance = chanceOf(`seed/project/${divisionCode}/${serial}`);
  const template = weighted(chance, projectTemplates.map((each) => [each.weight, each]));
  const project = projectOf(world, template, divisionCode, serial, chance);
  const count = weighted(chance, [[4, 0], [82, 1], [14, 2]]);
  const deals = template.titles.slice(0, count).flatMap((title, place) => dealOf(world, project, { title, place, serial, category: template.categories[place]! }) ?? []);
  return { project, stage: stageOf(deals[0], chance), deals };
}

function projectOf({ places }: SeedWorld, template: ProjectTemplate, divisionCode: string, serial: number, chance: Chance): SeedProject {
  const division = places.of(divisionCode);
  const approvedOn = chance.day("2019-02-11", addDays(today, -15));
  const year = approvedOn.slice(0, 4);
  const below = places.below(divisionCode);
  const place = below.length === 0 ? "" : chance.pick(below).name;
  return {
    code: `${year}-${divisionCode}-${template.industry}-01-98${serial.toString().padStart(6, "0")}`,
    name: `${division.name}${place}${year}年${template.name}（${serial}号）`,
    kind: template.kind,
    trade: template.trade,
    divisionCode,
    owner: chance.pick(template.owners),
    investment: Math.max(20, Math.round(logNormal(chance, template.median, 0.9))) * 10_000,
    approvedOn,
  };
}

/** Fewer bidders than three are no competition; most tenders have no more than six. */
const bidCounts = [[24, 3], [22, 4], [20, 5], [14, 6], [10, 7], [6, 8], [4, 9]] as const;

/** Most bids for one tender. */
export const mostBids = Math.max(...bidCounts.map(([, count]) => count));

const methods = {
  CONSTRUCTION: [[88, "OPEN"], [12, "INVITED"]],
  PROCUREMENT: [[66, "OPEN"], [4, "INVITED"], [12, "CONSULTATION"], [7, "NEGOTIATION"], [7, "INQUIRY"], [4, "SINGLE_SOURCE"]],
  PPP: [[75, "OPEN"], [25, "CONSULTATION"]],
  INVESTMENT: [[60, "OPEN"], [40, "CONSULTATION"]],
} as const satisfies Record<SeedProject["kind"], readonly (readonly [number, TenderMethod])[]>;

/** Bids for an open or invited tender have twenty days at least (招标投标法 24, 政府采购法 35), others ten here. */
const daysForBids = (method: TenderMethod, chance: Chance): number => (method === "OPEN" || method === "INVITED" ? chance.whole(20, 34) : chance.whole(10, 19));

interface Part {
  readonly title: string;
  readonly place: number;
  readonly serial: number;
  readonly category: SeedDeal["category"];
}

/** A tender of a project; null where its notice is yet to come. */
function dealOf({ workday }: SeedWorld, project: SeedProject, { title, place, serial, category }: Part): SeedDeal | null {
  const chance = chanceOf(`seed/tender/${project.code}/${place}`);
  const noticedOn = workday(addDays(project.approvedOn, chance.whole(15, 120)));
  if (!hasCome(noticedOn)) return null;
  const method = weighted<TenderMethod>(chance, methods[project.kind]);
  const isPlanned = !hasCome(addDays(noticedOn, 4)) && chance.percent(40);
  const dueOn = isPlanned ? null : workday(addDays(noticedOn, daysForBids(method, chance)));
  const fate = weighted<"FAILED" | "CANCELLED" | "AWARDED">(chance, [[method === "SINGLE_SOURCE" ? 0 : 5, "FAILED"], [2, "CANCELLED"], [93, "AWARDED"]]);
  const awardedOn = dueOn === null ? null : workday(addDays(dueOn, chance.whole(4, 9)));
  const status = statusOf(fate, dueOn, awardedOn);
  const isAwarded = status === "AWARDED";
  // Within thirty days of the notice to the winner (招标投标法 46, 政府采购法 46).
  const signedOn = isAwarded ? workday(addDays(awardedOn!, chance.whole(4, 24))) : null;
  const isSigned = signedOn !== null && hasCome(signedOn);
  const endsOn = isSigned ? addDays(signedOn, category === "WORKS" ? chance.whole(120, 540) : chance.whole(40, 360)) : null;
  const acceptedOn = endsOn === null ? null : workday(addDays(endsOn, chance.whole(3, 18)));
  const budget = Math.max(100_000, Math.round((project.investment * (place === 0 ? chance.whole(55, 90) : chance.whole(2, 5))) / 1_000_000) * 10_000);
  const bids = bidsOf(method, status, noticedOn, chance);
  return {
    project, method, status, category, noticedOn, dueOn, budget, bids,
    tenderNo: `${project.divisionCode}-${noticedOn.slice(0, 4)}-${project.kind === "PROCUREMENT" ? "CG" : "GC"}-S${serial.toString().padStart(6, "0")}${place + 1}`,
    title: `${project.name}${title}`,
    ceiling: Math.round((budget * chance.whole(94, 100)) / 100),
    isDivided: dueOn !== null && chance.percent(12),
    winner: isAwarded ? chance.whole(0, bids - 1) : 0,
    awardedOn: isAwarded ? awardedOn : null,
    signedOn: isSigned ? signedOn : null,
    endsOn,
    acceptedOn: acceptedOn !== null && hasCome(acceptedOn) ? acceptedOn : null,
    told: null,
  };
}

function statusOf(fate: "FAILED" | "CANCELLED" | "AWARDED", dueOn: string | null, awardedOn: string | null): TenderStatus {
  if (dueOn === null) return "NOTICED";
  if (fate === "CANCELLED") return "CANCELLED";
  if (!hasCome(dueOn)) return "BIDDING";
  if (fate === "FAILED") return "FAILED";
  return hasCome(awardedOn!) ? "AWARDED" : "OPENED";
}

function bidsOf(method: TenderMethod, status: TenderStatus, noticedOn: string, chance: Chance): number {
  const enough = weighted<number>(chance, bidCounts);
  if (status === "NOTICED" || status === "CANCELLED") return 0;
  if (status === "FAILED") return chance.whole(0, 2);
  if (status === "BIDDING" && !hasCome(addDays(noticedOn, 5))) return 0;
  return method === "SINGLE_SOURCE" ? 1 : enough;
}

/** How far a project has come with its first tender. */
function stageOf(deal: SeedDeal | undefined, chance: Chance): ProjectStage {
  if (!deal) return chance.percent(10) ? "CANCELLED" : "PLANNED";
  if (deal.status === "CANCELLED") return "CANCELLED";
  if (!isOpened(deal.status) || deal.signedOn === null) return "TENDERING";
  return deal.acceptedOn === null ? "UNDER_WAY" : "COMPLETED";
}
