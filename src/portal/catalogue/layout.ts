import { createHash } from "node:crypto";
import { cataloguePath } from "../../catalog/catalogue-path.ts";
import { html, Html, type Inserted } from "../html.ts";
import { script } from "./script.ts";
import { styleSheet } from "./style-sheet.ts";
import { languageTags, type Said, type Voice } from "./voice.ts";

/** Characters of a search that are looked at. */
export const longestQuestion = 100;

/** A page as a person sees it, without the frame that all pages have. */
export interface PageBody {
  readonly title: string;
  /** What is searched for on it; null where nothing is. */
  readonly question: string | null;
  readonly content: Inserted;
}

const site: Said = { en: "Data catalogue", zh: "数据目录" };
const hub: Said = { en: "Government Integrity Data Hub", zh: "政务诚信数据共享中枢" };

const places: readonly (readonly [path: string, name: Said])[] = [
  ["", { en: "Overview", zh: "总览" }],
  ["datasets", { en: "Datasets", zh: "数据集" }],
  ["codelists", { en: "Code lists", zh: "代码表" }],
  ["bases", { en: "Legal bases", zh: "法律依据" }],
  ["changes", { en: "Changes", zh: "办理事项" }],
  ["errors", { en: "Errors", zh: "错误代码" }],
];

const digest = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** What a browser may do with a page: this style, this script, this icon, a search of the hub, and nothing else. */
export const contentSecurityPolicy = `default-src 'none'; style-src ${digest(styleSheet)}; script-src ${digest(script)}; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** A page whole. Style and script stand in it, so that it needs nothing else and reads the same when it is kept. */
export function wholePage({ title, question, content }: PageBody, path: string, voice: Voice): string {
  const { language } = voice;
  const say = (zh: string, en: string): string => voice.say({ zh, en });
  const others = voice.others(path, question);
  return html`<!doctype html>
<html lang="${languageTags[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${say("数据目录", "Data catalogue")}</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%23123a63'/%3E%3Cpath d='M4 4h8v2H4zm0 3h8v2H4zm0 3h5v2H4z' fill='%23fff'/%3E%3C/svg%3E">
${others.map((other) => html`<link rel="alternate" hreflang="${languageTags[other.language]}" href="${other.address}">`)}
<style>${new Html(styleSheet)}</style>
</head>
<body>
<a class="skip" href="#page-content">${say("跳到正文", "Skip to content")}</a>
<header class="site">
<div class="bar">
<p class="name"><a href="${voice.to("")}"><span>${voice.say(hub)}</span> <strong>${voice.say(site)}</strong></a></p>
<form class="search" role="search" action="${voice.at(cataloguePath)}" method="get">
<input type="hidden" name="lang" value="${language}">
<label class="unseen" for="page-search">${say("检索类型、信息项或代码", "Search types, fields and codes")}</label>
<input id="page-search" type="search" name="q" maxlength="${longestQuestion}" value="${question ?? ""}" placeholder="${say("类型、信息项，中文或英文", "Type or field, English or Chinese")}" autocomplete="off" spellcheck="false">
<button type="submit">${say("检索", "Search")}</button>
</form>
<p class="languages">${others.map((other) => html`<a href="${other.address}" hreflang="${languageTags[other.language]}" lang="${languageTags[other.language]}">${other.language === "zh" ? "中文" : "English"}</a>`)}</p>
</div>
<nav class="places" aria-label="${say("目录", "Catalogue")}"><ul>${places.map(([place, name]) => html`<li><a href="${voice.to(place)}"${place === path && question === null ? new Html(' aria-current="page"') : ""}>${voice.say(name)}</a></li>`)}</ul></nav>
</header>
<main id="page-content" tabindex="-1">
${content}
</main>
<footer class="site">
<p>${say("本页由系统的声明自动生成，与系统的实际规则一致；任何人看到的内容相同。", "These pages are made from the declarations that the hub itself runs by, and are the same for everybody.")}</p>
</footer>
<script>${new Html(script)}</script>
</body>
</html>
`.text;
}
