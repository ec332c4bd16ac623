import { html, type Html, type Inserted } from "../html.ts";

/** A line of a table: its first cell names it. */
export interface Row {
  /** Where an address can lead to. */
  readonly anchor?: string;
  /** By what the filter of the page chooses; a row without it is not filtered. */
  readonly filter?: string;
  readonly cells: readonly Inserted[];
}

interface Table {
  /** By which its columns have their widths, where tables of the kind stand one under another. */
  readonly kind?: "fields" | "types" | "datasets";
  readonly caption: Inserted;
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
}

/** A table with a caption. On a telephone each line is a card, of which each cell says its head; the roles keep it a table all the same. */
export function table({ kind, caption, heads, rows }: Table): Html {
  const row = ({ anchor, filter, cells: [name, ...cells] }: Row): Html => html`<tr role="row"${anchor !== undefined && html` id="${anchor}"`}${filter !== undefined && html` data-row="${filter}"`}>
<th scope="row" role="rowheader" class="name-cell">${name}</th>
${cells.map((cell, place) => html`<td role="cell" data-head="${heads[place + 1]}"><div>${cell}</div></td>`)}
</tr>
`;
  return html`<table role="table"${kind && html` class="${kind}"`}><caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${heads.map((head) => html`<th scope="col" role="columnheader">${head}</th>`)}</tr></thead>
<tbody role="rowgroup">
${rows.map(row)}</tbody></table>`;
}

/** Names with what they say; what is not said is left out. */
export const facts = (entries: readonly (readonly [name: string, said: Inserted])[]): Html =>
  html`<dl class="facts">${entries.filter(([, said]) => said !== null && said !== false && said !== "").map(([name, said]) => html`<dt>${name}</dt><dd>${said}</dd>`)}</dl>`;
