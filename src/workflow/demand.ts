import { literal } from "../policy/rule-sql.ts";
import type { Words } from "./user-error.ts";

/**
 * What a value must be that a transition is given, beside what its type says. `before` is the value that the row has, `after` the one that
 * it will have: the given one, or the same. A bound that the row does not have bounds nothing.
 */
export type Demand =
  /** A list without an item that the row's does not have. */
  | { readonly demand: "subset" }
  /** A list whose items are among those that the command hands in under a name. */
  | { readonly demand: "among"; readonly list: string; readonly words: Words }
  /** Nothing that goes beyond the row's: a day not earlier, a day not later, a number not greater, a division within. */
  | { readonly demand: "notEarlier" }
  | { readonly demand: "notLater" }
  | { readonly demand: "notGreater" }
  | { readonly demand: "subtree" }
  /** A day that is not before that of another field, and not after so many years from then. */
  | { readonly demand: "from"; readonly key: string }
  | { readonly demand: "yearsFrom"; readonly key: string; readonly years: number }
  /** A day that is not yet to come, a day that is not over, and a moment that is yet to come. */
  | { readonly demand: "notFuture" }
  | { readonly demand: "notOver" }
  | { readonly demand: "future" }
  /** A day that is not before the last of a time that begins today, by the threshold of a code; or the reason is said. */
  | { readonly demand: "dueOrReason"; readonly threshold: string }
  | { readonly demand: "positive" }
  /** A division within the asker's jurisdiction. */
  | { readonly demand: "jurisdiction" };

/** SQL of the values that a demand compares, of the type of the field. */
export interface Compared {
  readonly before: string;
  readonly after: string;
  /** What another field will have. */
  readonly other: (key: string) => string;
  /** A list that the command hands in. */
  readonly list: (name: string) => string;
  /** What whoever asks gives as the reason. */
  readonly reason: string;
  /** The prefix that all codes of the asker's jurisdiction share. */
  readonly jurisdiction: string;
}

/** A demand as an SQL condition; null where nothing is given or nothing bounds it. */
export function demandSql(demand: Demand, { before, after, other, list, reason, jurisdiction }: Compared): string {
  switch (demand.demand) {
    case "subset":
      return `${after} <@ ${before}`;
    case "among":
      return `${after} <@ ${list(demand.list)}`;
    case "notEarlier":
      return `${after} >= ${before}`;
    case "notLater":
    case "notGreater":
      return `${after} <= ${before}`;
    case "subtree":
      return `starts_with(${after}, hub_jurisdiction(${before}))`;
    case "from":
      return `${after} >= ${other(demand.key)}`;
    case "yearsFrom":
      return `${after} <= ${other(demand.key)} + make_interval(years => ${demand.years})`;
    case "notFuture":
      return `${after} <= hub_today()`;
    case "notOver":
      return `${after} >= hub_today()`;
    case "future":
      return `${after} > hub_now()`;
    case "dueOrReason":
      return `(${after} >= hub_due(${literal(demand.threshold)}, hub_today()) or coalesce(${reason} ~ '\\S', false))`;
    case "positive":
      return `${after} > 0`;
    case "jurisdiction":
      return `coalesce(starts_with(${after}, ${jurisdiction}), false)`;
  }
}

/**
 * What is told where a demand is not met: about the rule and the field, never about a value.
 *
 * @param named the Chinese name of a field
 */
export function demandWords(demand: Demand, key: string, named: (key: string) => string): Words {
  const term = named(key);
  switch (demand.demand) {
    case "subset":
      return { en: `${key} may leave out what was asked for, and add nothing to it.`, zh: `${term}只能缩小申请的范围，不能增加内容。` };
    case "among":
      return demand.words;
    case "notEarlier":
      return { en: `${key} may not be earlier than was asked for.`, zh: `${term}不得早于申请的日期。` };
    case "notLater":
      return { en: `${key} may not be later than was asked for.`, zh: `${term}不得晚于申请的日期。` };
    case "notGreater":
      return { en: `${key} may not be more than was asked for.`, zh: `${term}不得大于申请的数量。` };
    case "subtree":
      return { en: `${key} must be the division that was asked for, or one within it.`, zh: `${term}须为申请的行政区划或其下级区划。` };
    case "from":
      return { en: `${key} may not be before ${demand.key}.`, zh: `${term}不得早于${named(demand.key)}。` };
    case "yearsFrom":
      return { en: `${key} may be at most ${demand.years} years after ${demand.key}.`, zh: `${term}距${named(demand.key)}不得超过 ${demand.years} 年。` };
    case "notFuture":
      return { en: `${key} may not be a day that is yet to come.`, zh: `${term}不得晚于今天。` };
    case "notOver":
      return { en: `${key} may not be a day that is over.`, zh: `${term}不得早于今天。` };
    case "future":
      return { en: `${key} must be yet to come.`, zh: `${term}须晚于当前时间。` };
    case "dueOrReason":
      return { en: `${key} is before the last day of the time that the threshold ${demand.threshold} sets: the reason must be said.`, zh: `${term}早于阈值 ${demand.threshold} 规定期限的届满日，须说明理由。` };
    case "positive":
      return { en: `${key} must be more than 0.`, zh: `${term}须大于 0。` };
    case "jurisdiction":
      return { en: `${key} must be a division within the asker's jurisdiction.`, zh: `${term}须在办理单位的管辖区域内。` };
  }
}
