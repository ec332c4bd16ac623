/**
 * Commitments by day out of a JSON text that holds heads as the graph answers them: `accessLogHeads { nodes { day commitment } }`, one page of
 * it or a list of several.
 *
 * @throws SyntaxError where it is no JSON
 */
export function publishedHeads(text: string): ReadonlyMap<string, string> {
  const heads = new Map<string, string>();
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { day, commitment } = value as { readonly day?: unknown; readonly commitment?: unknown };
    if (typeof day === "string" && typeof commitment === "string") heads.set(day, commitment);
    for (const each of Object.values(value)) look(each);
  };
  look(JSON.parse(text));
  return heads;
}
