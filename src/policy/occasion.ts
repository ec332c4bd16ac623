import type { Access } from "./access.ts";
import type { Viewer } from "./viewer.ts";

/** Characters of an operation's name that are kept. */
const longestName = 80;

/** The name of an operation, as logs have it; null where it has none. */
export const nameOf = (operation: { readonly name?: { readonly value: string } | undefined } | undefined): string | null => operation?.name?.value.slice(0, longestName) ?? null;

/** Who asks, why, and in which request: what rules, sharing grants and the access log look at. */
export interface Occasion {
  readonly viewer: Viewer;
  readonly access: Access;
  /** Number of the request, as the asker is told; the access log has it. */
  readonly requestId: string;
  /** Name of the operation as the request gives it; null where it gives none. */
  readonly operationName: string | null;
}
