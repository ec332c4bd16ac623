import { ApolloServer, HeaderMap, type ApolloServerOptions, type ApolloServerPlugin, type BaseContext, type GraphQLRequestListener, type GraphQLResponse } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled, ApolloServerPluginUsageReportingDisabled } from "@apollo/server/plugin/disabled";
import { OperationTypeNode, validate, type DocumentNode, type GraphQLFormattedError, type GraphQLSchema, type OperationDefinitionNode, type SourceLocation } from "graphql";
import { catalogue, HubError, type Code } from "../errors.ts";
import type { Logger } from "../log.ts";
import { nameOf } from "../policy/occasion.ts";
import type { Answering, RequestContext } from "./answering.ts";
import { retryAfter } from "./budget.ts";
import { publicForAMinute } from "./cache-header.ts";
import { documentStore, persistedDocuments } from "./document-store.ts";
import { framesOf } from "./frames.ts";
import { aliasRule, depthRule, limits, selectionsRule } from "./limits.ts";
import { keepOriginal, original, presentError, type Formatted } from "./present-error.ts";
import { RowsAsked } from "./rows-asked.ts";
import { coerceVariables } from "./variables.ts";

/** The `data` of a response as bytes that go through untouched. */
class Bytes {
  readonly buffer: Buffer;
  constructor(buffer: Buffer) {
    this.buffer = buffer;
  }
}

/** The `data` of a response as JSON, written before the rest of it: its length is what it costs. */
class Text {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Context = RequestContext & BaseContext;
type SingleResult = { data?: unknown; errors?: readonly GraphQLFormattedError[]; extensions?: Record<string, unknown> };

/** Bytes up to which Node sends a text with its headers in one write, which saves more than the decoding costs: a tenth of a small answer. */
const oneWrite = 2_048;

const opening = Buffer.from('{"data":');
const closing = Buffer.from("}\n");

/**
 * A result as JSON. What the statement has made is put in as it is. Apollo's type says string; whatever this returns goes to the route
 * untouched, and the route sends bytes.
 */
function stringifyResult(result: SingleResult): string {
  const { data, errors, extensions } = result;
  if (data instanceof Text) return `{${errors ? `"errors":${JSON.stringify(errors)},` : ""}"data":${data.text}${extensions ? `,"extensions":${JSON.stringify(extensions)}` : ""}}\n`;
  if (!(data instanceof Bytes)) return `${JSON.stringify(result)}\n`;
  const { buffer } = data;
  if (buffer.length <= oneWrite) return `{"data":${buffer.toString()}${errors ? `,"errors":${JSON.stringify(errors)}` : ""}${extensions ? `,"extensions":${JSON.stringify(extensions)}` : ""}}\n`;
  const further = [...(errors ? [`,"errors":${JSON.stringify(errors)}`] : []), ...(extensions ? [`,"extensions":${JSON.stringify(extensions)}`] : [])];
  return Buffer.concat([opening, buffer, Buffer.from(further.join("")), closing]) as unknown as string;
}

/** Apollo Server over the hub's schema: parsing, validation, HTTP semantics and execution are its; answers to plain questions are bytes. */
export function createApollo(schema: GraphQLSchema, answering: Answering, log: Logger): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: false, // no cookies: a token is sent on purpose or not at all
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    persistedQueries: { cache: persistedDocuments() },
    parseOptions: { maxLexicalTokens: limits.tokens },
    documentStore: documentStore(),
    stringifyResult: stringifyResult,
    formatError: keepOriginal,
    logger: withoutMessages(log),
    nodeEnv: "production", // no setting of the machine changes what is answered
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), ApolloServerPluginUsageReportingDisabled(), hubPlugin(schema, answering, log)] as ApolloServerPlugin<Context>[],
  });
}

/** Apollo's own lines repeat the messages of errors, which may hold values, and go to the console: the log learns that there were some. */
function withoutMessages(log: Logger): NonNullable<ApolloServerOptions<BaseContext>["logger"]> {
  const nothing = (): void => {};
  return { debug: nothing, info: nothing, warn: () => log.warn("Apollo Server warns"), error: () => log.error("Apollo Server reports an error") };
}

function hubPlugin(schema: GraphQLSchema, answering: Answering, log: Logger): ApolloServerPlugin<Context> {
  const rows = new RowsAsked(schema);
  const within = new WeakSet<DocumentNode>();
  const assertWithin = (document: DocumentNode): void => {
    if (within.has(document)) return;
    const [error] = validate(schema, document, [depthRule, selectionsRule, aliasRule]);
    if (error) throw error;
    within.add(document);
  };
  const masked = (requestId: string) => (error: unknown) => {
    const thrown = error instanceof Error ? error : new Error("not an error");
    log.error({ requestId, error: thrown.name, ...codeOf(error), at: framesOf(thrown) }, "masked error");
  };

  /** That the database does not answer is no secret of the question's, and somebody must look after it: the log has its code, once a request. */
  const noteOutage = (errors: readonly GraphQLFormattedError[], requestId: string): void => {
    const cause = errors.map((error) => (error as Formatted)[original]).find((each) => each instanceof HubError && each.code === "UNAVAILABLE" && each.originalError);
    if (cause) log.warn({ requestId, ...codeOf((cause as HubError).originalError) }, "the database does not answer");
  };

  const refusal = (errors: readonly unknown[], status?: number): GraphQLResponse => ({
    http: { headers: new HeaderMap(errors.flatMap(retryAfter)), ...(status ? { status } : {}) },
    body: { kind: "single", singleResult: { errors: errors.map((error) => keepOriginal({ message: "", ...(error instanceof HubError && error.locations ? { locations: error.locations } : {}) }, error)) } },
  });

  return {
    unexpectedErrorProcessingRequest: ({ requestContext, error }) => Promise.resolve(masked(requestContext.contextValue.requestId)(error)),
    requestDidStart: () =>
      Promise.resolve<GraphQLRequestListener<Context>>({
        didResolveOperation: ({ document, operation, contextValue }) => {
          contextValue.noted.operationName = nameOf(operation);
          assertWithin(document);
          return Promise.resolve();
        },

        /** Whatever goes wrong here is an answer as well: Apollo makes a bare 500 of what is thrown. */
        async responseForOperation({ document, operation, request, contextValue }) {
          // The type says that there is one; a name that the document does not hold comes this far, and is Apollo's to refuse.
          if (!(operation as OperationDefinitionNode | undefined)) return null;
          if (!schema.getRootType(operation.operation)) return refusal([notOffered(operation)]);
          try {
            const given = request.variables ?? {};
            const variables = coerceVariables(schema, operation, given);
            if (variables.errors) return refusal(variables.errors);
            const { viewer, access, requestId, language, charge } = contextValue;
            charge.take(rows.count(document, operation, given, variables.values));
            const answer = await answering.answer({ document, operation, variables: variables.values, occasion: { viewer, access, requestId, operationName: nameOf(operation) }, language });
            if (!answer) return null;
            return { http: { headers: cacheHeaders(contextValue, answer.errors) }, body: { kind: "single", singleResult: { data: new Bytes(answer.data) as never, ...reported(contextValue, answer.errors) } } };
          } catch (error) {
            return refusal([error], error instanceof HubError ? undefined : 500);
          }
        },

        willSendResponse({ response, contextValue, operation, request }) {
          if (response.body.kind !== "single") return Promise.resolve();
          const result = response.body.singleResult as SingleResult;
          const to = { language: contextValue.language, requestId: contextValue.requestId, operation, masked: masked(contextValue.requestId) };
          const denials = result.data instanceof Bytes ? [] : answering.denials(contextValue);
          noteOutage(result.errors ?? [], contextValue.requestId);
          const errors = [...withoutDenied(result.errors ?? [], denials), ...(reported(contextValue, denials).errors ?? [])];
          if (errors.length > 0) result.errors = inOrder(errors).map((error) => (original in error ? presentError(error as Formatted, to) : error));
          else delete result.errors;
          const { extensions } = reported(contextValue, denials);
          if (extensions) result.extensions = { ...result.extensions, ...extensions };
          contextValue.charge.settle(written(result), isMutation(operation) || result.errors?.some(tookAll));
          if (contextValue.costShown) result.extensions = { ...result.extensions, cost: contextValue.charge.cost };
          response.http.status = statusOf(response.http.status, result, request.http?.headers.get("accept"));
          if (!response.http.headers.get("cache-control")?.startsWith("public")) response.http.headers.set("cache-control", "no-store");
          return Promise.resolve();
        },
      }),
  };

  /** Denials as the request wants them: among the errors, or in the extensions. */
  function reported(context: Context, denials: readonly HubError[]): Pick<SingleResult, "errors" | "extensions"> {
    if (denials.length === 0) return {};
    const list = inOrder(denials).map((denial) => presentError(denial, { ...context, masked: () => {} }));
    return context.deniedAs === "EXTENSION" ? { extensions: { denied: list } } : { errors: list };
  }
}

/** The bytes of the data that a result sends; data that is still to be written is written for it. */
function written(result: SingleResult): number {
  if (result.data === undefined) return 0;
  if (result.data instanceof Bytes) return result.data.buffer.length;
  const text = JSON.stringify(result.data);
  result.data = new Text(text);
  return Buffer.byteLength(text);
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
function cacheHeaders({ viewer, costShown }: Context, errors: readonly HubError[]): HeaderMap {
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
