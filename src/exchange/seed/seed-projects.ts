import { chanceOf, yuan } from "../demonstration/chance.ts";
import { plansOf } from "./seed-plans.ts";
import { seedTable } from "./seed-table.ts";

/** Rows of Project. */
export const projects = seedTable(
  "projects",
  ["code", "name", "kind", "stage", "ownerId", "divisionCode", "investment", "approvedOn", "planNo", "sourceSystem", "sourceRecordNo", "documentNo", "documentDate", "validFrom", "sourceOrganizationId"],
  {
    about: ({ sizes }) => sizes.projects,
    *rows(world) {
      for (const { project, stage } of plansOf(world)) {
        const { code, name, kind, divisionCode, owner, investment, approvedOn } = project;
        const chance = chanceOf(`seed/project-row/${code}`);
        const year = approvedOn.slice(0, 4);
        yield {
          code, name, kind, stage, divisionCode, approvedOn,
          ownerId: world.bodyOf(divisionCode, owner).uscc,
          investment: yuan(investment),
          planNo: `${divisionCode}-JH-${year}-${chance.digits(6)}`,
          sourceSystem: "投资项目在线审批监管平台",
          sourceRecordNo: `XM-${code}`,
          documentNo: `演示发改投〔${year}〕${chance.whole(1, 900)}号`,
          documentDate: approvedOn, validFrom: approvedOn,
          sourceOrganizationId: world.bodyOf(divisionCode, "developmentReform").uscc,
        };
      }
    },
  },
);
