import { readFileSync } from "node:fs";
import type { Language } from "../../errors.ts";
import type { StaticFiles } from "./static-files.ts";

/** Where the files of the pages are handed out. */
export const filesPath = "/playground/files";

const texts = {
  en: { tag: "en", other: "zh", otherName: "中文", name: "Integrity hub", playground: "Playground", map: "Schema map", catalogue: "Catalogue", asker: "Ask as", examples: "Open an example…", afresh: "Start afresh", loading: "The schema is being drawn…", failed: "The schema could not be read." },
  zh: { tag: "zh-CN", other: "en", otherName: "English", name: "政务诚信数据共享中枢", playground: "在线调试", map: "数据关系图", catalogue: "数据目录", asker: "查询身份", examples: "打开示例…", afresh: "重新开始", loading: "正在绘制数据关系图……", failed: "无法读取数据结构。" },
} as const satisfies Record<Language, object>;

/**
 * What a page may do: run and show what this hub hands out, ask this hub, and be shown in nobody's frame. Both tools write style sheets
 * into the page as they run, whose texts follow from what is on it.
 */
const policy = (scripts: string, workers: string): string =>
  `default-src 'none'; script-src ${scripts}; worker-src ${workers}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'`;

/** A page and what it may do. */
export interface Page {
  readonly html: string;
  readonly policy: string;
}

/** Files of the playground: Altair's, Voyager's and the hub's own. */
export interface PlaygroundFiles {
  readonly altair: StaticFiles;
  readonly voyager: StaticFiles;
  readonly own: StaticFiles;
}

const addressOf = ({ prefix }: StaticFiles, path: string): string => `${filesPath}/${prefix}/${path}`;

/**
 * Altair's own page, with the hub's bar above it. The page starts it by a script of ours, with options in JSON: what is written into HTML
 * is written by us alone.
 */
export function playgroundPage({ altair, own }: PlaygroundFiles, language: Language): Page {
  const { tag, other, otherName, name, map, catalogue, asker, examples, afresh } = texts[language];
  const bar = `<header id="hub-bar" data-language="${language}">
      <strong>${name}</strong>
      <label>${asker} <select id="hub-asker"></select></label>
      <select id="hub-examples" aria-label="${examples}"><option value="">${examples}</option></select>
      <span class="hub-space"></span>
      <button id="hub-afresh" type="button">${afresh}</button>
      <a href="/playground/map?lang=${language}">${map}</a>
      <a href="/catalogue?lang=${language}">${catalogue}</a>
      <a href="/playground?lang=${other}" lang="${other}">${otherName}</a>
    </header>`;
  const replacements: readonly (readonly [string | RegExp, string])[] = [
    ["<html>", `<html lang="${tag}">`],
    [/<title>.*<\/title>/, `<title>${texts[language].playground} · ${name}</title>`],
    [/<base [^>]*>/, `<base href="${addressOf(altair, "")}">`],
    ["</head>", `<link rel="stylesheet" href="${addressOf(own, "playground.css")}"></head>`],
    ["<body>", `<body>\n    ${bar}`],
    ["</body>", `<script type="module" src="${addressOf(own, "playground.js")}"></script></body>`],
  ];
  const html = replacements.reduce((page, [place, text]) => {
    if (page.search(place) < 0) throw new Error(`altair-static has another page than the playground is made for: it has no ${place}.`);
    return page.replace(place, () => text);
  }, readFileSync(altairPage, "utf8"));
  return { html, policy: policy("'self'", "'self'") };
}

const altairPage = new URL("../../../node_modules/altair-static/build/dist/index.html", import.meta.url);

/** The schema as a map; Voyager lays it out by a program in WebAssembly, in a worker that it makes of its own text. */
export function mapPage({ voyager, own }: PlaygroundFiles, language: Language): Page {
  const { tag, other, otherName, name, map, catalogue, playground, loading, failed } = texts[language];
  const html = `<!doctype html>
<html lang="${tag}">
  <head>
    <meta charset="utf-8">
    <title>${map} · ${name}</title>
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${addressOf(voyager, "voyager.css")}">
    <link rel="stylesheet" href="${addressOf(own, "playground.css")}">
  </head>
  <body>
    <header id="hub-bar" data-language="${language}">
      <strong>${name}</strong>
      <span>${map}</span>
      <span class="hub-space"></span>
      <a href="/playground?lang=${language}">${playground}</a>
      <a href="/catalogue?lang=${language}">${catalogue}</a>
      <a href="/playground/map?lang=${other}" lang="${other}">${otherName}</a>
    </header>
    <div id="hub-map" data-failed="${failed}"><p>${loading}</p></div>
    <script src="${addressOf(voyager, "voyager.standalone.js")}"></script>
    <script type="module" src="${addressOf(own, "map.js")}"></script>
  </body>
</html>
`;
  return { html, policy: policy("'self' 'wasm-unsafe-eval'", "blob:") };
}
