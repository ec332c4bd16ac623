import type { Body } from "../demonstration/bodies.ts";
import { chanceOf } from "../demonstration/chance.ts";
import { landline } from "../demonstration/names.ts";
import { areaCodeOf, staffed } from "../demonstration/places.ts";
import { seedTable, type Cell } from "./seed-table.ts";
import { mergedBody } from "./stories.ts";
import type { SeedWorld } from "./seed-world.ts";

const common = [
  "uscc", "name", "divisionCode", "level", "status", "parentId", "successorId", "foundedOn", "dissolvedOn", "officeAddress", "phone", "creditContact", "bankAccount", "sourceSystem", "sourceRecordNo", "validFrom", "validTo", "sourceOrganizationId",
] as const;

/** Bodies that the demonstration data lacks: the departments of all governments but those that have some there. */
const added = ({ bodies }: SeedWorld): readonly Body[] => bodies.filter(({ duty, division }) => duty !== "government" && !staffed.includes(division.code));

const isInstitution = ({ duty }: Body): boolean => duty === "tradingCentre";
const addedDepartments = (world: SeedWorld): readonly Body[] => added(world).filter((body) => !isInstitution(body));
const addedInstitutions = (world: SeedWorld): readonly Body[] => added(world).filter(isInstitution);

/** Rows of Department; one of them was merged into another. */
export const departments = seedTable("departments", [...common, "governmentId", "duty"], {
  about: (world) => addedDepartments(world).length + 1,
  *rows(world) {
    for (const body of addedDepartments(world)) yield { ...rowOf(world, body), governmentId: governmentOf(world, body), duty: body.task };
    const { uscc, name, divisionCode, successor, lastDay, foundedOn } = mergedBody;
    const into = world.bodyOf(divisionCode, successor);
    yield {
      ...rowOf(world, { ...into, uscc, name }), governmentId: governmentOf(world, into), duty: "负责商务和外来投资服务；职责已由投资促进局承继。",
      status: "MERGED", successorId: into.uscc, foundedOn, validFrom: foundedOn, dissolvedOn: lastDay, validTo: lastDay,
      officeAddress: null, phone: null, creditContact: null, bankAccount: null,
    };
  },
});

/** Rows of Institution: trading centres. */
export const institutions = seedTable("institutions", [...common, "sponsorId", "purpose"], {
  about: (world) => addedInstitutions(world).length,
  *rows(world) {
    for (const body of addedInstitutions(world)) yield { ...rowOf(world, body), sponsorId: governmentOf(world, body), purpose: body.task };
  },
});

const governmentOf = (world: SeedWorld, { division }: Body): string => world.bodyOf(division.code, "government").uscc;

function rowOf(world: SeedWorld, body: Body): Readonly<Partial<Record<(typeof common)[number], Cell>>> {
  const { division, uscc } = body;
  const chance = chanceOf(`seed/organization/${uscc}`);
  const foundedOn = chance.day("2018-12-01", "2019-03-31");
  const areaCode = areaCodeOf(division.code);
  return {
    uscc, foundedOn,
    name: body.name,
    divisionCode: division.code,
    level: division.level,
    status: "ACTIVE",
    parentId: governmentOf(world, body),
    officeAddress: `${division.name}示例路${chance.whole(1, 299)}号`,
    phone: landline(areaCode, chance),
    creditContact: `办公室（信用工作） ${landline(areaCode, chance)}`,
    bankAccount: `示例银行${division.name}支行 000000${chance.digits(10)}`,
    sourceSystem: "四川省社会信用信息平台",
    sourceRecordNo: `JG-${uscc}`,
    validFrom: foundedOn,
    sourceOrganizationId: world.bodyOf("510000", "developmentReform").uscc,
  };
}
