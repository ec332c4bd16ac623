import type { Body, Duty } from "./bodies.ts";
import { bodyId } from "./bodies.ts";
import { chanceOf, yuan } from "./chance.ts";
import { projectCode, type Industry } from "./codes.ts";
import { envelopeOf } from "./envelopes.ts";
import type { Places } from "./places.ts";
import { showcaseProjects } from "./showcase.ts";
import type { ProjectKind, ProjectSpec, ProjectStage } from "./specs.ts";

interface Template {
  readonly kind: ProjectKind;
  readonly industry: Industry;
  readonly owner: Duty;
  /** What follows the place's name; {below} stands for one of the divisions below it. */
  readonly name: string;
  readonly investment: readonly [least: number, most: number];
}

/** The projects that every government with departments has; amounts in 万元. */
const templates: readonly Template[] = [
  { kind: "CONSTRUCTION", industry: "48", owner: "housing", name: "{below}老旧小区改造工程", investment: [2_000, 18_000] },
  { kind: "CONSTRUCTION", industry: "48", owner: "housing", name: "{below}市政道路整治工程", investment: [1_500, 26_000] },
  { kind: "PROCUREMENT", industry: "65", owner: "finance", name: "政府采购电子化系统运行维护项目", investment: [80, 600] },
  { kind: "PROCUREMENT", industry: "65", owner: "personnel", name: "就业服务信息平台建设项目", investment: [120, 900] },
  { kind: "PPP", industry: "77", owner: "housing", name: "城镇污水处理特许经营项目", investment: [8_000, 60_000] },
  { kind: "INVESTMENT", industry: "39", owner: "investment", name: "电子信息产业园招商合作项目", investment: [10_000, 200_000] },
];

/** Every second project or so is far enough to have tenders; the order spreads the stages over kinds and places. */
const stages: readonly ProjectStage[] = ["TENDERING", "UNDER_WAY", "COMPLETED", "TENDERING", "UNDER_WAY", "PLANNED", "CANCELLED"];

/** What is planned everywhere: six projects for each government with departments, and the showcase county's own. */
export function projectSpecs(bodies: readonly Body[], places: Places): readonly ProjectSpec[] {
  const divisions = bodies.filter((body) => body.duty === "housing").map((body) => body.division);
  const generated = divisions.flatMap((division, row) =>
    templates.map((template, column): ProjectSpec => {
      const chance = chanceOf(`project/${division.code}/${column}`);
      const year = chance.whole(2023, 2026);
      const approvedOn = chance.day(`${year}-01-10`, `${year}-06-30`);
      const below = chance.pick(places.below(division.code)).name;
      return {
        code: projectCode(year, division.code, template.industry, 100 + column),
        name: division.name + template.name.replace("{below}", below),
        kind: template.kind,
        stage: stages[(row * templates.length + column) % stages.length]!,
        industry: template.industry,
        divisionCode: division.code,
        owner: template.owner,
        investment: chance.whole(...template.investment) * 10_000,
        approvedOn,
      };
    }),
  );
  return [...Object.values(showcaseProjects), ...generated];
}

/** The stable name of a project, from which its identifier follows. */
export const projectName = (code: string): string => `project/${code}`;

/** Rows of Project. */
export const projectRows = (specs: readonly ProjectSpec[]) =>
  specs.map((spec) => {
    const name = projectName(spec.code);
    const chance = chanceOf(name);
    const year = spec.approvedOn.slice(0, 4);
    return {
      ...envelopeOf("PRJ", name, {
        sourceOrganizationId: bodyId(spec.divisionCode, "developmentReform"),
        sourceSystem: "投资项目在线审批监管平台",
        documentNo: `演示发改投〔${year}〕${chance.whole(1, 300)}号`,
        documentDate: spec.approvedOn,
        validFrom: spec.approvedOn,
      }),
      code: spec.code,
      name: spec.name,
      kind: spec.kind,
      stage: spec.stage,
      ownerId: bodyId(spec.divisionCode, spec.owner),
      divisionCode: spec.divisionCode,
      investment: yuan(spec.investment),
      approvedOn: spec.approvedOn,
      planNo: `${spec.divisionCode}-JH-${year}-${chance.digits(4)}`,
    };
  });
