import { citation } from "../../catalog/basis.ts";
import { readTable } from "./read-table.ts";

/** A provision that the hub rests on; what nobody has looked up is null, never a guess. */
export interface LegalBasisRow {
  readonly citation: string;
  readonly title: string;
  readonly documentNo: string | null;
  readonly article: number | null;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly repealedBy: string | null;
  readonly summary: string | null;
}

/** The laws and their articles that the catalogue cites, with the main ones of the field; the summaries are ours, not the law's words. */
export const readLegalBases = (): readonly LegalBasisRow[] =>
  readTable("legal-bases", ["citation", "title", "documentNo", "article", "effectiveFrom", "effectiveTo", "repealedBy", "summary"]).map((row) => {
    const { title } = row;
    if (title === null) throw new Error("A legal basis lacks its title.");
    const article = row.article === null ? null : Number(row.article);
    const cited = citation({ title, article });
    if (row.citation !== cited) throw new Error(`The legal basis ${row.citation} must be cited as ${cited}.`);
    return { ...row, citation: cited, title, article };
  });
