import { codelistOf, type Code, type Codelist } from "../../catalog/codelist.ts";
import { html, joined, type Html } from "../html.ts";
import type { Contents } from "./contents.ts";
import type { PageBody } from "./layout.ts";
import { heading, named, pageHead } from "./names.ts";
import { table } from "./table.ts";
import type { Voice } from "./voice.ts";

/** All code lists of the catalogue. */
export const codelistsPage = ({ catalogue }: Contents, voice: Voice): PageBody => ({
  title: voice.say({ en: "Code lists", zh: "代码表" }),
  question: null,
  content: html`${pageHead(voice, voice.say({ en: "Code lists", zh: "代码表" }), voice.say({ en: "The closed lists of codes that fields take their values from.", zh: "信息项取值所用的代码表。" }))}
<div class="sheet"><ul class="columns">${catalogue.codelists.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map((list) => html`<li>${named(list.name, list.doc, `codelists/${list.name}`, voice)}</li>`)}</ul></div>`,
});

/** A code list: each code with its titles, and the fields that take their values from it. */
export function codelistPage(contents: Contents, list: Codelist, voice: Voice): PageBody {
  const say = (zh: string, en: string): string => voice.say({ zh, en });
  const codes = Object.entries<Code>(list.codes);
  const retired = codes.some(([, code]) => code.retired !== undefined);
  return {
    title: list.name,
    question: null,
    content: html`${heading(voice, [html`<a href="${voice.to("codelists")}">${say("代码表", "Code lists")}</a>`], list.name, list.doc)}
${table({
      caption: say(`${codes.length} 个代码`, `${codes.length} codes`),
      heads: [say("代码", "Code"), "中文", "English", ...(retired ? [say("停用说明", "Retired")] : [])],
      rows: codes.map(([code, { en, zh, retired: why }]) => ({ anchor: code, cells: [html`<code>${code}</code>`, html`<span lang="zh-CN">${zh}</span>`, html`<span lang="en">${en}</span>`, ...(retired ? [why ?? ""] : [])] })),
    })}
<h2>${say("使用该代码表的信息项", "Fields that take their values from it")}</h2>
<p>${users(contents, list, voice)}</p>`,
  };
}

function users({ types, catalogue }: Contents, list: Codelist, voice: Voice): Html {
  const coordinates = [...types.values()].flatMap(({ type, fields }) =>
    fields.flatMap(({ field }) => (codelistOf(catalogue.membersOf(type)[0]?.storage.places[field]?.column.enumValues) === list ? [[type.name, field] as const] : [])),
  );
  return coordinates.length > 0 ? joined(coordinates.map(([type, field]) => html`<a href="${voice.to(type, field)}"><code>${type}.${field}</code></a>`), ", ") : html`–`;
}
