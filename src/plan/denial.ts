import type { FieldNode } from "graphql";
import { citation } from "../catalog/basis.ts";
import { disclosureClasses, type DisclosureClass } from "../catalog/disclosure-class.ts";
import type { Field } from "../catalog/field.ts";
import type { Language } from "../errors.ts";

/** A field of the operation that the viewer may not read: made once when the question is planned, however many rows it has. */
export interface Denial {
  readonly coordinate: string;
  readonly nodes: readonly FieldNode[];
  readonly responsePath: readonly string[];
  readonly class: DisclosureClass;
  readonly basis: string | null;
  /** Whether a sharing grant would have opened it, had its questions of the day not been used up. */
  readonly exhausted?: boolean;
}

/** A denial that depends on sharing grants in force, by the coordinates that they name. */
export interface DenialByGrants extends Denial {
  /** What must be opened for the question to come so far: what stands below a relation that is denied is not denied once more. */
  readonly within: readonly string[];
  /** What lifts it; null where no grant does. */
  readonly unless: string | null;
}

/** Where in the operation a denied field is written. */
export const placeOf = ({ nodes, coordinate }: Denial): string => `${nodes[0]?.loc?.start ?? ""}:${nodes.length === 0 ? coordinate : ""}`;

/** The denials of an operation by what sharing grants in force open, and would open had their questions of the day not been used up: one for each place. */
export function denialsBy(denials: readonly Denial[], byGrants: readonly DenialByGrants[], opened: readonly string[], exhausted: readonly string[]): Denial[] {
  const told = new Map(denials.map((denial) => [placeOf(denial), denial]));
  for (const denial of byGrants) {
    const isReached = denial.within.every((coordinate) => opened.includes(coordinate));
    if (!isReached || (denial.unless !== null && opened.includes(denial.unless)) || told.has(placeOf(denial))) continue;
    told.set(placeOf(denial), denial.unless !== null && exhausted.includes(denial.unless) ? { ...denial, exhausted: true } : denial);
  }
  return [...told.values()];
}

/** A denial of one field, from its declaration. */
export const denialOf = (coordinate: string, field: Field, nodes: readonly FieldNode[], responsePath: readonly string[]): Denial => ({
  coordinate,
  nodes,
  responsePath,
  class: field.class,
  basis: field.basis && citation(field.basis),
});

const advice: Readonly<Record<DisclosureClass, Readonly<Record<Language, string>>>> = {
  open: { en: "Nothing is needed.", zh: "无需申请。" },
  shared: {
    en: "Ask as an authenticated government body: request a client from the provincial lead body for social credit.",
    zh: "政务部门须以本部门身份认证后访问；请向省社会信用体系建设牵头部门申请接入。",
  },
  conditional: {
    en: "The competent body reads it within its jurisdiction; other bodies apply to the source body for a sharing grant, and state its purpose and their case with each question (extensions.access).",
    zh: "主管部门在管辖范围内查阅；其他部门须说明用途和法律依据，向数据提供部门申请有条件共享授权，并在每次查询时注明用途和案件编号（extensions.access）。",
  },
  restricted: {
    en: "Only the source body and the competent authority read it; it is not shared. The person concerned uses the own window.",
    zh: "仅数据来源单位和主管机关可查阅，不予共享；本人可通过个人窗口查询。",
  },
  withheld: { en: "Nobody reads it through the hub.", zh: "本系统不提供。" },
};

const usedUp: Readonly<Record<Language, string>> = {
  en: "The day's questions under the sharing grant are used up; ask again tomorrow, or apply for more.",
  zh: "共享授权当日查询次数已用完；请次日再查，或申请增加次数。",
};

/** What a reader can do who is denied a field of this class. */
export const howToApply = (cls: DisclosureClass, language: Language, exhausted = false): string => (exhausted ? usedUp : advice[cls])[language];

/** The class's words in both languages, as parameters of the catalogue's sentence. */
export const denialParameters = (denial: Pick<Denial, "coordinate" | "class">): Record<string, string> => ({
  coordinate: denial.coordinate,
  class: `${denial.class}, ${disclosureClasses[denial.class].en}`,
  classZh: disclosureClasses[denial.class].zh,
});
