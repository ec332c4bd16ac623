import { html } from "../html.ts";
import type { PageBody } from "./layout.ts";
import { pageHead } from "./names.ts";
import type { Voice } from "./voice.ts";

/** The catalogue has no such page; it may be one of these. */
export function notFoundPage(asked: string, suggested: readonly string[], voice: Voice): PageBody {
  const say = (zh: string, en: string): string => voice.say({ zh, en });
  return {
    title: say("没有该页", "No such page"),
    question: null,
    content: html`${pageHead(voice, say("目录中没有该页", "The catalogue has no such page"))}
<p>${say("没有名为", "Nothing is called ")} <code>${asked}</code> ${say("的类型或代码表。", "here, neither a type nor a code list.")}</p>
${suggested.length > 0 && html`<p>${say("您要找的可能是：", "You may have meant:")}</p><ul>${suggested.map((name) => html`<li><a href="${voice.to(name)}"><code>${name}</code></a></li>`)}</ul>`}
<p><a href="${voice.to("")}">${say("查看全部类型", "All types")}</a></p>`,
  };
}
