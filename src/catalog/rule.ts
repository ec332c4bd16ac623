import { audiences, bodyAudiences, isBody, type Audience } from "./audience.ts";

/**
 * Row rules: which rows exist for whom. A rule is data, so that one declaration becomes the predicate of the plan, the policy of the
 * database, the line of the ledger and the argument of the test oracle.
 *
 * A path is a column of the entity ("managingOrganizationId") or one that `one` relations lead to ("tender.openedAt"); what looks at
 * several columns of one row names the relation that leads to it, or "" for the row itself.
 */
export type Rule =
  | { readonly rule: "always" }
  | { readonly rule: "never" }
  | { readonly rule: "anyOf"; readonly rules: readonly Rule[] }
  | { readonly rule: "allOf"; readonly rules: readonly Rule[] }
  | { readonly rule: "audience"; readonly audiences: readonly Audience[] }
  | { readonly rule: "recorded"; readonly path: string }
  | { readonly rule: "past"; readonly path: string }
  | { readonly rule: "until"; readonly path: string }
  | { readonly rule: "reached"; readonly path: string }
  | { readonly rule: "present"; readonly path: string }
  | { readonly rule: "displayed"; readonly relation: string }
  | { readonly rule: "coded"; readonly path: string; readonly values: readonly string[] }
  | { readonly rule: "own"; readonly path: string }
  | { readonly rule: "self"; readonly path: string }
  | { readonly rule: "within"; readonly path: string }
  | { readonly rule: "seat"; readonly path: string; readonly level: SeatLevel }
  | { readonly rule: "level"; readonly path: string; readonly levels: readonly SeatLevel[] }
  | { readonly rule: "not"; readonly denied: Rule }
  | { readonly rule: "granted"; readonly item: string; readonly path: string };

/** Levels of government that records climb through, and how many digits of a division's code tell its division of that level (GB/T 2260). */
export const seatDigits = { PROVINCE: 2, PREFECTURE: 4, COUNTY: 6, TOWNSHIP: 9 } as const;
export type SeatLevel = keyof typeof seatDigits;

/** What decides whether a record is on display, beside the display periods in force: fields of the record (see `displayBlock`). */
export const displayKeys = ["disclosureState", "displayFrom", "catalogItemCode", "severity", "documentDate"] as const;

/** Every row exists for everybody. */
export const always: Rule = { rule: "always" };

/** No row exists for anybody. */
export const never: Rule = { rule: "never" };

export const anyOf = (...rules: readonly Rule[]): Rule => ({ rule: "anyOf", rules });
export const allOf = (...rules: readonly Rule[]): Rule => ({ rule: "allOf", rules });

/** The row exists for these audiences, where the further rules admit it as well. */
export const clearance = (audience: Audience | readonly Audience[], ...rules: readonly Rule[]): Rule =>
  allOf({ rule: "audience", audiences: typeof audience === "string" ? [audience] : audience }, ...rules);

/** The row exists for every authenticated government body. */
export const anyBody: Rule = { rule: "audience", audiences: bodyAudiences };

/**
 * A secret ends by a recorded event, never by a planned time: the row exists once the time of the event has been recorded, and it has
 * passed by the database's clock. `before` says for whom it exists earlier.
 */
export const after = (path: string, options: { readonly before?: Rule } = {}): Rule => {
  const recorded: Rule = { rule: "recorded", path };
  return options.before ? anyOf(recorded, options.before) : recorded;
};

/** The day in the column is over, by the database's clock in Asia/Shanghai. */
export const past = (path: string): Rule => ({ rule: "past", path });

/** The day in the column is not over by the same clock, or there is none; along a relation, the row that it leads to is there. */
export const until = (path: string): Rule => ({ rule: "until", path });

/** The day in the column has come, by the same clock. */
export const reached = (path: string): Rule => ({ rule: "reached", path });

/** The column has a value. */
export const present = (path: string): Rule => ({ rule: "present", path });

/**
 * The rule of the row that a `one` relation leads to, said of the row that holds the key: a child exists for whom its parent exists.
 *
 * @param relation name of the relation
 * @param rule row rule of the type that it leads to
 */
export function through(relation: string, rule: Rule): Rule {
  if (rule.rule === "anyOf" || rule.rule === "allOf") return { rule: rule.rule, rules: rule.rules.map((each) => through(relation, each)) };
  if (rule.rule === "not") return { rule: "not", denied: through(relation, rule.denied) };
  if ("path" in rule) return { ...rule, path: `${relation}.${rule.path}` };
  return rule.rule === "displayed" ? { ...rule, relation: rule.relation ? `${relation}.${rule.relation}` : relation } : rule;
}

/** The coded column, or the one that is true or false, has one of these values. */
export const is = (path: string, ...values: readonly string[]): Rule => ({ rule: "coded", path, values });

/** The column names the body that asks. */
export const own = (path: string): Rule => ({ rule: "own", path });

/** The column names the official who asks in the own window. */
export const self = (path: string): Rule => ({ rule: "self", path });

/** The division code in the column lies in the subtree that is the asking body's jurisdiction. */
export const within = (path: string): Rule => ({ rule: "within", path });

/** The asking body's jurisdiction is the very division of a level that holds the division whose code is in the column: its city's, not its county's nor its province's. */
export const seat = (path: string, level: SeatLevel): Rule => ({ rule: "seat", path, level });

/** The division whose code is in the column is of one of these levels. */
export const level = (path: string, ...levels: readonly SeatLevel[]): Rule => ({ rule: "level", path, levels });

/**
 * The rule does not hold; what is unknown does not hold.
 *
 * @throws Error for a rule about who asks: what somebody gets because something is not so of him is nothing that anybody has given him
 */
export function not(denied: Rule): Rule {
  if (asksViewer(denied) || asksAudience(denied)) throw new Error("A rule about who asks cannot be turned round.");
  return { rule: "not", denied };
}

/**
 * A sharing grant in force for the asking body opens the item for the purpose that the question states, and covers the division whose
 * code is in the column (政务数据共享条例: 有条件共享). Which of the conditional fields it opens, the grant says.
 *
 * @param item name of the type; a child that is seen `through` its parent is opened with the parent
 */
export const granted = (item: string, path: string): Rule => ({ rule: "granted", item, path });

/**
 * The rule as it is for one audience: what can only be true or false for it is decided, the rest stays.
 *
 * @param grants false for a question that states no purpose and case, so that no sharing grant can open anything for it
 */
export function fold(rule: Rule, audience: Audience, grants = true): Rule {
  switch (rule.rule) {
    case "always":
    case "never":
    case "recorded":
    case "past":
    case "until":
    case "reached":
    case "present":
    case "displayed":
    case "coded":
    case "level":
    case "not":
      return rule;
    case "audience":
      return rule.audiences.includes(audience) ? always : never;
    case "granted":
      return grants && isBody(audience) ? rule : never;
    case "own":
    case "within":
    case "seat":
      return isBody(audience) || (rule.rule === "own" && audience === "enterprise") ? rule : never;
    case "self":
      return audience === "subject" ? rule : never;
    case "anyOf": {
      const rules = rule.rules.map((each) => fold(each, audience, grants)).filter((each) => each.rule !== "never");
      if (rules.some((each) => each.rule === "always")) return always;
      return rules.length === 0 ? never : rules.length === 1 ? rules[0]! : { rule: "anyOf", rules };
    }
    case "allOf": {
      const rules = rule.rules.map((each) => fold(each, audience, grants)).filter((each) => each.rule !== "always");
      if (rules.some((each) => each.rule === "never")) return never;
      return rules.length === 0 ? always : rules.length === 1 ? rules[0]! : { rule: "allOf", rules };
    }
  }
}

/** Audiences for which the rule may admit a row at all. */
export const admitted = (rule: Rule): readonly Audience[] => audiences.filter((audience) => fold(rule, audience).rule !== "never");

/** Whether the (folded) rule asks who the viewer is, beyond the audience: its body, jurisdiction or subject. */
export const asksViewer = (rule: Rule): boolean =>
  rule.rule === "own" || rule.rule === "self" || rule.rule === "within" || rule.rule === "seat" || rule.rule === "granted" || partsOf(rule).some(asksViewer);

const asksAudience = (rule: Rule): boolean => rule.rule === "audience" || partsOf(rule).some(asksAudience);

/** The items of the sharing grants that play a part in the rule. */
export const grantsIn = (rule: Rule): readonly string[] => (rule.rule === "granted" ? [rule.item] : partsOf(rule).flatMap(grantsIn));

/** Whether a sharing grant plays a part in the rule. */
export const usesGrants = (rule: Rule): boolean => grantsIn(rule).length > 0;

/** Every path that the rule looks at. */
export function pathsOf(rule: Rule): readonly string[] {
  if (partsOf(rule).length > 0) return partsOf(rule).flatMap(pathsOf);
  if (rule.rule === "displayed") return displayKeys.map((key) => (rule.relation ? `${rule.relation}.${key}` : key));
  return "path" in rule ? [rule.path] : [];
}

/** The paths to the moments at which something begins to be there by itself, as the database's clock goes on. */
export const momentsIn = (rule: Rule): readonly string[] => (rule.rule === "recorded" ? [rule.path] : partsOf(rule).flatMap(momentsIn));

/** The rules that a rule is put together from; none where it is one by itself. */
export const partsOf = (rule: Rule): readonly Rule[] => (rule.rule === "anyOf" || rule.rule === "allOf" ? rule.rules : rule.rule === "not" ? [rule.denied] : []);

/** The rule in words, for the ledger and for `whyDenied`: about the rule, never about a row. */
export function describeRule(rule: Rule): string {
  switch (rule.rule) {
    case "always":
      return "always";
    case "never":
      return "never";
    case "audience":
      return rule.audiences.length === bodyAudiences.length && rule.audiences.every((each) => isBody(each)) ? "any body" : rule.audiences.join("/");
    case "recorded":
      return `once ${rule.path} is recorded`;
    case "past":
      return `once the day ${rule.path} is over`;
    case "until":
      return `until the day ${rule.path} is over`;
    case "reached":
      return `once the day ${rule.path} has come`;
    case "present":
      return `${rule.path} is there`;
    case "displayed":
      return `while ${rule.relation || "it"} is on display`;
    case "coded":
      return `${rule.path} is ${rule.values.join("/")}`;
    case "own":
      return `${rule.path} is the asking body`;
    case "self":
      return `${rule.path} is the asking person`;
    case "within":
      return `${rule.path} within the asking body's jurisdiction`;
    case "seat":
      return `the asking body is of the ${rule.level.toLowerCase()} of ${rule.path}`;
    case "level":
      return `${rule.path} is a ${rule.levels.map((each) => each.toLowerCase()).join("/")}`;
    case "not":
      return `not (${describeRule(rule.denied)})`;
    case "granted":
      return `a sharing grant of ${rule.item} covers ${rule.path}`;
    case "anyOf":
      return rule.rules.map((each) => (each.rule === "allOf" ? `(${describeRule(each)})` : describeRule(each))).join(" or ");
    case "allOf":
      return rule.rules.map((each) => (each.rule === "anyOf" ? `(${describeRule(each)})` : describeRule(each))).join(" and ");
  }
}
