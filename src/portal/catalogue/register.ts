/** A dataset of the catalogue of public credit information, as everybody may read it. */
export interface DatasetItem {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly providerName: string;
  readonly summary: string;
  readonly disclosureClass: string;
  readonly sharingCondition: string | null;
  readonly sharingMethod: string;
  readonly openAttribute: string;
  readonly updateCycle: string;
  readonly lowestLevel: string;
  readonly basisCitation: string;
  /** Type of the graph that carries it; null until the hub holds it. */
  readonly typeName: string | null;
}

/** A provision of a law, as everybody may read it. */
export interface Provision {
  readonly citation: string;
  readonly documentNo: string | null;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly repealedBy: string | null;
  readonly summary: string | null;
}

/** What the pages tell that is data, not declared: who supplies what and how often, and what the laws say. */
export interface Register {
  /** False where the database does not answer: then the pages tell what is declared, and say what is missing. */
  readonly isRead: boolean;
  readonly items: readonly DatasetItem[];
  readonly provisions: readonly Provision[];
}

/** Answers all rows of a list of the graph with the fields that are named, as the public reads them. */
export type PublicRows = (list: string, fields: readonly string[]) => Promise<readonly Readonly<Record<string, unknown>>[]>;

const itemFields = [
  "code", "name", "category", "providerName", "summary", "disclosureClass", "sharingCondition", "sharingMethod", "openAttribute", "updateCycle", "lowestLevel", "basisCitation", "typeName",
] as const satisfies readonly (keyof DatasetItem)[];
const provisionFields = ["citation", "documentNo", "effectiveFrom", "effectiveTo", "repealedBy", "summary"] as const satisfies readonly (keyof Provision)[];

/** Reads the register the public's way. */
export async function readRegister(rows: PublicRows): Promise<Register> {
  const [items, provisions] = await Promise.all([rows("catalogItems", itemFields), rows("legalBases", provisionFields)]);
  return { isRead: true, items: items as unknown as readonly DatasetItem[], provisions: provisions as unknown as readonly Provision[] };
}

/** What there is to tell while the database does not answer. */
export const unreadRegister: Register = Object.freeze({ isRead: false, items: [], provisions: [] });
