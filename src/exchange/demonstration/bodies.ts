import type { Division, DivisionLevel } from "../reference/read-divisions.ts";
import { uuidOf } from "./chance.ts";
import { demonstrationUscc, type UsccPrefix } from "./codes.ts";
import { placeName, staffed, type Places } from "./places.ts";

/**
 * The bodies of government. Their names are those of real offices, since the divisions are real; codes, telephones, addresses, days and
 * reorganisations are made up. 公共资源交易中心 is an Institution that the government sponsors. Three simplifications hold until the catalogue
 * has more kinds of organisations:
 *
 * - The court and the supervisory commission stand beside the government, and the central bank's branch is the State's: all are
 *   Departments here.
 * - 组织部, which manages leading cadres, is an organ of the Party. The body for human resources (人力资源和社会保障) stands for it, and the
 *   provincial one for the 公务员主管部门 too.
 * - A province's leading officials are managed by the centre; here by the province's own personnel body.
 */
export type Duty =
  | "government"
  | "developmentReform"
  | "finance"
  | "personnel"
  | "housing"
  | "audit"
  | "tradingCentre"
  | "supervision"
  | "investment"
  | "highCourt"
  | "centralBank"
  | "formerInvestment";

export interface Body {
  readonly id: string;
  readonly duty: Duty;
  readonly uscc: string;
  readonly name: string;
  readonly division: Division;
  /** What a department is in charge of; null for a government. */
  readonly task: string | null;
}

export const bodyId = (divisionCode: string, duty: Duty): string => uuidOf(`organization/${divisionCode}/${duty}`);

/** Characters 1 and 2 of the code: a trading centre is a public institution, everything else an organ. */
const prefixOf = (duty: Duty): UsccPrefix => (duty === "tradingCentre" ? "12" : "11");

export const bodyUscc = (divisionCode: string, duty: Duty): string => demonstrationUscc(prefixOf(duty), divisionCode, duty);

interface Template {
  readonly duty: Duty;
  readonly task: string;
  /** What follows the place's name, by level; a level without the body is left out. */
  readonly suffix: Partial<Record<DivisionLevel, string>>;
}

const everywhere = (province: string, prefecture: string, county: string): Template["suffix"] => ({ PROVINCE: province, PREFECTURE: prefecture, COUNTY: county });

/** The departments of a government, in the order in which they are listed. */
const departments: readonly Template[] = [
  {
    duty: "developmentReform",
    task: "综合协调经济社会发展和改革，牵头社会信用体系建设。",
    suffix: everywhere("发展和改革委员会", "发展和改革委员会", "发展和改革局"),
  },
  {
    duty: "finance",
    task: "管理财政收支、政府采购和政府债务。",
    suffix: everywhere("财政厅", "财政局", "财政局"),
  },
  {
    duty: "personnel",
    task: "管理人力资源和社会保障；在演示数据中兼为本级公务员主管部门。",
    suffix: everywhere("人力资源和社会保障厅", "人力资源和社会保障局", "人力资源和社会保障局"),
  },
  {
    duty: "housing",
    task: "管理住房、城乡建设和建筑市场。",
    suffix: everywhere("住房和城乡建设厅", "住房和城乡建设局", "住房和城乡建设局"),
  },
  {
    duty: "audit",
    task: "对财政收支和公共资金进行审计监督。",
    suffix: everywhere("审计厅", "审计局", "审计局"),
  },
  {
    duty: "tradingCentre",
    task: "为工程招标投标、政府采购等公共资源交易提供服务。",
    suffix: everywhere("公共资源交易中心", "公共资源交易中心", "公共资源交易中心"),
  },
  {
    duty: "supervision",
    task: "对行使公权力的公职人员实施监察。",
    suffix: everywhere("监察委员会", "监察委员会", "监察委员会"),
  },
  {
    duty: "investment",
    task: "负责招商引资和经济合作。",
    suffix: everywhere("经济合作局", "投资促进局", "投资促进局"),
  },
  {
    duty: "highCourt",
    task: "依法审判，管理失信被执行人信息。",
    suffix: { PROVINCE: "高级人民法院" },
  },
];

/** Every body: the 205 governments, and the departments of those that have some; those of the demonstration data where it is not said. */
export function bodiesOf(places: Places, divisionCodes: readonly string[] = staffed): readonly Body[] {
  const withDepartments = new Set(divisionCodes);
  return places.all
    .filter((division) => division.level !== "TOWNSHIP")
    .flatMap((division) => {
      const place = placeName(division, places);
      const body = (duty: Duty, name: string, task: string | null): Body => ({
        id: bodyId(division.code, duty), duty, uscc: bodyUscc(division.code, duty), name, division, task,
      });
      const government = body("government", `${place}人民政府`, null);
      if (!withDepartments.has(division.code)) return [government];
      const named = departments.flatMap(({ duty, task, suffix }) => (suffix[division.level] ? [body(duty, place + suffix[division.level]!, task)] : []));
      return [government, ...named, ...exceptional(division, place, body)];
    });
}

/** Bodies that only one place has. */
function exceptional(division: Division, place: string, body: (duty: Duty, name: string, task: string | null) => Body): readonly Body[] {
  if (division.code === "510000") return [body("centralBank", "中国人民银行四川省分行", "执行货币政策，管理征信业。")];
  if (division.code === "510104") return [body("formerInvestment", `${place}招商局`, "负责招商引资；职责已由投资促进局承继。")];
  return [];
}

/** Finds a body of a division by its duty. */
export function bodyFinder(bodies: readonly Body[]): (divisionCode: string, duty: Duty) => Body {
  const byId = new Map(bodies.map((body) => [body.id, body]));
  return (divisionCode, duty) => {
    const body = byId.get(bodyId(divisionCode, duty));
    if (!body) throw new Error(`The division ${divisionCode} has no ${duty} body.`);
    return body;
  };
}

/** Title of a body's head, by the last word of its name. */
export function headTitle({ name, division }: Body): string {
  if (name.endsWith("人民政府")) return `${/(省|州|市|区|县)$/.exec(division.name)?.[1] ?? ""}长`;
  if (/[局厅]$/.test(name)) return `${name.at(-1)}长`;
  if (name.endsWith("法院")) return "院长";
  return name.endsWith("分行") ? "行长" : "主任";
}
