import { bodyId, type Body } from "./bodies.ts";
import { chanceOf } from "./chance.ts";
import { envelopeOf } from "./envelopes.ts";
import { landline } from "./names.ts";
import { areaCodeOf } from "./places.ts";

/** These had another name before, really; since when they have been there is not known here. */
const reallyRenamed: ReadonlySet<string> = new Set(["中国人民银行四川省分行", "四川省经济合作局"]);

/** The day from which the made-up 投资促进局 of the showcase county has the duties of the 招商局 before it. */
const succession = { lastDay: "2019-01-31", firstDay: "2019-02-01" };

/** Rows of Government, Department and Institution; a government refers to governments only, so that they can be stored first. */
export function organizationRows(bodies: readonly Body[]) {
  return {
    governments: bodies.filter(({ duty }) => duty === "government").map((body) => ({ ...organizationRow(body), governedCode: body.division.code })),
    departments: bodies
      .filter((body) => body.duty !== "government" && !isInstitution(body))
      .map((body) => ({ ...organizationRow(body), governmentId: bodyId(body.division.code, "government"), duty: body.task })),
    institutions: bodies.filter(isInstitution).map((body) => ({ ...organizationRow(body), sponsorId: bodyId(body.division.code, "government"), purpose: body.task })),
  };
}

const isInstitution = ({ duty }: Body): boolean => duty === "tradingCentre";

function organizationRow(body: Body) {
  const { division, duty } = body;
  const name = `organization/${division.code}/${duty}`;
  const chance = chanceOf(name);
  const isGovernment = duty === "government";
  const isFormer = duty === "formerInvestment";
  const areaCode = areaCodeOf(division.code);
  const madeUp = isGovernment ? null : isFormer ? "2010-03-01" : duty === "investment" && division.code === "510104" ? succession.firstDay : chance.day("2018-12-01", "2019-03-31");
  const foundedOn = reallyRenamed.has(body.name) ? null : madeUp;
  const dissolvedOn = isFormer ? succession.lastDay : null;
  return {
    ...envelopeOf("ORG", name, {
      sourceOrganizationId: bodyId("510000", isGovernment ? "government" : "developmentReform"),
      sourceSystem: "四川省社会信用信息平台",
      ...(foundedOn === null ? {} : { validFrom: foundedOn }),
      ...(dissolvedOn === null ? {} : { validTo: dissolvedOn }),
    }),
    uscc: body.uscc,
    name: body.name,
    divisionCode: division.code,
    level: division.level,
    status: isFormer ? "ABOLISHED" : "ACTIVE",
    parentId: isGovernment ? (division.parentCode === null ? null : bodyId(division.parentCode, "government")) : bodyId(division.code, "government"),
    successorId: isFormer ? bodyId(division.code, "investment") : null,
    foundedOn,
    dissolvedOn,
    officeAddress: isFormer ? null : `${division.name}示例路${chance.whole(1, 299)}号`,
    phone: isFormer ? null : landline(areaCode, chance),
    creditContact: isFormer ? null : `办公室（信用工作） ${landline(areaCode, chance)}`,
    bankAccount: isFormer ? null : `示例银行${division.name}支行 000000${chance.digits(10)}`,
  };
}
