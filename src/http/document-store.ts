import type { DocumentNode, OperationDefinitionNode } from "graphql";
import { LRUCache } from "lru-cache";

/** Bytes that kept documents may take, by estimate. Their number alone bounds nothing: one may be a mebibyte of comment around `{ me }`. */
const keptBytes = 48 * 1024 * 1024;

/** What a token comes to in memory, with the node that is made of it. */
const bytesOfToken = 300;

/** A document that is kept, and what is known of it. */
interface Kept {
  readonly document: DocumentNode;
  /** Apollo's hash of its text. */
  readonly hash: string;
  /** Its operations that statements have answered, by the name under which they were asked; null for the only one, where none was given. */
  readonly answered: Map<string | null, OperationDefinitionNode>;
}

/** Documents that were parsed and found valid: what is kept need not be looked at again. */
export class DocumentStore {
  readonly #texts = new Map<string, string>();
  readonly #kept = new LRUCache<string, Kept>({
    maxSize: keptBytes,
    maxEntrySize: keptBytes / 16,
    sizeCalculation: ({ document }) => sizeOf(document),
    dispose: ({ hash }) => void this.#texts.delete(hash),
  });

  /** For Apollo, which knows a document by its hash. */
  readonly byHash = {
    get: (hash: string): Promise<DocumentNode | undefined> => Promise.resolve(this.#kept.get(this.#texts.get(hash) ?? "")?.document),
    set: (hash: string, document: DocumentNode): Promise<void> => {
      const text = textOf(document);
      this.#kept.set(text, { document, hash, answered: new Map() });
      if (this.#kept.has(text)) this.#texts.set(hash, text);
      return Promise.resolve();
    },
    delete: (hash: string): Promise<boolean> => Promise.resolve(this.#kept.delete(this.#texts.get(hash) ?? "")),
  };

  /** Notes that a statement has answered an operation which was asked for under a name, or under none. */
  noteAnswered(document: DocumentNode, name: string | null, operation: OperationDefinitionNode): void {
    this.#kept.get(textOf(document))?.answered.set(name, operation);
  }

  /** The operation that a statement has answered before, where the same text asks for it by the same name. */
  answeredBefore(text: string, name: string | null): { readonly document: DocumentNode; readonly operation: OperationDefinitionNode } | null {
    const kept = this.#kept.get(text);
    const operation = kept?.answered.get(name);
    return kept && operation ? { document: kept.document, operation } : null;
  }
}

const textOf = ({ loc }: DocumentNode): string => loc?.source.body ?? "";

function sizeOf({ loc }: DocumentNode): number {
  let tokens = 1;
  for (let token = loc?.startToken; token; token = token.next ?? undefined) tokens += 1;
  return (loc?.source.body.length ?? 0) * 2 + tokens * bytesOfToken;
}
