import { html } from "../html.ts";
import { classBadge } from "./class-words.ts";
import type { Entry } from "./find.ts";
import type { PageBody } from "./layout.ts";
import { pageHead, sentence } from "./names.ts";
import { chineseTerm } from "../../catalog/doc-words.ts";
import type { Said, Voice } from "./voice.ts";

/** Entries that are listed; of more than these, the best fitting. */
const mostListed = 80;

const kinds: Readonly<Record<Entry["kind"], Said>> = {
  type: { en: "type", zh: "数据类型" },
  field: { en: "field", zh: "信息项" },
  codelist: { en: "code list", zh: "代码表" },
  change: { en: "change", zh: "办理事项" },
  error: { en: "error", zh: "错误代码" },
};

/** What was found for a question. */
export function searchPage(question: string, found: readonly Entry[], voice: Voice): PageBody {
  const say = (zh: string, en: string): string => voice.say({ zh, en });
  const listed = found.slice(0, mostListed);
  const count = found.length === 0 ? say("没有找到。", "Nothing was found.") : say(`找到 ${found.length} 项${found.length > mostListed ? `，列出前 ${mostListed} 项` : ""}。`, `${found.length} found${found.length > mostListed ? `, of which these are the ${mostListed} that fit best` : ""}.`);
  return {
    title: say(`检索：${question}`, `Search: ${question}`),
    question,
    content: html`${pageHead(voice, say(`检索：${question}`, `Search: ${question}`))}
<p role="status">${count}</p>
${listed.length > 0 && html`<ol class="found">${listed.map(({ kind, name, doc, class: cls, path, anchor }) => html`<li><span class="kind">${voice.say(kinds[kind])}</span> <a href="${voice.to(path, anchor)}"><code>${name}</code></a>${doc !== null && html` <span class="term" lang="zh-CN">${chineseTerm(doc)}</span>`} ${cls !== null && kind === "field" && classBadge(cls, voice)}${doc !== null && sentence(doc, voice)}</li>`)}</ol>`}`,
  };
}
