import { faultCode } from "../../catalog/fault-code.ts";
import { userErrorCodes } from "../../workflow/user-error.ts";
import { html, type Html } from "../html.ts";
import { errorMeanings, statusOf } from "./error-meanings.ts";
import type { PageBody } from "./layout.ts";
import { pageHead } from "./names.ts";
import { table } from "./table.ts";
import type { Said, Voice } from "./voice.ts";

/** Every code of an error, with its meaning and what to do; then why changes are not made, and what is wrong with delivered files. */
export function errorsPage(voice: Voice): PageBody {
  const say = (zh: string, en: string): string => voice.say({ zh, en });
  const both = (words: Said): Html =>
    voice.language === "zh" ? html`${words.zh}<p class="sentence" lang="en">${words.en}</p>` : html`${words.en}<p class="sentence" lang="zh-CN">${words.zh}</p>`;
  const code = (name: string): Html => html`<a class="anchor" href="#${name}"><code>${name}</code></a>`;
  const plain = (codes: Readonly<Record<string, Said>>, prefix: string) => Object.entries(codes).map(([name, words]) => ({ anchor: `${prefix}${name}`, cells: [html`<code>${name}</code>`, both(words)] }));
  return {
    title: say("错误代码", "Errors"),
    question: null,
    content: html`${pageHead(voice, say("错误代码", "Errors"), say("查询、办理和报送中可能出现的错误，以及如何处理。", "What can go wrong with a request, a change or a delivered file, and what to do about it."))}
<p>${say("错误消息从不包含数据内容；每个错误带有请求编号和指向本目录的地址（documentationUrl）。", "A message never holds data; every error has the number of its request and an address in this catalogue (documentationUrl).")}</p>
<h2 id="page-codes">${say("查询的错误代码（extensions.code）", "Errors of a request (extensions.code)")}</h2>
${table({
      caption: say(
        "HTTP 状态适用于请求整体失败、以 application/graphql-response+json 应答的情形；以 application/json 应答时，按 GraphQL over HTTP 规范，查询本身有误的（表中 400，BAD_REQUEST 除外）状态为 200。",
        "The HTTP status is that of a request that fails as a whole and takes application/graphql-response+json; by GraphQL over HTTP an answer of application/json to a question that is itself at fault (400 here, but for BAD_REQUEST) has the status 200.",
      ),
      heads: [say("代码", "Code"), "HTTP", say("含义", "What it means"), say("如何处理", "What to do")],
      rows: Object.entries(errorMeanings).map(([name, { means, remedy }]) => ({ anchor: name, cells: [code(name), statusOf(name), both(means), both(remedy)] })),
    })}
<h2 id="page-user-errors">${say("未办理原因（userErrors）", "Why a change was not made (userErrors)")}</h2>
${table({ caption: say("事项已理解，但不能办理。", "The question was understood, and the answer is no."), heads: [say("代码", "Code"), say("含义", "What it means")], rows: plain(userErrorCodes, "user-") })}
<h2 id="page-faults">${say("报送差错", "Faults of deliveries")}</h2>
${table({ caption: say("报送文件或其中某行的差错。", "What is wrong with a delivered file or with a row of it."), heads: [say("代码", "Code"), say("含义", "What it means")], rows: plain(faultCode.codes, "fault-") })}`,
  };
}
