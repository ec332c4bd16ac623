import { unwrapResolverError } from "@apollo/server/errors";
import { print, type GraphQLError, type GraphQLFormattedError, type OperationDefinitionNode } from "graphql";
import { codeTold, graphqlCodes, HubError, sentence, type Language } from "../errors.ts";
import { tokensError } from "./limits.ts";

/** An error as Apollo has formatted it, with the one that it was made of; a symbol's property never reaches JSON. */
export interface Formatted extends GraphQLFormattedError {
  readonly [original]?: unknown;
}

export const original = Symbol("original error");

/** For Apollo's `formatError`, which knows neither request nor language: keeps the error for `presentError`. */
export const keepOriginal = (formatted: GraphQLFormattedError, error: unknown): Formatted => ({ ...formatted, [original]: unwrapResolverError(error) });

const ofGraphQL: ReadonlySet<unknown> = new Set(graphqlCodes);

interface Presentation {
  readonly language: Language;
  readonly requestId: string;
  readonly operation?: OperationDefinitionNode | undefined;
  /** Called with what is masked, so that the log has it. */
  readonly masked: (error: unknown) => void;
}

/** Where the catalogue page says what a code means and what to do. */
const documentation = (code: string): string => `/catalogue/errors#${code}`;

/** An error as the asker gets it: a code and a sentence of the catalogue, the request's id, never a value. */
export function presentError(error: Formatted | HubError, to: Presentation): GraphQLFormattedError {
  const code = error.extensions?.["code"];
  const cause = error instanceof HubError ? error : ((code === "GRAPHQL_PARSE_FAILED" ? tokensError(error.message) : null) ?? error[original]);
  const place = placeOf(error);
  if (cause instanceof HubError) {
    const { code: _code, http: _http, ...further } = cause.extensions;
    return withCode(sentence(cause.code, cause.parameters, to.language), codeTold(cause.code), further, place, to);
  }
  if (code === "BAD_USER_INPUT") return withCode(variableSentence(error.message, to), "BAD_USER_INPUT", {}, place, to);
  if (typeof code === "string" && ofGraphQL.has(code)) return withCode(error.message, code, {}, place, to);
  to.masked(cause ?? error);
  return withCode(sentence("INTERNAL_SERVER_ERROR", {}, to.language), "INTERNAL_SERVER_ERROR", {}, place, to);
}

/** Whoever threw the error may know a better place to read on than that of its code: the field that was denied. */
function withCode(message: string, code: string, { documentationUrl = documentation(code), ...further }: Record<string, unknown>, place: Pick<GraphQLFormattedError, "locations" | "path">, to: Presentation): GraphQLFormattedError {
  return { message, ...place, extensions: { code, ...further, requestId: to.requestId, documentationUrl } };
}

const placeOf = ({ locations, path }: Pick<GraphQLError, "locations" | "path"> | GraphQLFormattedError): Pick<GraphQLFormattedError, "locations" | "path"> => ({
  ...(locations ? { locations } : {}),
  ...(path ? { path } : {}),
});

/** graphql-js repeats the client's value; what is needed is which variable, and what it should be. */
function variableSentence(message: string, { operation, language }: Presentation): string {
  const name = /"\$(\w+)"/.exec(message)?.[1];
  const definition = operation?.variableDefinitions?.find((each) => each.variable.name.value === name);
  if (!name || !definition) return sentence("BAD_USER_INPUT", { "reason.en": "An argument does not fit its type.", "reason.zh": "参数不符合其类型。" }, language);
  const at = /at "\w+([^"]*)"/.exec(message)?.[1] ?? "";
  const type = print(definition.type);
  return language === "zh" ? `变量 $${name}${at} 不符合类型 ${type}。` : `The variable $${name}${at} does not fit its type ${type}.`;
}
