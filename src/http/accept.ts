/** What the hub can answer with, the first where the client does not care. */
export const mediaTypes = ["application/json", "application/graphql-response+json"] as const;
export type MediaType = (typeof mediaTypes)[number];

/**
 * The media type that an `Accept` header prefers among ours, null where it takes neither (RFC 9110, section 12.5.1). Decided before anything
 * is read: Apollo looks at the header only when the answer is there.
 */
export function preferredType(accept: string | undefined): MediaType | null {
  if (accept === undefined || accept === "*/*" || accept === "application/json") return "application/json"; // nearly every request
  const ranges = accept.toLowerCase().split(",").map(rangeOf);
  let preferred: { readonly type: MediaType; readonly range: Range } | null = null;
  for (const type of mediaTypes) {
    const fitting = ranges.filter(({ name }) => name === type || name === "*/*" || name === "application/*");
    const range = fitting.reduce<Range | null>((best, each) => (best && best.precision >= each.precision ? best : each), null);
    if (!range || range.quality === 0) continue;
    if (!preferred || comesBefore(range, preferred.range, ranges)) preferred = { type, range };
  }
  return preferred?.type ?? null;
}

interface Range {
  readonly name: string;
  readonly quality: number;
  /** A named type says more than a wildcard, whatever their weights. */
  readonly precision: number;
}

function rangeOf(part: string): Range {
  const [name = "", ...parameters] = part.split(";").map((each) => each.trim());
  const weight = parameters.find((each) => each.startsWith("q="));
  const quality = weight === undefined ? 1 : Number(weight.slice(2));
  return { name, quality: quality > 0 && quality <= 1 ? quality : 0, precision: name === "*/*" ? 0 : name.endsWith("/*") ? 1 : 2 };
}

/** By weight, then by precision, then as the client has written them. */
function comesBefore(a: Range, b: Range, written: readonly Range[]): boolean {
  return (a.quality - b.quality || a.precision - b.precision || written.indexOf(b) - written.indexOf(a)) > 0;
}
