import type { HTTPGraphQLRequest, HTTPGraphQLResponse } from "@apollo/server";
import type { RequestContext } from "./answering.ts";
import type { DocumentStore } from "./document-store.ts";
import { stringifyResult } from "./json-result.ts";
import type { Asked, Operations } from "./operations.ts";
import { nameOf } from "../policy/occasion.ts";

const json = "application/json";

/**
 * Answers questions whose text has come through Apollo's pipeline before and was answered by a statement: it is parsed, valid and within
 * the limits of its form, and would be so again. What depends on the request is done for each: variables, rows, budget, denials, errors.
 * That spares a small question a quarter of its processor time, a tenth for Apollo's hash of the text alone.
 */
export class KnownQuestions {
  readonly #operations: Operations;
  readonly #documents: DocumentStore;

  constructor(operations: Operations, documents: DocumentStore) {
    this.#operations = operations;
    this.#documents = documents;
  }

  /** The answer, and that of `otherwise` to whatever else there is, which is Apollo's: other methods, bodies of another form, texts that are new. */
  async answer({ method, body, headers }: HTTPGraphQLRequest, context: RequestContext, otherwise: () => Promise<HTTPGraphQLResponse>): Promise<HTTPGraphQLResponse> {
    const asked = method === "POST" ? this.#read(body) : null;
    const response = asked && (await this.#operations.answer(asked, context));
    if (!response) return otherwise();
    const accept = headers.get("accept") ?? json;
    context.noted.operationName = nameOf(asked.operation);
    this.#operations.finish(response, asked.operation, accept, context);
    response.http.headers.set("content-type", `${accept}; charset=utf-8`);
    return { ...response.http, body: { kind: "complete", string: stringifyResult(response.body.singleResult) } };
  }

  #read(body: unknown): Asked | null {
    if (!isRecord(body)) return null;
    const { query, operationName = null, variables = null, extensions = null } = body;
    if (typeof query !== "string" || (operationName !== null && typeof operationName !== "string")) return null;
    if (variables !== null && !isRecord(variables)) return null;
    if (extensions !== null && (!isRecord(extensions) || extensions["persistedQuery"])) return null;
    const known = this.#documents.answeredBefore(query, operationName);
    return known && { ...known, given: variables ?? {} };
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
