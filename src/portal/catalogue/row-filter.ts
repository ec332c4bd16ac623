import { disclosureClasses, type DisclosureClass } from "../../catalog/disclosure-class.ts";
import { html, type Html } from "../html.ts";
import type { Voice } from "./voice.ts";

/** The filter over the rows of a page; without a script there is none, and all rows are there. */
export const rowFilter = (voice: Voice, classes: readonly DisclosureClass[]): Html => html`<form class="filter" data-filter hidden>
<label for="page-filter">${voice.say({ en: "Show only", zh: "筛选" })}</label>
<input id="page-filter" type="search" autocomplete="off" spellcheck="false" placeholder="${voice.say({ en: "name or Chinese term", zh: "中文名或英文名" })}">
${
  classes.length > 1 &&
  html`<label class="unseen" for="page-class">${voice.say({ en: "Class", zh: "共享开放属性" })}</label>
<select id="page-class"><option value="">${voice.say({ en: "every class", zh: "全部属性" })}</option>${classes.map((cls) => html`<option value="${cls}">${voice.say({ en: cls, zh: disclosureClasses[cls].zh })}</option>`)}</select>`
}
<output for="page-filter"></output>
</form>`;
