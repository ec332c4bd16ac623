import { html, type Html } from "../html.ts";
import type { Contents } from "./contents.ts";
import { pageHead } from "./names.ts";
import type { PageBody } from "./layout.ts";
import type { Provision, Register } from "./register.ts";
import { facts } from "./table.ts";
import type { Voice } from "./voice.ts";

/** The place of a provision on the page of legal bases. */
const anchorOf = (citation: string): string => `law-${citation.replaceAll(/\s/g, "_")}`;

/** A citation, leading to what the provision says. */
export const cited = (citation: string, voice: Voice): Html => html`<a href="${voice.to("bases", anchorOf(citation))}" lang="zh-CN">${citation}</a>`;

/** Every provision that a field or a dataset rests on, with what it says, as far as the hub has it. */
export function basesPage(contents: Contents, { items, provisions }: Register, voice: Voice): PageBody {
  const say = (zh: string, en: string): string => voice.say({ zh, en });
  const lines = [...contents.types.values()].flatMap(({ fields, relations }) => [...fields, ...relations]);
  const resting = Map.groupBy(lines.filter(({ basis }) => basis !== null), ({ basis }) => basis!);
  const collected = Map.groupBy(items, ({ basisCitation }) => basisCitation);
  const known = new Map(provisions.map((each) => [each.citation, each]));
  const citations = [...new Set([...resting.keys(), ...collected.keys()])].sort((a, b) => a.localeCompare(b, "zh-CN-u-kn-true"));
  const section = (citation: string): Html => html`<section id="${anchorOf(citation)}"><h2 lang="zh-CN">${citation}</h2>
<div class="sheet">
${provisionText(known.get(citation), voice)}
${facts([
    [say("适用信息项", "Fields"), resting.has(citation) && html`${resting.get(citation)!.map(({ type, field }, place) => html`${place > 0 && ", "}<a href="${voice.to(type, field)}"><code>${type}.${field}</code></a>`)}`],
    [say("适用数据集", "Datasets"), collected.has(citation) && html`${collected.get(citation)!.map(({ code, name }, place) => html`${place > 0 && "、"}<a href="${voice.to("datasets", code)}" lang="zh-CN">${name}</a>`)}`],
  ])}</div></section>
`;
  return { title: say("法律依据", "Legal bases"), question: null, content: html`${pageHead(voice, say("法律依据", "Legal bases"), say("信息项不予公开、个人信息依法公开以及数据集归集所依据的条文。", "The provisions by which fields are closed, facts about persons opened and datasets collected."))}${citations.map(section)}` };
}

function provisionText(provision: Provision | undefined, voice: Voice): Html {
  const say = (zh: string, en: string): string => voice.say({ zh, en });
  if (!provision) return html`<p class="quiet">${say("本系统尚未收录该条文。", "The hub does not have the text of this provision yet.")}</p>`;
  const { summary, documentNo, effectiveFrom, effectiveTo, repealedBy } = provision;
  return html`${summary !== null && html`<p lang="zh-CN">${summary}</p>`}
${facts([
    [say("文号", "Document"), documentNo !== null && html`<span lang="zh-CN">${documentNo}</span>`],
    [say("施行日期", "In force from"), effectiveFrom],
    [say("失效日期", "In force until"), effectiveTo],
    [say("废止依据", "Repealed by"), repealedBy !== null && html`<span lang="zh-CN">${repealedBy}</span>`],
  ])}`;
}
