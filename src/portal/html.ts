/** A piece of HTML that is well formed by itself; text becomes one only through `html`, which escapes it. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: text, which is escaped; pieces of HTML, as they are; nothing. */
export type Inserted = string | number | Html | null | undefined | false | readonly Inserted[];

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as it stands in HTML, between tags or in a quoted attribute. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!);

function inserted(value: Inserted): string {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "object") return value.map(inserted).join("");
  return escaped(String(value));
}

/** HTML with values in it, between tags and in quoted attributes. Whatever is not HTML already is escaped. */
export const html = (parts: TemplateStringsArray, ...values: readonly Inserted[]): Html => new Html(parts.reduce((text, part, place) => text + inserted(values[place - 1]) + part));

/** Pieces with something between them. */
export const joined = (pieces: readonly Inserted[], between: Inserted): Html => html`${pieces.flatMap((piece, place) => (place === 0 ? [piece] : [between, piece]))}`;
