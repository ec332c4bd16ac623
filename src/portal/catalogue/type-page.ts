import type { LedgerLine } from "../../catalog/ledger.ts";
import type { DisclosureClass } from "../../catalog/disclosure-class.ts";
import { chineseTerm } from "../../catalog/doc-words.ts";
import { identity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { isAboutPerson, type NodeType } from "../../catalog/node-type.ts";
import { html, joined, type Html } from "../html.ts";
import { changeRows, changeHeads } from "./changes-page.ts";
import { classBadge } from "./class-words.ts";
import type { Contents, ListedType } from "./contents.ts";
import { itemFacts, itemsOf, noItems } from "./datasets-page.ts";
import { deliverySection } from "./delivery-section.ts";
import { fieldHeads, fieldRow, withheldRow } from "./field-rows.ts";
import { rowFilter } from "./row-filter.ts";
import type { PageBody } from "./layout.ts";
import { heading, named } from "./names.ts";
import type { Register } from "./register.ts";
import { rowRules } from "./row-rules.ts";
import { facts, table } from "./table.ts";
import type { Voice } from "./voice.ts";

/** What every record has, by the words of its declaration: it comes after what is a type's own. */
const common = new Map(Object.entries({ ...identity(), ...envelope() }).map(([key, { doc }]) => [key, doc]));
const isCommon = ({ field, description }: LedgerLine): boolean => common.get(field) === description;

/** A type: who supplies its rows, which rows are there for whom, and every field and relation with class and basis. */
export function typePage(contents: Contents, { type, fields, relations, withheld, strictest }: ListedType, register: Register, voice: Voice): PageBody {
  const say = (zh: string, en: string): string => voice.say({ zh, en });
  const { catalogue, domains, delivered, commands } = contents;
  const domain = domains.find(({ types }) => types.includes(type))!;
  const lines = [...fields, ...relations];
  const classes = [...new Set<DisclosureClass>([...lines, ...withheld].map((line) => line.class))];
  const rows = (some: readonly LedgerLine[]) => some.map((line) => fieldRow(contents, line, voice));
  const section = (anchor: string, title: string, some: readonly LedgerLine[]): Html | false =>
    some.length > 0 && html`<section data-group><h2 id="${anchor}">${title}</h2>${table({ kind: "fields", caption: say(`${some.length} 项`, `${some.length} in all`), heads: fieldHeads(voice), rows: rows(some) })}</section>`;
  const own = fields.filter((line) => !isCommon(line));
  const changes = commands.filter((command) => command.type?.name === type.name);
  const dataset = delivered.get(type.name);
  return {
    title: `${chineseTerm(type.doc)} ${type.name}`,
    question: null,
    content: html`${heading(voice, [html`<a href="${voice.to("", domainAnchor(contents, type))}">${voice.say(domain)}</a>`], type.name, type.doc)}
${contentsList([
      own.length > 0 && (["page-fields", say("信息项", "Fields")] as const),
      relations.length > 0 && (["page-relations", say("关联", "Relations")] as const),
      own.length < fields.length && (["page-common", say("共有信息项", "Of every record")] as const),
      dataset !== undefined && (["page-deliveries", say("数据报送", "Deliveries")] as const),
      changes.length > 0 && (["page-changes", say("办理事项", "Changes")] as const),
    ], voice)}
<div class="pair">
<section class="sheet"><h2>${say("概况", "In short")}</h2>${facts([
    [say("最严属性", "Strictest class"), classBadge(strictest, voice)],
    [say("信息项", "Fields"), say(`${fields.length} 项；关联 ${relations.length} 项；不提供 ${withheld.length} 项`, `${fields.length}; ${relations.length} relations; ${withheld.length} withheld`)],
    [say("查询", "Asked by"), joined([type.questions.singular, type.questions.plural].map((question) => html`<code>${question}</code>`), ", ")],
    [say("所属接口", "Is a kind of"), kinds(contents, type, voice)],
    [say("包括", "Its kinds"), type.kind !== "entity" && joined(catalogue.membersOf(type).map((each) => named(each.name, each.doc, each.name, voice)), say("、", ", "))],
    [say("涉及个人", "About a person"), isAboutPerson(type) && say("每行记录涉及一名公务员；凭令牌的每次查阅均留痕。", "Each row is about one civil servant; every look by a token is logged.")],
    [say("变更", "Changed"), type.kind === "entity" && type.appendOnly && say("写入后不可更改、不可删除。", "Never, once written; nor deleted.")],
  ])}</section>
<section class="sheet"><h2 id="page-owner">${say("提供方和更新周期", "Owner and update cycle")}</h2>${itemSections(contents, type, register, voice)}</section>
</div>
<h2 id="page-rows">${say("哪些记录对谁可见", "Which rows are there for whom")}</h2>
${rowRules(contents, type, lines, voice)}
${rowFilter(voice, classes)}
${section("page-fields", say("信息项", "Fields"), own)}
${section("page-relations", say("关联", "Relations"), relations)}
${section("page-common", say("各类记录共有的信息项", "What every record has"), fields.filter(isCommon))}
${withheld.length > 0 && html`<section data-group><h2 id="page-withheld">${say("不提供的信息项", "Kept, and given to nobody")}</h2>${table({ caption: say("仅供本系统内部管理使用，图中没有这些信息项。", "The hub's own bookkeeping; the graph has no such fields."), heads: [say("信息项", "Field"), say("共享开放属性", "Class")], rows: withheld.map((line) => withheldRow(line, voice)) })}</section>`}
${dataset && deliverySection(dataset, voice)}
${changes.length > 0 && html`<h2 id="page-changes">${say("办理事项", "Changes")}</h2>${table({ caption: say("谁可以办理", "Who may ask for them"), heads: changeHeads(voice), rows: changeRows(contents, changes, voice, { isLinked: true }) })}`}`,
  };
}

/** The place of a type's domain on the overview. */
export const domainAnchor = ({ domains }: Contents, type: NodeType): string => `domain-${domains.findIndex(({ types }) => types.includes(type)) + 1}`;

function kinds({ catalogue }: Contents, type: NodeType, voice: Voice): Html | false {
  if (type.kind !== "entity") return false;
  const [family, union] = [type.family === null ? undefined : catalogue.types.get(type.family), type.implements];
  const above = [family, union].filter((each) => each !== undefined && each !== null);
  return above.length > 0 && joined(above.map((each) => named(each.name, each.doc, each.name, voice)), ", ");
}

function itemSections(contents: Contents, type: NodeType, register: Register, voice: Voice): Html {
  const items = itemsOf(contents, type, register);
  if (items.length === 0) return html`<p class="quiet">${noItems(register, voice)}</p>`;
  return html`${items.map((item) => html`<h3><a href="${voice.to("datasets", item.code)}" lang="zh-CN">${item.name}</a> <code>${item.code}</code></h3>${itemFacts(contents, item, voice)}`)}`;
}

/** The parts of a long page, to go to. */
const contentsList = (parts: readonly (readonly [anchor: string, name: string] | false)[], voice: Voice): Html =>
  html`<nav class="parts" aria-label="${voice.say({ en: "On this page", zh: "本页内容" })}"><ul>${parts.map((part) => part && html`<li><a href="#${part[0]}">${part[1]}</a></li>`)}</ul></nav>`;
