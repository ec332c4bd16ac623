import { HeaderMap } from "@apollo/server";
import { BREAK, isObjectType, OperationTypeNode, validate, visit, type DocumentNode, type GraphQLFormattedError, type GraphQLSchema, type OperationDefinitionNode, type SourceLocation } from "graphql";
import { catalogue, HubError, type Code } from "../errors.ts";
import type { Logger } from "../log.ts";
import { nameOf } from "../policy/occasion.ts";
import type { Answering, RequestContext } from "./answering.ts";
import { retryAfter } from "./budget.ts";
import { publicForAMinute } from "./cache-header.ts";
import { framesOf } from "./frames.ts";
import { Bytes, written, type SingleResult } from "./json-result.ts";
import { aliasRule, depthRule, selectionsRule } from "./limits.ts";
import { keepOriginal, original, presentError, type Formatted } from "./present-error.ts";
import { RowsAsked } from "./rows-asked.ts";
import { coerceVariables } from "./variables.ts";

/** An operation of a document that is valid, with its variables as they came. */
export interface Asked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly given: Readonly<Record<string, unknown>>;
}

/** A response on its way: what Apollo calls the HTTP head, and a body that is whole. */
export interface Response {
  readonly http: { status?: number; readonly headers: HeaderMap };
  readonly body: { readonly kind: "single"; readonly singleResult: SingleResult };
}

/** What the hub does with operations between a request and its answer: the same for those that come through Apollo's pipeline and those that have passed it before. */
export class Operations {
  readonly #schema: GraphQLSchema;
  readonly #answering: Answering;
  readonly #log: Logger;
  readonly #rows: RowsAsked;
  readonly #within = new WeakSet<DocumentNode>();
  /** Names of fields whose units are kept whole, and which documents ask for one. */
  readonly #keeping: ReadonlySet<string>;
  readonly #keeps = new WeakMap<DocumentNode, boolean>();

  constructor(schema: GraphQLSchema, answering: Answering, log: Logger) {
    this.#schema = schema;
    this.#answering = answering;
    this.#log = log;
    this.#rows = new RowsAsked(schema);
    this.#keeping = new Set(Object.values(schema.getTypeMap()).flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : [])).flatMap(({ name, extensions }) => (extensions["isKept"] === true ? [name] : [])));
  }

  /** @throws HubError LIMIT_EXCEEDED for a document that goes beyond a limit of its form */
  assertWithin(document: DocumentNode): void {
    if (this.#within.has(document)) return;
    const [error] = validate(this.#schema, document, [depthRule, selectionsRule, aliasRule]);
    if (error) throw error;
    this.#within.add(document);
  }

  /** The answer of one statement; null where the resolvers must answer. Whatever goes wrong here is an answer as well: Apollo makes a bare 500 of what is thrown. */
  async answer({ document, operation, given }: Asked, context: RequestContext): Promise<Response | null> {
    if (!this.#schema.getRootType(operation.operation)) return refusal([notOffered(operation)]);
    try {
      const variables = coerceVariables(this.#schema, operation, given);
      if (variables.errors) return refusal(variables.errors);
      const { viewer, access, requestId, language, charge } = context;
      const rows = this.#rows.count(document, operation, given, variables.values);
      if (!charge.isTaken) charge.take(rows, this.#isKept(document)); // it is, where the question was known and no statement answers it any more
      const answer = await this.#answering.answer({ document, operation, variables: variables.values, occasion: { viewer, access, requestId, operationName: nameOf(operation) }, language });
      if (!answer) return null;
      return { http: { headers: cacheHeaders(context, answer.errors) }, body: { kind: "single", singleResult: { data: new Bytes(answer.data), ...reported(context, answer.errors) } } };
    } catch (error) {
      return refusal([error], error instanceof HubError ? undefined : 500);
    }
  }

  /**
   * Completes a response, whoever has made it: errors as they are told, the bill, status and headers.
   *
   * @param operation undefined where the document holds none of that name
   * @param accept the media type that the route has settled on; JSON where nothing is said
   */
  finish({ http, body: { singleResult: result } }: Response, operation: OperationDefinitionNode | undefined, accept: string | null | undefined, context: RequestContext): void {
    const { language, requestId, charge } = context;
    const denials = result.data instanceof Bytes ? [] : this.#answering.denials(context);
    if (result.errors || denials.length > 0) {
      this.#noteOutage(result.errors ?? [], requestId);
      const to = { language, requestId, operation, masked: this.masked(requestId) };
      const errors = [...withoutDenied(result.errors ?? [], denials), ...(reported(context, denials).errors ?? [])];
      if (errors.length > 0) result.errors = inOrder(errors).map((error) => (original in error ? presentError(error as Formatted, to) : error));
      else delete result.errors;
      const { extensions } = reported(context, denials);
      if (extensions) result.extensions = { ...result.extensions, ...extensions };
    }
    charge.settle(written(result), isMutation(operation) || result.errors?.some(tookAll));
    if (context.costShown) result.extensions = { ...result.extensions, cost: charge.cost };
    http.status = statusOf(http.status, result, accept);
    if (!http.headers.get("cache-control")?.startsWith("public")) http.headers.set("cache-control", "no-store");
  }

  /** Whether the document asks for a field whose units are kept: by name, whatever its type, as no other field needs to be told from it. */
  #isKept(document: DocumentNode): boolean {
    let keeps = this.#keeps.get(document);
    if (keeps === undefined) {
      keeps = false;
      if (this.#keeping.size > 0) visit(document, { Field: ({ name }) => (this.#keeping.has(name.value) ? ((keeps = true), BREAK) : undefined) });
      this.#keeps.set(document, keeps);
    }
    return keeps;
  }

  /** Notes in the log what an asker is not told. */
  masked(requestId: string): (error: unknown) => void {
    return (error) => {
      const thrown = error instanceof Error ? error : new Error("not an error");
      this.#log.error({ requestId, error: thrown.name, ...codeOf(thrown), at: framesOf(thrown) }, "masked error");
    };
  }

  /** That the database does not answer is no secret of the question's, and somebody must look after it: the log has its code, once a request. */
  #noteOutage(errors: readonly GraphQLFormattedError[], requestId: string): void {
    const cause = errors.map((error) => (error as Formatted)[original]).find((each) => each instanceof HubError && each.code === "UNAVAILABLE" && each.originalError);
    if (cause) this.#log.warn({ requestId, ...codeOf((cause as HubError).originalError) }, "the database does not answer");
  }
}

const refusal = (errors: readonly unknown[], status?: number): Response => ({
  http: { headers: new HeaderMap(errors.flatMap(retryAfter)), ...(status ? { status } : {}) },
  body: { kind: "single", singleResult: { errors: errors.map((error) => keepOriginal({ message: "", ...(error instanceof HubError && error.locations ? { locations: error.locations } : {}) }, error)) } },
});

/** Denials as the request wants them: among the errors, or in the extensions. */
function reported(context: RequestContext, denials: readonly HubError[]): Pick<SingleResult, "errors" | "extensions"> {
  if (denials.length === 0) return {};
  const list = inOrder(denials).map((denial) => presentError(denial, { ...context, masked: () => {} }));
  return context.deniedAs === "EXTENSION" ? { extensions: { denied: list } } : { errors: list };
}

/** A question that was stopped has kept the database for as long as any may: it is no cheaper for having yielded nothing. */
const tookAll = (error: GraphQLFormattedError): boolean => error.extensions?.["code"] === "TIMEOUT";

/** A change costs what it asks: what it writes is not in the answer's length. */
const isMutation = (operation: OperationDefinitionNode | undefined): boolean => operation?.operation === OperationTypeNode.MUTATION;

/** The code of an error of the system or the database, as far as it can be nothing else. */
function codeOf(error: unknown): { readonly code?: string } {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === "string" && /^\w{1,40}$/.test(code) ? { code } : {};
}

/** A kind of operation that the schema does not have: graphql-js leaves it to the execution, which would be an error of the hub's. */
const notOffered = (operation: OperationDefinitionNode): HubError =>
  new HubError("BAD_USER_INPUT", { "reason.en": `The hub has no ${operation.operation}; it answers queries and mutations.`, "reason.zh": `本系统不提供 ${operation.operation} 操作，仅支持 query 和 mutation。` }, { nodes: operation });

/**
 * The resolvers' errors without those that the shield has made, one for each row, for fields whose denial is reported once already. What
 * the shield alone has denied stays, once for each coordinate at each place in the operation: what is asked of an interface may be denied of several types.
 */
function withoutDenied(errors: readonly GraphQLFormattedError[], denials: readonly HubError[]): GraphQLFormattedError[] {
  const place = (error: Placed): string => JSON.stringify(error.locations?.[0] ?? []); // of several nodes the first: which others there are depends on the type of the row
  const reportedOnce = new Set(denials.map((denial) => place(denial)));
  const known = new Set<string>();
  return errors.filter((error) => {
    const cause = (error as Formatted)[original];
    if (!(cause instanceof HubError) || cause.code !== "FORBIDDEN") return true;
    const at = place(error);
    const key = `${String(cause.extensions["coordinate"])} ${at}`;
    if (reportedOnce.has(at) || known.has(key)) return false;
    known.add(key);
    return true;
  });
}

interface Placed {
  readonly locations?: readonly SourceLocation[] | undefined;
}

/** By where they stand in the question: neither the order in which resolvers end nor the path that answered shows. */
function inOrder<E extends Placed>(errors: readonly E[]): readonly E[] {
  if (errors.length < 2) return errors;
  const at = ({ locations }: E): SourceLocation => locations?.[0] ?? { line: 0, column: 0 };
  return errors.toSorted((a, b) => at(a).line - at(b).line || at(a).column - at(b).column);
}

/** What was asked without a token: public answers to plain questions may be kept. What an answer cost is true once. */
function cacheHeaders({ viewer, costShown }: RequestContext, errors: readonly HubError[]): HeaderMap {
  const headers = new HeaderMap();
  if (viewer.client === null && errors.length === 0 && !costShown) headers.set("cache-control", publicForAMinute());
  return headers;
}

const graphqlResponse = "application/graphql-response+json";

/** Codes that speak of the hub and not of the question: their status is the same under every media type. */
const ofTheHub: ReadonlySet<string> = new Set(["INTERNAL_SERVER_ERROR", "TIMEOUT", "UNAVAILABLE", "RATE_LIMITED"]);

/** `accept` is what the route has settled on. By GraphQL over HTTP, 200 for whatever is a well-formed GraphQL answer under `application/json`; its own media type says more. */
function statusOf(status: number | undefined, { data, errors = [] }: SingleResult, accept: string | null | undefined): number {
  if (data !== undefined) return 200;
  if (status === 405 || status === 406) return status;
  const codes = errors.map((error) => String(error.extensions?.["code"]));
  const own = codes.find((code) => ofTheHub.has(code));
  if (own) return catalogue[own as Code].status;
  return accept === graphqlResponse || codes.includes("BAD_REQUEST") ? 400 : 200;
}
