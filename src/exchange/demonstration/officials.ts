import { bodyId, headTitle, type Body, type Duty } from "./bodies.ts";
import { chanceOf } from "./chance.ts";
import { demonstrationIdentityNumber } from "./codes.ts";
import { envelopeOf } from "./envelopes.ts";
import { mobile, person } from "./names.ts";

/** Bodies whose civil servants are in the data, eight each; of the others only the head is known, as the public knows one. */
export const staffedDuties: readonly Duty[] = ["government", "developmentReform", "finance", "personnel", "housing"];
const perBody = 8;

/** The first so many posts of a body are leading ones (领导职务); deputies come in two. */
const leadingPosts = 3;

const ordinaryPosts = {
  PROVINCE: ["处长", "一级调研员", "三级调研员", "一级主任科员", "四级主任科员"],
  PREFECTURE: ["科长", "四级调研员", "一级主任科员", "三级主任科员", "一级科员"],
  COUNTY: ["办公室主任", "一级主任科员", "二级主任科员", "四级主任科员", "一级科员"],
  TOWNSHIP: [],
} as const;

/** The stable name of the official in the place-th post of a body, counted from 0. */
export const officialName = (divisionCode: string, duty: Duty, place: number): string => `official/${divisionCode}/${duty}/${place}`;

/** Deviations of single officials from what chance gives, by stable name; see landmarks. */
export interface Exception {
  readonly minority?: true;
  readonly withoutBirthDate?: true;
}

const postTitle = (body: Body, place: number): string =>
  place === 0 ? headTitle(body) : place < leadingPosts ? `副${headTitle(body)}` : ordinaryPosts[body.division.level][place - leadingPosts]!;

/** A government's leaders are managed one level above (干部管理权限), everybody else at the own level. */
function managingBody({ duty, division }: Body, isLeading: boolean): string {
  const code = duty === "government" && isLeading && division.level !== "PROVINCE" ? division.parentCode! : division.code;
  return bodyId(code, "personnel");
}

export type OfficialRow = ReturnType<typeof officialRow>;

/** Rows of Official: eight for each staffed body of a government that has departments. */
export function officialRows(bodies: readonly Body[], exceptions: ReadonlyMap<string, Exception>) {
  const withDepartments = new Set(bodies.filter((body) => body.duty === "personnel").map((body) => body.division.code));
  return bodies
    .filter((body) => staffedDuties.includes(body.duty) && withDepartments.has(body.division.code))
    .flatMap((body) => Array.from({ length: perBody }, (_, place) => officialRow(body, place, exceptions)));
}

function officialRow(body: Body, place: number, exceptions: ReadonlyMap<string, Exception>) {
  const { division, duty } = body;
  const stableName = officialName(division.code, duty, place);
  const exception = exceptions.get(stableName) ?? {};
  const chance = chanceOf(stableName);
  const isLeading = place < leadingPosts;
  const minority = exception.minority ? 100 : division.code.startsWith("5132") ? 60 : 6;
  const { name, ethnicity } = person(chance, minority);
  const gender = chance.pick(["MALE", "FEMALE"] as const);
  const birthDate = isLeading ? chance.day("1968-01-01", "1982-12-31") : chance.day("1970-01-01", "2000-12-31");
  const managing = managingBody(body, isLeading);
  const validFrom = chance.day("2020-01-01", "2025-06-30");
  return {
    ...envelopeOf("OFF", stableName, { sourceOrganizationId: managing, sourceSystem: "公务员管理信息系统" }),
    /** The day on which the present post was taken. */
    validFrom,
    name,
    gender,
    birthYear: exception.withoutBirthDate ? null : Number(birthDate.slice(0, 4)),
    organizationId: body.id,
    managingOrganizationId: managing,
    postTitle: postTitle(body, place),
    isLeading,
    birthDate: exception.withoutBirthDate ? null : birthDate,
    idNumber: demonstrationIdentityNumber(birthDate, gender, chance),
    phone: mobile(chance),
    homeAddress: `${division.name}示例家园${chance.whole(1, 30)}栋${chance.whole(1, 4)}单元${chance.whole(101, 1808)}号`,
    ethnicity,
    politicalStatus: chance.pick(["中共党员", "中共党员", "中共党员", "群众", "民主党派成员"]),
  };
}
