import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

/** Bytes that kept documents may take, by estimate. Their number alone bounds nothing: one may be a mebibyte of comment around `{ me }`. */
const keptBytes = 48 * 1024 * 1024;

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

function sizeOf({ loc }: DocumentNode): number {
  let tokens = 1;
  for (let token = loc?.startToken; token; token = token.next ?? undefined) tokens += 1;
  return (loc?.source.body.length ?? 0) * 2 + tokens * bytesOfToken;
}
