import type { DocumentNode, OperationDefinitionNode } from "graphql";
import type { HubError, Language } from "../errors.ts";
import type { Access } from "../policy/access.ts";
import type { Occasion } from "../policy/occasion.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { Charge } from "./budget.ts";

/** What the hub knows of a request beside its operation; the resolvers' context. */
export interface RequestContext {
  readonly viewer: Viewer;
  readonly access: Access;
  readonly language: Language;
  readonly requestId: string;
  /** Where denied fields are reported: among the errors, or in the response's extensions for clients that drop data on errors. */
  readonly deniedAs: "ERROR" | "EXTENSION";
  /** Whether the answer is to say what it cost. */
  readonly costShown: boolean;
  readonly charge: Charge;
  /** For the log; filled in once the operation is known. Apollo copies the context, so it is kept in an object of its own. */
  readonly noted: { operationName: string | null };
}

/** What answers operations: bytes from one statement, or null where the resolvers must. */
export interface Answering {
  answer(question: {
    readonly document: DocumentNode;
    readonly operation: OperationDefinitionNode;
    readonly variables: Readonly<Record<string, unknown>>;
    readonly occasion: Occasion;
    readonly language: Language;
  }): Promise<{ readonly data: Buffer; readonly errors: readonly HubError[] }> | null;
  /** The denials found while the resolvers of a request ran, one for each denied field of the operation. */
  denials(context: RequestContext): readonly HubError[];
}
