import type { DisclosureClass } from "../../catalog/disclosure-class.ts";
import { html, type Html } from "../html.ts";
import { classBadge, classMeanings } from "./class-words.ts";
import type { Contents } from "./contents.ts";
import { itemsOf, noItems, suppliedBy } from "./datasets-page.ts";
import { rowFilter } from "./row-filter.ts";
import type { PageBody } from "./layout.ts";
import { named, sentence } from "./names.ts";
import type { Register } from "./register.ts";
import { publicRows } from "./row-rules.ts";
import { table } from "./table.ts";
import { domainAnchor } from "./type-page.ts";
import type { Voice } from "./voice.ts";

/** What the hub holds, by what it is about, and what the classes mean. */
export function overviewPage(contents: Contents, register: Register, voice: Voice): PageBody {
  const say = (zh: string, en: string): string => voice.say({ zh, en });
  const { types, domains, catalogue, commands } = contents;
  const classes = Object.keys(classMeanings) as DisclosureClass[];
  const counted = [...types.values()].reduce((sum, { fields, relations, withheld }) => sum + fields.length + relations.length + withheld.length, 0);
  const tile = (path: string, count: number, name: string): Html => html`<li><a href="${voice.to(path)}"><strong>${count}</strong>${name}</a></li>`;
  const heads = [say("数据类型", "Type"), say("信息项", "Fields"), say("最严属性", "Strictest class"), say("公众可见的记录", "Rows for the public"), say("提供方 · 更新周期", "Owner · update cycle")];
  return {
    title: say("政务诚信数据共享中枢", "Government Integrity Data Hub"),
    question: null,
    content: html`<h1>${say("数据目录", "Data catalogue")}</h1>
<p class="lead">${say("本系统保存哪些数据、谁提供、多久更新，以及每个信息项谁可查阅、依据什么。", "What the hub holds, who supplies it and how often, and of each field who reads it and by which law.")}</p>
<ul class="tiles">${[
      html`<li><a href="#domain-1"><strong>${types.size}</strong>${say("数据类型", "types")}</a></li>`,
      html`<li><a href="#domain-1"><strong>${counted}</strong>${say("信息项和关联", "fields and relations")}</a></li>`,
      register.isRead && tile("datasets", register.items.length, say("目录数据集", "datasets")),
      tile("codelists", catalogue.codelists.length, say("代码表", "code lists")),
      tile("changes", commands.length, say("办理事项", "changes")),
    ]}</ul>
<h2 id="page-classes">${say("共享开放属性", "What the classes mean")}</h2>
${table({
      caption: say("每个信息项属于其中一类。", "Every field is of one of them."),
      heads: [say("属性", "Class"), say("谁可查阅", "Who reads it"), say("谁可按其检索", "Who filters and sorts by it"), say("查阅留痕", "What is logged")],
      rows: classes.map((cls) => ({ cells: [classBadge(cls, voice), ...(["reads", "filters", "logged"] as const).map((about) => voice.say(classMeanings[cls][about]))] })),
    })}
<p class="quiet">${say("不对访问者可见的记录，查询、列表、计数和关联中均视同不存在。标明“本人”的信息项，当事人可在个人窗口查阅。", "A row that is not there for whoever asks is absent from look-ups, lists, counts and relations alike. The person concerned reads in the own window what says so.")}</p>
${rowFilter(voice, [])}
${domains.map(({ types: some, ...domain }) => {
      const rows = some.map((type) => {
        const { fields, relations, strictest } = types.get(type.name)!;
        const items = itemsOf(contents, type, register);
        return {
          filter: "type",
          cells: [
            html`${named(type.name, type.doc, type.name, voice)}${sentence(type.doc, voice)}`,
            html`<span class="nobreak">${fields.length} + ${relations.length}</span>`,
            classBadge(strictest, voice),
            publicRows(contents, type, voice),
            items.length > 0 ? suppliedBy(contents, items, voice) : html`<span class="quiet" title="${noItems(register, voice)}">–</span>`,
          ],
        };
      });
      return html`<section data-group><h2 id="${domainAnchor(contents, some[0]!)}">${voice.say(domain)}</h2>${table({ kind: "types", caption: say(`${some.length} 个类型；信息项按“信息项 + 关联”计`, `${some.length} types; fields + relations are counted`), heads, rows })}</section>`;
    })}`,
  };
}
