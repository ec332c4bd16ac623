import type { LedgerLine } from "../../catalog/ledger.ts";
import type { NodeType } from "../../catalog/node-type.ts";
import { fold, pathsOf, type Rule } from "../../catalog/rule.ts";
import { mainPart, partOf } from "../../catalog/storage.ts";
import { html, joined, type Html } from "../html.ts";
import type { Contents } from "./contents.ts";
import { ruleAnchor } from "./field-rows.ts";
import { named } from "./names.ts";
import { RuleWords } from "./rule-words.ts";
import type { Voice } from "./voice.ts";

/** The rules of a type: for its rows, and for the values that only some of them give. */
export function rowRules({ catalogue }: Contents, type: NodeType, lines: readonly LedgerLine[], voice: Voice): Html {
  const say = (zh: string, en: string): string => voice.say({ zh, en });
  if (type.kind === "union")
    return html`<div class="sheet"><p>${say("按各类型自己的规则：", "By the rules of each of its kinds: ")}${joined(catalogue.membersOf(type).map((each) => named(each.name, each.doc, each.name, voice)), say("、", ", "))}${say("。", ".")}</p></div>`;
  const words = new RuleWords(catalogue, voice);
  const parts = new Map(lines.flatMap(({ field }): [string, string][] => (type.fields[field] ? [[field, partOf(type.fields[field], type.closed)]] : [])));
  const names = (part: string): Html => joined([...parts].filter(([, each]) => each === part).map(([field]) => html`<a href="#${field}"><code>${field}</code></a>`), ", ");
  const ruleOf = (part: string): Rule | "rows" | null | undefined => (part === "conditional" || part === "restricted" ? type.closed[part] : type.parts[part]);
  const titles: Readonly<Record<string, string>> = { conditional: say("有条件共享的信息项", "Conditional fields"), restricted: say("不予共享的信息项", "Restricted fields") };
  return html`<div class="sheet rule"><section id="${ruleAnchor(mainPart)}"><h3>${say("记录", "Rows")}</h3>${words.of(type, type.rows)}</section>
${[...new Set(parts.values())]
  .filter((part) => part !== mainPart)
  .map((part) => {
    const rule = ruleOf(part);
    return rule && rule !== "rows" && html`<section id="${ruleAnchor(part)}"><h3>${titles[part] ?? html`${say("信息项组", "Part")} <code>${part}</code>`}</h3><p class="quiet">${names(part)}</p>${words.of(type, rule)}</section>`;
  })}</div>`;
}

/** Fields that a rule looks at in a line of the overview; one that looks at more stands on the type's page alone. */
const mostPaths = 2;

/** Which rows the public gets, in short. */
export function publicRows({ catalogue }: Contents, type: NodeType, voice: Voice): Html {
  const say = (zh: string, en: string): string => voice.say({ zh, en });
  if (type.kind === "union") return html`${say("按各类型的规则", "by the rules of its kinds")}`;
  const rule = fold(type.rows, "public");
  if (rule.rule === "always") return html`${say("全部", "all")}`;
  if (rule.rule === "never") return html`${say("无", "none")}`;
  if (pathsOf(rule).length > mostPaths) return html`<a href="${voice.to(type.name, ruleAnchor(mainPart))}">${say("符合条件的部分", "some, by a rule")}</a>`;
  return new RuleWords(catalogue, voice).inline(type, rule);
}
