import { html, joined, type Html } from "../html.ts";
import type { Delivered } from "./contents.ts";
import { audienceNames } from "./rule-words.ts";
import { facts, table } from "./table.ts";
import type { Voice } from "./voice.ts";

/** How bodies deliver rows of a type: templates, who may, and the columns of a file. */
export function deliverySection({ name, takes, audiences, columns }: Delivered, voice: Voice): Html {
  const say = (zh: string, en: string): string => voice.say({ zh, en });
  return html`<h2 id="page-deliveries">${say("数据报送", "Deliveries")}</h2>
<div class="sheet">${facts([
    [say("报送地址", "Sent to"), html`<code>POST /ingest/${name}</code>`],
    [say("模板", "Templates"), joined(["xlsx", "csv"].map((kind) => html`<a href="${voice.at(`/ingest/${name}/template.${kind}`)}" download>template.${kind}</a>`), say("、", ", "))],
    [say("报送单位", "Delivered by"), voice.list(audienceNames(audiences, voice))],
    [say("接收方式", "Taken"), takes === "ALL_ROWS" ? say("整批无差错才接收", "as a whole or not at all") : say("接收无差错的行，退回其余行", "row by row; those with faults come back")],
  ])}</div>
${table({
    caption: say(`报送文件的 ${columns.length} 列`, `The ${columns.length} columns of a delivered file`),
    heads: [say("表头", "Column head"), say("信息项", "Field"), say("必填", "Required"), say("格式", "Form")],
    rows: columns.map(({ key, header, isRequired, form }) => ({
      cells: [html`<span lang="zh-CN">${header}</span>`, html`<a href="#${key}"><code>${key}</code></a>`, isRequired ? say("必填", "required") : say("否", "no"), form && voice.say(form)],
    })),
  })}`;
}
