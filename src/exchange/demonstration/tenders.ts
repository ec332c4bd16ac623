import type { procurementRegime, tenderCategory } from "../../domains/bidding/codelists.ts";
import { bodyId } from "./bodies.ts";
import { addDays, at, chanceOf, uuidOf, yuan } from "./chance.ts";
import { envelopeOf } from "./envelopes.ts";
import { tenderAgencies } from "./firms.ts";
import { officialName, staffedDuties } from "./officials.ts";
import { projectName } from "./projects.ts";
import { showcaseTenders, tenderNo } from "./showcase.ts";
import { isOpened, type ProjectKind, type ProjectSpec, type ProjectStage, type TenderMethod, type TenderSpec, type TenderStatus } from "./specs.ts";

const methods: Readonly<Record<ProjectKind, readonly TenderMethod[]>> = {
  CONSTRUCTION: ["OPEN", "OPEN", "INVITED"],
  PROCUREMENT: ["OPEN", "CONSULTATION", "INQUIRY", "NEGOTIATION", "SINGLE_SOURCE"],
  PPP: ["OPEN", "CONSULTATION"],
  INVESTMENT: ["CONSULTATION", "OPEN"],
};

/** What a project's tenders may have come to, given how far the project is. */
const statuses: Readonly<Record<ProjectStage, readonly TenderStatus[]>> = {
  PLANNED: [],
  TENDERING: ["BIDDING", "OPENED", "NOTICED", "FAILED"],
  UNDER_WAY: ["AWARDED"],
  COMPLETED: ["AWARDED"],
  CANCELLED: ["CANCELLED", "FAILED"],
};

const titles: Readonly<Record<ProjectKind, readonly [string, string]>> = {
  CONSTRUCTION: ["施工招标", "监理招标"],
  PROCUREMENT: ["采购", "验收服务采购"],
  PPP: ["特许经营者招标", "咨询服务采购"],
  INVESTMENT: ["招商服务采购", "规划咨询服务采购"],
};

/** Two tenders for each generated project that has come so far, and the showcase county's own. */
export function tenderSpecs(projects: readonly ProjectSpec[]): readonly TenderSpec[] {
  const showcased = new Set(Object.values(showcaseTenders).map((spec) => spec.project.code));
  const perDivision = new Map<string, number>();
  const generated = projects
    .filter((project) => statuses[project.stage].length > 0 && !showcased.has(project.code))
    .flatMap((project, row) => [0, 1].map((lot): TenderSpec => {
      const chance = chanceOf(`tender/${project.code}/${lot}`);
      const serial = (perDivision.get(project.divisionCode) ?? 100) + 1;
      perDivision.set(project.divisionCode, serial);
      const status = statuses[project.stage][(row + lot) % statuses[project.stage].length]!;
      const method = methods[project.kind][(row + lot) % methods[project.kind].length]!;
      const unfinished = status === "NOTICED" || status === "BIDDING";
      const noticedOn = unfinished ? chance.day("2026-09-01", "2026-10-31") : addDays(project.approvedOn, chance.whole(30, 90));
      return {
        tenderNo: tenderNo(project.divisionCode, noticedOn, project, serial),
        title: project.name + titles[project.kind][lot]!,
        project,
        method,
        status,
        noticedOn,
        dueOn: status === "NOTICED" ? null : addDays(noticedOn, method === "OPEN" || method === "INVITED" ? chance.whole(21, 35) : chance.whole(10, 20)),
        budget: Math.max(200_000, Math.round((project.investment * (lot === 0 ? chance.whole(60, 85) : chance.whole(2, 5))) / 1_000_000) * 10_000),
        bids: bidCount(method, status, chance.whole(3, 6)),
      };
    }));
  return [...Object.values(showcaseTenders), ...generated];
}

/** Three bidders at least make a competition; fewer let it fail. */
function bidCount(method: TenderMethod, status: TenderStatus, enough: number): number {
  if (status === "NOTICED" || status === "CANCELLED") return 0;
  if (status === "FAILED") return enough - 3 > 2 ? 2 : enough - 3;
  return method === "SINGLE_SOURCE" ? 1 : enough;
}

/** The stable name of a tender, from which its identifier follows. */
export const tenderName = (number: string): string => `tender/${number}`;

/** When the opening was recorded: some minutes after the planned time, which alone opens nothing. */
export const openedAt = (spec: TenderSpec): Date | null =>
  isOpened(spec.status) && spec.dueOn !== null ? at(spec.dueOn, `10:${chanceOf(`opening/${spec.tenderNo}`).whole(5, 40).toString().padStart(2, "0")}`) : null;

/** Only works, PPP and investment tenders by open or invited tendering are under the law of bidding (招标投标法). */
export const regimeOf = ({ method, project }: { readonly method: TenderMethod; readonly project: { readonly kind: ProjectKind } }): (typeof procurementRegime.values)[number] =>
  project.kind !== "PROCUREMENT" && (method === "OPEN" || method === "INVITED") ? "BIDDING" : "PROCUREMENT";

function categoryOf({ title, project, tenderNo }: TenderSpec): (typeof tenderCategory.values)[number] {
  if (title.includes("施工")) return "WORKS";
  return project.kind === "PROCUREMENT" && chanceOf(`category/${tenderNo}`).percent(25) ? "GOODS" : "SERVICES";
}

/** What is known of the process beside its steps: the law, the agency, the money, the civil servant in charge. */
function circumstances(spec: TenderSpec) {
  const { project, tenderNo } = spec;
  const chance = chanceOf(`circumstances/${tenderNo}`);
  const regime = regimeOf(spec);
  const agency = chance.percent(70) ? chance.pick(tenderAgencies) : null;
  return {
    regime,
    category: categoryOf(spec),
    agencyUscc: agency?.uscc ?? null,
    agencyName: agency?.name ?? null,
    fundingSource: project.kind === "PPP" || project.kind === "INVESTMENT" ? "社会资本" : "财政性资金",
    isMandatory: regime === "BIDDING" && project.kind === "CONSTRUCTION",
    planNo: regime === "PROCUREMENT" ? `CGJH-${project.divisionCode}-${chance.digits(6)}` : null,
    responsibleOfficialId: staffedDuties.includes(project.owner) ? uuidOf(officialName(project.divisionCode, project.owner, chance.whole(3, 5))) : null,
  };
}

/** Rows of Tender. */
export const tenderRows = (specs: readonly TenderSpec[]) =>
  specs.map((spec) => {
    const { project } = spec;
    const name = tenderName(spec.tenderNo);
    const chance = chanceOf(name);
    const ceiling = Math.round((spec.budget * chance.whole(94, 100)) / 100);
    return {
      ...envelopeOf("TND", name, {
        sourceOrganizationId: bodyId(project.divisionCode, "tradingCentre"),
        sourceSystem: "公共资源交易平台",
        documentNo: spec.tenderNo,
        documentDate: spec.noticedOn,
        validFrom: spec.noticedOn,
      }),
      tenderNo: spec.tenderNo,
      title: spec.title,
      method: spec.method,
      status: spec.status,
      projectId: uuidOf(projectName(project.code)),
      tendererId: bodyId(project.divisionCode, project.owner),
      divisionCode: project.divisionCode,
      budget: yuan(spec.budget),
      ceilingPrice: yuan(ceiling),
      noticedAt: at(spec.noticedOn, "09:00"),
      bidsDueAt: spec.dueOn === null ? null : at(spec.dueOn, "10:00"),
      openedAt: openedAt(spec),
      ...circumstances(spec),
      // A base price (标底) is drawn up for works only, and even there seldom; it is secret until the opening.
      basePrice: project.kind === "CONSTRUCTION" && spec.method === "OPEN" ? yuan(Math.round((ceiling * 93) / 100)) : null,
    };
  });

export type TenderRow = ReturnType<typeof tenderRows>[number];
