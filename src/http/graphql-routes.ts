import { HeaderMap } from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLFormattedError } from "graphql";
import type { Viewer } from "../policy/viewer.ts";
import { preferredType, type MediaType } from "./accept.ts";
import { answerBody, latin1Of, lengthOf, type AnswerBody } from "./answer-body.ts";
import type { AnswerMemo } from "./answer-memo.ts";
import type { RequestContext } from "./answering.ts";
import type { GraphQLEndpoint } from "./apollo.ts";
import type { App } from "./app.ts";
import type { Budgets, Charge } from "./budget.ts";
import { etagOf } from "./etag.ts";
import { assertPersisted } from "./persisted-question.ts";
import { presentError } from "./present-error.ts";
import { takeBodiesAsText } from "./question-body.ts";
import { graphqlPath as path, questionKey } from "./question-key.ts";
import { languageOf, readRequestOptions } from "./request-options.ts";
import type { Usage } from "./usage.ts";
import { writeAnswer } from "./write-answer.ts";

export interface GraphQLRoutes {
  readonly apollo: Pick<GraphQLEndpoint, "execute">;
  readonly budgets: Budgets;
  readonly usage: Usage;
  /** Who is asking. */
  readonly viewerOf: (request: FastifyRequest) => Promise<Viewer>;
  /** Takes the answers that the public may be given again. */
  readonly memo: AnswerMemo;
  /** Whether nothing new is to be begun. */
  readonly isStopping: () => boolean;
}

/** The client takes neither of the media types of GraphQL over HTTP. */
export class NotAcceptable extends Error {}

/** Neither of the methods of GraphQL over HTTP. */
export class MethodNotAllowed extends Error {}

/** GraphQL over HTTP. What the public asks again does not come here as long as its answer is kept. */
export function graphqlRoutes(app: App, { apollo, budgets, usage, viewerOf, memo, isStopping }: GraphQLRoutes): void {
  app.options(path, (_request, reply) =>
    reply.code(204).headers({ "access-control-allow-methods": "GET, POST", "access-control-allow-headers": "authorization, content-type, hub-purpose", "access-control-max-age": "600" }).send(),
  );
  // Before the body is read: whatever it is, this is not how to send it.
  app.route({ method: ["PUT", "PATCH", "DELETE"], url: path, onRequest: (_request, _reply, done) => done(new MethodNotAllowed()), handler: (_request, reply) => reply });
  const parsed = bodyReader(app);
  app.route({
    method: ["GET", "POST"],
    url: path,
    handler: (request, reply) => parsed(request).then((body) => answerNow(request, reply, body)),
  });

  async function answerNow(request: FastifyRequest, reply: FastifyReply, body: unknown): Promise<FastifyReply> {
    const question = questionKey(request.raw, request.body);
    const version = question === null ? null : memo.version; // before anything is asked of the database
    const viewer = await viewerOf(request);
    let charge: Charge | undefined;
    try {
      charge = budgets.open(viewer, request.ip);
      return await answerOn(charge, viewer, request, reply, body, { question, version });
    } finally {
      charge?.settle(0); // where nothing has: it was refused before it was a question
      if (viewer.client !== null) usage.count(viewer.client, charge?.cost.used ?? 0, !charge?.isTaken);
    }
  }

  async function answerOn(charge: Charge, viewer: Viewer, request: FastifyRequest, reply: FastifyReply, body: unknown, { question, version }: { readonly question: string | null; readonly version: number | null }): Promise<FastifyReply> {
    const { headers, method } = request;
    const language = languageOf(headers["accept-language"]);
    const search = request.url.slice((request.url.indexOf("?") + 1 || request.url.length + 1) - 1);
    const { query, extensions } = method === "GET" ? sentByAddress(search) : ((body ?? {}) as Sent);
    const noted = { operationName: null };
    request.noted = { audience: viewer.audience, operation: noted };
    const context: RequestContext = { viewer, language, requestId: request.id, noted, charge, ...readRequestOptions(extensions, headers["hub-purpose"] as string | undefined, viewer) };
    const type = preferredType(headers.accept);
    if (type === null) throw new NotAcceptable();
    assertPersisted(extensions, query);

    const answer = await apollo.execute({ method, headers: headerMap(headers, type), search, body }, context);
    if (answer.body.kind !== "complete") throw new Error("The hub does not stream.");
    const { status = 200, headers: told } = answer;
    let bytes = answer.body.string as AnswerBody;
    if (!told.has("cache-control")) {
      charge.settle(0);
      told.set("cache-control", "no-store");
      bytes = answerBody(Buffer.from(refusedEarly(bytes as string, context))); // no plugin has seen it
    }
    if (!told.get("cache-control")!.startsWith("public")) return send(reply, status, told, bytes);
    const etag = method === "GET" ? etagOf(bytes) : null;
    const { asked, used } = charge.cost;
    if (question !== null && version !== null) memo.keep(question, version, { latin1: latin1Of(bytes), contentType: told.get("content-type")!, etag, asked, used, operationName: noted.operationName });
    if (etag === null) return send(reply, status, told, bytes);
    told.set("etag", etag);
    return headers["if-none-match"]?.includes(etag) ? send(reply, 304, told, null) : send(reply, status, told, bytes);
  }

  function send(reply: FastifyReply, status: number, told: HeaderMap, body: AnswerBody | null): FastifyReply {
    const headers = [...told].flat();
    if (isStopping()) headers.push("connection", "close"); // kept alive, it would hold up the stop until patience ends
    reply.header("content-length", body === null ? 0 : lengthOf(body)).hijack(); // what the log has of it
    writeAnswer(reply.raw, status, reply.request.id, headers, body);
    return reply;
  }
}

/** Parses what is asked for the first time by the parser that the text was kept from. */
function bodyReader(app: App): (request: FastifyRequest) => Promise<unknown> {
  const parse = app.getDefaultJsonParser("error", "error");
  takeBodiesAsText(app);
  return (request) =>
    request.method === "GET" || typeof request.body !== "string"
      ? Promise.resolve(undefined)
      : new Promise((resolve, reject) => {
          void parse(request, request.body as string, (error, body: unknown) => (error ? reject(error) : resolve(body)));
        });
}

/** What Apollo reads of the headers. Of Accept only what it has come to; JSON is what none means, and costs no negotiation. */
function headerMap({ "content-type": contentType }: FastifyRequest["headers"], type: MediaType): HeaderMap {
  const map = new HeaderMap();
  if (type !== "application/json") map.set("accept", type);
  if (contentType !== undefined) map.set("content-type", contentType);
  return map;
}

/** What Apollo has refused before it was a question, with what every error of ours has. Its texts are its own and hold nothing that was sent. */
function refusedEarly(body: string, { language, requestId, costShown, charge }: RequestContext): string {
  const { errors } = JSON.parse(body) as { errors: GraphQLFormattedError[] };
  return JSON.stringify({ errors: errors.map((error) => presentError(error, { language, requestId, masked: () => {} })), ...(costShown ? { extensions: { cost: charge.cost } } : {}) });
}

/** What is looked at before Apollo does. */
interface Sent {
  readonly query?: unknown;
  readonly extensions?: unknown;
}

/** Of a GET; what is no JSON is Apollo's to refuse. */
function sentByAddress(search: string): Sent {
  const parameters = new URLSearchParams(search);
  const extensions = parameters.get("extensions");
  const query = parameters.get("query");
  if (!extensions) return { query };
  try {
    return { query, extensions: JSON.parse(extensions) as unknown };
  } catch {
    return { query };
  }
}
