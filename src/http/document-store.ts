import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

/** Bytes that kept documents may take, by estimate. Their number alone bounds nothing: one may be a mebibyte of comment around `{ me }`. */
const keptBytes = 48 * 1024 * 1024;

/** The same for texts that clients name by their hash. */
const persistedBytes = 8 * 1024 * 1024;

/** What a token comes to in memory, with the node that is made of it. */
const bytesOfToken = 300;

/** Parsed and validated documents, by Apollo's hash of their text: what is kept need not be looked at again. */
export function documentStore() {
  const documents = new LRUCache<string, DocumentNode>({ maxSize: keptBytes, maxEntrySize: keptBytes / 16, sizeCalculation: sizeOf });
  return {
    get: (key: string) => Promise.resolve(documents.get(key)),
    set: (key: string, document: DocumentNode) => Promise.resolve(void documents.set(key, document)),
    delete: (key: string) => Promise.resolve(documents.delete(key)),
  };
}

/**
 * Texts of documents by their SHA-256, as clients leave them here once, to name them by it from then on (automatic persisted queries):
 * a question by GET is then short whatever it asks, and a cache between can keep its answer. What was forgotten is asked for again.
 */
export function persistedDocuments() {
  const texts = new LRUCache<string, string>({ maxSize: persistedBytes, maxEntrySize: persistedBytes / 16, sizeCalculation: (text) => text.length * 2 + 1 });
  return {
    get: (key: string) => Promise.resolve(texts.get(key)),
    set: (key: string, text: string) => Promise.resolve(void texts.set(key, text)),
    delete: (key: string) => Promise.resolve(texts.delete(key)),
  };
}

function sizeOf({ loc }: DocumentNode): number {
  let tokens = 1;
  for (let token = loc?.startToken; token; token = token.next ?? undefined) tokens += 1;
  return (loc?.source.body.length ?? 0) * 2 + tokens * bytesOfToken;
}
