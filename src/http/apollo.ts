import { ApolloServer, type ApolloServerOptions, type ApolloServerPlugin, type BaseContext, type GraphQLRequestListener, type GraphQLResponse, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled, ApolloServerPluginUsageReportingDisabled } from "@apollo/server/plugin/disabled";
import type { GraphQLSchema, OperationDefinitionNode } from "graphql";
import type { Logger } from "../log.ts";
import { nameOf } from "../policy/occasion.ts";
import type { Answering, RequestContext } from "./answering.ts";
import { DocumentStore } from "./document-store.ts";
import { stringifyResult } from "./json-result.ts";
import { KnownQuestions } from "./known-questions.ts";
import { limits } from "./limits.ts";
import { Operations, type Response } from "./operations.ts";
import { keepOriginal } from "./present-error.ts";

type Context = RequestContext & BaseContext;

/** Answers requests for GraphQL. */
export interface GraphQLEndpoint {
  execute(request: HTTPGraphQLRequest, context: RequestContext): Promise<HTTPGraphQLResponse>;
  stop(): Promise<void>;
}

/**
 * Apollo Server over the hub's schema: parsing, validation, HTTP semantics and execution are its; answers to plain questions are bytes. A
 * question that has come through all of that before, to the letter, goes to its statement at once.
 */
export async function startApollo(schema: GraphQLSchema, answering: Answering, log: Logger): Promise<GraphQLEndpoint> {
  const operations = new Operations(schema, answering, log);
  const documents = new DocumentStore();
  const known = new KnownQuestions(operations, documents);
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: false, // no cookies: a token is sent on purpose or not at all
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxLexicalTokens: limits.tokens },
    documentStore: documents.byHash,
    stringifyResult: stringifyResult,
    formatError: keepOriginal,
    logger: withoutMessages(log),
    nodeEnv: "production", // no setting of the machine changes what is answered
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), ApolloServerPluginUsageReportingDisabled(), hubPlugin(operations, documents)] as ApolloServerPlugin<Context>[],
  });
  await apollo.start();
  return {
    execute: (request, context) => known.answer(request, context, () => apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest: request, context: () => Promise.resolve(context) })),
    stop: () => apollo.stop(),
  };
}

/** Apollo's own lines repeat the messages of errors, which may hold values, and go to the console: the log learns that there were some. */
function withoutMessages(log: Logger): NonNullable<ApolloServerOptions<BaseContext>["logger"]> {
  const nothing = (): void => {};
  return { debug: nothing, info: nothing, warn: () => log.warn("Apollo Server warns"), error: () => log.error("Apollo Server reports an error") };
}

const hubPlugin = (operations: Operations, documents: DocumentStore): ApolloServerPlugin<Context> => ({
  unexpectedErrorProcessingRequest: ({ requestContext, error }) => Promise.resolve(operations.masked(requestContext.contextValue.requestId)(error)),
  requestDidStart: () =>
    Promise.resolve<GraphQLRequestListener<Context>>({
      didResolveOperation: ({ document, operation, contextValue }) => {
        contextValue.noted.operationName = nameOf(operation);
        operations.assertWithin(document);
        return Promise.resolve();
      },

      async responseForOperation({ document, operation, request, contextValue }) {
        // The type says that there is one; a name that the document does not hold comes this far, and is Apollo's to refuse.
        if (!(operation as OperationDefinitionNode | undefined)) return null;
        const response = await operations.answer({ document, operation, given: request.variables ?? {} }, contextValue);
        if (response?.body.singleResult.data !== undefined) documents.noteAnswered(document, request.operationName ?? null, operation);
        return response as GraphQLResponse | null;
      },

      willSendResponse({ response, contextValue, operation, request }) {
        if (response.body.kind === "single") operations.finish(response as Response, operation, request.http?.headers.get("accept"), contextValue);
        return Promise.resolve();
      },
    }),
});
