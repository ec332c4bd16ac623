/** What stands in the last parentheses of a doc. */
const parentheses = / ?\(([^()]*)\)\.?$/;

/**
 * The Chinese term at the end of a doc: in the last parentheses, up to a comma.
 *
 * @throws Error quoting the doc that has none
 */
export function chineseTerm(doc: string): string {
  const [, inner] = parentheses.exec(doc.trim()) ?? [];
  if (inner === undefined) throw new Error(`No Chinese term in parentheses: ${doc}`);
  return inner.split(/[,;]/)[0]!.trim();
}

/** The English sentence of a doc, without the parentheses at its end. */
export const englishSentence = (doc: string): string => `${doc.trim().replace(parentheses, "").replace(/\.$/, "")}.`;
