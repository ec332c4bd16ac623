import { headTitle, type Body } from "../demonstration/bodies.ts";
import { addDays, chanceOf } from "../demonstration/chance.ts";
import { mobile, person, personName } from "../demonstration/names.ts";
import { seedIdentity, type SeedIdentity } from "./seed-codes.ts";
import { seedTable } from "./seed-table.ts";
import type { SeedWorld, Staff } from "./seed-world.ts";

/** A civil servant as the rows of posts, officials, tenures and office-holders say it together. */
export interface SeedOfficial extends SeedIdentity {
  readonly number: number;
  readonly body: Body;
  /** The body that manages the person. */
  readonly managing: Body;
  readonly postNo: string;
  readonly postTitle: string;
  readonly isLeading: boolean;
  readonly isHead: boolean;
  readonly name: string;
  readonly ethnicity: string;
  readonly heldFrom: string;
}

/** Posts of a body that are leading ones (领导职务), the head's included. */
const leadingPosts = 3;

const ordinaryPosts = {
  PROVINCE: ["处长", "副处长", "一级调研员", "三级调研员", "一级主任科员", "二级主任科员", "四级主任科员"],
  PREFECTURE: ["科长", "副科长", "四级调研员", "一级主任科员", "三级主任科员", "四级主任科员", "一级科员"],
  COUNTY: ["办公室主任", "股长", "一级主任科员", "二级主任科员", "四级主任科员", "一级科员", "二级科员"],
  TOWNSHIP: ["一级科员"],
} as const;

/** How many of a hundred are not 汉族, by prefecture. */
const minorities: Readonly<Record<string, number>> = { "5132": 60, "5133": 70, "5134": 50, "5111": 10 };

/** The person in a place of a body's staff, counted from 0. */
export function officialAt(world: SeedWorld, { body, first, hasHead }: Staff, place: number): SeedOfficial {
  const number = first + place;
  const chance = chanceOf(`seed/official/${number}`);
  const rank = hasHead ? place + 1 : place;
  const { division } = body;
  const isLeading = rank < leadingPosts;
  const ofLevel = ordinaryPosts[division.level];
  const isAbove = body.duty === "government" && isLeading && division.parentCode !== null;
  return {
    ...seedIdentity(number),
    number,
    body,
    managing: world.bodyOf(isAbove ? division.parentCode : division.code, "personnel"),
    postNo: `${body.uscc}-S${(place + 1).toString().padStart(4, "0")}`,
    postTitle: rank === 0 ? headTitle(body) : isLeading ? `副${headTitle(body)}` : ofLevel[(rank - leadingPosts) % ofLevel.length]!,
    isLeading,
    isHead: rank === 0,
    ...person(chance, minorities[division.code.slice(0, 4)] ?? 4),
    heldFrom: chance.day("2020-01-06", "2025-09-30"),
  };
}

function* officialsOf(world: SeedWorld): Iterable<SeedOfficial> {
  for (const staff of world.staff) for (let place = 0; place < staff.count; place += 1) yield officialAt(world, staff, place);
}

const about = ({ sizes }: SeedWorld): number => sizes.officials;
const system = "公务员管理信息系统";
const numbered = (kind: string, number: number): string => `${kind}-${number.toString().padStart(7, "0")}`;
const appointmentNo = ({ heldFrom, number }: SeedOfficial): string => `演示任〔${heldFrom.slice(0, 4)}〕${(number % 400) + 1}号`;

/** Rows of Official. */
export const officials = seedTable(
  "officials",
  ["name", "gender", "birthYear", "organizationId", "managingOrganizationId", "postTitle", "isLeading", "birthDate", "idNumber", "phone", "homeAddress", "ethnicity", "politicalStatus", "sourceSystem", "sourceRecordNo", "validFrom", "sourceOrganizationId"],
  {
    about,
    *rows(world) {
      for (const each of officialsOf(world)) {
        const chance = chanceOf(`seed/person/${each.number}`);
        yield {
          name: each.name, gender: each.gender, birthDate: each.birthDate, idNumber: each.idNumber, ethnicity: each.ethnicity, postTitle: each.postTitle,
          birthYear: each.birthDate.slice(0, 4),
          isLeading: String(each.isLeading),
          organizationId: each.body.uscc,
          managingOrganizationId: each.managing.uscc,
          phone: mobile(chance),
          homeAddress: `${each.body.division.name}示例家园${chance.whole(1, 60)}栋${chance.whole(1, 4)}单元${chance.whole(101, 1808)}号`,
          politicalStatus: chance.pick(["中共党员", "中共党员", "中共党员", "群众", "民主党派成员"]),
          sourceSystem: system, sourceRecordNo: numbered("GW", each.number), validFrom: each.heldFrom, sourceOrganizationId: each.managing.uscc,
        };
      }
    },
  },
);

/** Rows of Post: one for each official. */
export const posts = seedTable(
  "posts",
  ["postNo", "organizationId", "title", "isLeading", "managingOrganizationId", "sourceSystem", "sourceRecordNo", "sourceOrganizationId"],
  {
    about,
    *rows(world) {
      for (const { postNo, body, managing, postTitle: title, isLeading, number } of officialsOf(world)) {
        yield { postNo, title, organizationId: body.uscc, isLeading: String(isLeading), managingOrganizationId: managing.uscc, sourceSystem: "机构编制管理信息系统", sourceRecordNo: numbered("ZW", number), sourceOrganizationId: managing.uscc };
      }
    },
  },
);

/** Rows of Tenure: the present post of each official. */
export const tenures = seedTable(
  "tenures",
  ["officialId", "managingOrganizationId", "postId", "organizationId", "postTitle", "heldFrom", "appointmentNo", "sourceSystem", "sourceRecordNo", "validFrom", "sourceOrganizationId"],
  {
    about,
    *rows(world) {
      for (const each of officialsOf(world)) {
        yield {
          officialId: each.idNumber, managingOrganizationId: each.managing.uscc, postId: each.postNo, organizationId: each.body.uscc, postTitle: each.postTitle, heldFrom: each.heldFrom,
          appointmentNo: appointmentNo(each), sourceSystem: system, sourceRecordNo: numbered("RZ", each.number), validFrom: each.heldFrom, sourceOrganizationId: each.managing.uscc,
        };
      }
    },
  },
);

/** Rows of OfficeHolder: who holds leading posts, and whom the heads followed. */
export const officeHolders = seedTable(
  "office-holders",
  ["name", "postTitle", "organizationId", "postId", "heldFrom", "heldTo", "appointmentNo", "officialId", "sourceSystem", "sourceRecordNo", "documentNo", "documentDate", "validFrom", "validTo", "sourceOrganizationId"],
  {
    about: ({ sizes, bodies }) => Math.min(sizes.officials, bodies.length * leadingPosts),
    *rows(world) {
      for (const staff of world.staff) {
        for (let place = 0; place < Math.min(staff.count, leadingPosts); place += 1) {
          const each = officialAt(world, staff, place);
          if (!each.isLeading) break;
          const { postTitle, body: { uscc }, postNo, heldFrom, number } = each;
          const common = { postTitle, organizationId: uscc, postId: postNo, sourceSystem: "政府信息公开系统", sourceOrganizationId: uscc };
          const documentNo = appointmentNo(each);
          yield { ...common, name: each.name, heldFrom, appointmentNo: documentNo, officialId: each.idNumber, sourceRecordNo: numbered("LD", number), documentNo, documentDate: heldFrom, validFrom: heldFrom };
          if (!each.isHead) continue;
          const before = chanceOf(`seed/before/${number}`);
          const [from, to] = [before.day("2013-01-07", "2017-12-31"), addDays(heldFrom, -1)];
          yield { ...common, name: personName(before), heldFrom: from, heldTo: to, sourceRecordNo: `${numbered("LD", number)}-1`, documentDate: from, validFrom: from, validTo: to };
        }
      }
    },
  },
);
