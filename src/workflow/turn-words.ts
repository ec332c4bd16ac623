import { bodyAudiences, isBody, type Audience } from "../catalog/audience.ts";
import { audienceCode, audienceCodes } from "../catalog/audience-code.ts";
import { describeRule, type Rule, type SeatLevel } from "../catalog/rule.ts";
import { fieldName } from "./chinese-names.ts";
import type { Machine } from "./machine.ts";
import type { Turn } from "./turn.ts";
import type { Words } from "./user-error.ts";

const levels: Readonly<Record<SeatLevel, Words>> = { PROVINCE: { en: "province", zh: "省级" }, PREFECTURE: { en: "city", zh: "市级" }, COUNTY: { en: "county", zh: "县级" }, TOWNSHIP: { en: "township", zh: "乡级" } };

function audienceWords(audiences: readonly Audience[]): Words {
  if (bodyAudiences.every((body) => audiences.includes(body)) && audiences.every(isBody)) return { en: "a government body", zh: "政务部门" };
  const words = audiences.map((audience) => audienceCodes.codes[audienceCode(audience)]!);
  return { en: words.map(({ en }) => en.charAt(0).toLowerCase() + en.slice(1)).join(" or "), zh: words.map(({ zh }) => zh).join("或") };
}

/** What more is asked of them, after their name in English and before it in Chinese. */
function bondWords({ type }: Machine, rule: Rule): Words {
  const term = "path" in rule ? fieldName(type, rule.path) : "";
  if (rule.rule === "seat") return { en: `of the ${levels[rule.level].en} of ${rule.path}`, zh: `${term}所属${levels[rule.level].zh}的` };
  if (rule.rule === "within") return { en: `in whose jurisdiction ${rule.path} lies`, zh: `管辖${term}的` };
  if (rule.rule === "own" || rule.rule === "self") return { en: `that ${rule.path} names`, zh: `${term}所指的` };
  return { en: `for whom ${describeRule(rule)}`, zh: `符合 ${describeRule(rule)} 的` };
}

function turnIn(machine: Machine, { asker }: Turn): Words {
  const names = asker.flatMap((rule) => (rule.rule === "audience" ? [audienceWords(rule.audiences)] : []));
  const bonds = asker.filter(({ rule }) => rule !== "audience").map((rule) => bondWords(machine, rule));
  const name = names[0] ?? { en: "the person", zh: "本人" };
  return { en: [name.en, ...bonds.map(({ en }) => en)].join(" "), zh: [...bonds.map(({ zh }) => zh), name.zh].join("") };
}

/** Whose turn it is, each way in words: about the rule, never about a row. */
export function turnWords(machine: Machine, turns: readonly Turn[]): Words {
  const words = turns.map((turn) => turnIn(machine, turn));
  return words.length === 0 ? { en: "nobody now", zh: "无" } : { en: words.map(({ en }) => en).join(", or "), zh: words.map(({ zh }) => zh).join("，或者") };
}
