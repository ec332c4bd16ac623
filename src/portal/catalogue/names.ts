import { chineseTerm, englishSentence } from "../../catalog/doc-words.ts";
import { html, type Html } from "../html.ts";
import type { Voice } from "./voice.ts";

/** A type or codelist by its name and its Chinese term, leading to its page. */
export const named = (name: string, doc: string, path: string, voice: Voice): Html =>
  voice.language === "zh"
    ? html`<a class="term" href="${voice.to(path)}">${chineseTerm(doc)}</a> <code>${name}</code>`
    : html`<a href="${voice.to(path)}"><code>${name}</code></a> <span class="term" lang="zh-CN">${chineseTerm(doc)}</span>`;

/** A field by its name and its Chinese term; its own anchor leads to it. */
export const anchored = (name: string, doc: string, voice: Voice): Html =>
  voice.language === "zh"
    ? html`<a class="anchor" href="#${name}"><span class="term">${chineseTerm(doc)}</span> <code>${name}</code></a>`
    : html`<a class="anchor" href="#${name}"><code>${name}</code></a> <span class="term" lang="zh-CN">${chineseTerm(doc)}</span>`;

/** The English sentence of a doc; small beside a Chinese term. */
export const sentence = (doc: string, voice: Voice): Html => html`<p class="sentence"${voice.language === "zh" && html` lang="en"`}>${englishSentence(doc)}</p>`;

const crumbsOf = (voice: Voice, crumbs: readonly Html[]): Html => html`<p class="crumbs"><a href="${voice.to("")}">${voice.say({ en: "Catalogue", zh: "目录" })}</a>${crumbs.map((crumb) => html` › ${crumb}`)}</p>`;

/** The head of a page about something declared: where it is in the catalogue, its name, its term and its sentence. */
export const heading = (voice: Voice, crumbs: readonly Html[], name: string, doc: string): Html =>
  html`${crumbsOf(voice, crumbs)}
<h1>${voice.language === "zh" ? html`${chineseTerm(doc)} <code>${name}</code>` : html`${name} <span lang="zh-CN">${chineseTerm(doc)}</span>`}</h1>
${voice.language === "zh" ? sentence(doc, voice) : html`<p class="lead">${englishSentence(doc)}</p>`}`;

/** The head of a page of another kind. */
export const pageHead = (voice: Voice, title: string, lead: string | null = null): Html => html`${crumbsOf(voice, [])}
<h1>${title}</h1>
${lead !== null && html`<p class="lead">${lead}</p>`}`;
