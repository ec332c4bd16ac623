import { randomUUID } from "node:crypto";
import { STATUS_CODES, type IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import proxyAddr from "@fastify/proxy-addr";
import fastify, { LogController, type FastifyError, type FastifyReply, type FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import { catalogue, HubError, type Language } from "../errors.ts";
import type { Logger } from "../log.ts";
import type { Viewer } from "../policy/viewer.ts";
import { StartError } from "../start-error.ts";
import { alwaysHeaders } from "./always-headers.ts";
import { AnswerMemo, type DataVersions } from "./answer-memo.ts";
import { answerRepeated } from "./answer-repeated.ts";
import type { Answering } from "./answering.ts";
import { startApollo } from "./apollo.ts";
import { authorizationRoutes, type Authorization } from "./authorization-routes.ts";
import { Budgets, retryAfter, type BudgetSettings } from "./budget.ts";
import { catalogueRoutes, type Pages } from "./catalogue-routes.ts";
import { framesOf } from "./frames.ts";
import { graphqlRoutes, MethodNotAllowed, NotAcceptable } from "./graphql-routes.ts";
import type { Identity } from "./identity.ts";
import { ingestPath, ingestRoutes, type IntakeParts } from "./ingest-routes.ts";
import { isPassedOn } from "./is-passed-on.ts";
import { limits } from "./limits.ts";
import { metricsRoutes, type MetricsParts } from "./metrics-routes.ts";
import { noteAnswered } from "./note-answered.ts";
import { playgroundRoutes, type Demonstration } from "./playground-routes.ts";
import { presentError } from "./present-error.ts";
import { RequestCounts } from "./request-counts.ts";
import { languageOf } from "./request-options.ts";
import { tokenPath } from "./token-endpoint.ts";
import { traceRequests } from "./trace-requests.ts";
import type { Traces } from "./traces.ts";
import type { Usage } from "./usage.ts";

export interface HttpParts {
  /** Shielded, with its resolvers. */
  readonly schema: GraphQLSchema;
  readonly answering: Answering;
  readonly identity: Identity;
  readonly authorization: Authorization;
  /** Address of the hub as its clients know it; null stands for where it listens. */
  readonly publicUrl: string | null;
  readonly budget: BudgetSettings;
  readonly usage: Usage;
  /** By which answers to the public may be given again; without it none are. */
  readonly versions?: DataVersions;
  /** The pages that say what the hub holds; absent where there are none. */
  readonly pages?: Pages;
  /** Takes deliveries in; absent where this hub takes none. */
  readonly intake?: IntakeParts;
  /** For tests only, which do not wait: milliseconds in which a request must have arrived whole, and without a byte after which a file is no longer waited for. */
  readonly arrival?: number;
  /** Addresses and networks whose word about whom they pass on is taken, for the budgets of the public; none where it is not said. */
  readonly trustedProxies?: readonly string[];
  /** What the playground offers of the demonstration data; absent where the hub holds none. */
  readonly demonstration?: Demonstration;
  /** Why the hub cannot answer now; empty when it can. */
  readonly obstacles: () => Promise<readonly string[]>;
  /** Absent where this hub tells no metrics. */
  readonly metrics?: MetricsParts;
  /** Absent where requests are not traced. */
  readonly traces?: Traces | undefined;
  readonly log: Logger;
  readonly host: string;
  readonly port: number;
}

export interface HttpServer {
  /** Where it listens. */
  readonly url: string;
  /** Refuses what is new, lets what has begun end (up to ten seconds), closes. */
  close(): Promise<void>;
}

/** Milliseconds that requests under way are given when the hub stops. */
const patience = 10_000;

/** Paths at which nothing new is begun while the hub stops. */
const endingFirst: ReadonlySet<string> = new Set(["/graphql", tokenPath, ingestPath]);

/** Milliseconds in which readiness must have been found out; who asks rarely waits as long as a question to the database may take. */
const readinessPatience = 2_000;

/** Milliseconds in which a request must have arrived whole; one that trickles in would hold its connection for ever. */
const arrival = 60_000;

/** The same for a file that is delivered, as long as something of it arrives every minute. */
const fileArrival = 6 * 3_600_000;

declare module "fastify" {
  interface FastifyRequest {
    /** What the log says of the request: nothing that it carried. */
    noted?: { audience: string; operation: { operationName: string | null } };
    /** Ends what does not arrive. */
    arrivalTimer?: NodeJS.Timeout;
  }
}

/**
 * Listens and answers.
 *
 * @throws StartError where the port is taken or the address is not this machine's
 */
export async function createHttpServer(parts: HttpParts): Promise<HttpServer> {
  const { log, host, port } = parts;
  let stopping = false;
  let url = "";
  const budgets = new Budgets(parts.budget);
  const counts = new RequestCounts();
  const memo = new AnswerMemo(parts.versions ?? { current: () => null });
  const trusts = parts.trustedProxies?.length ? proxyAddr.compile([...parts.trustedProxies]) : false;
  const app = fastify({
    trustProxy: trusts, // request.ip is then the last address that none of them has
    bodyLimit: limits.body,
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }), // one line per request, ours
    genReqId: () => randomUUID(),
    childLoggerFactory: (logger) => logger, // our one line names its request
    forceCloseConnections: "idle",
    requestTimeout: fileArrival, // what is no file has less time, see below
    http: { connectionsCheckingInterval: 5_000 },
    return503OnClosing: false, // the hook below says it as everything else is said
    clientErrorHandler: refuseUnreadable,
    frameworkErrors: (error, request, reply) => {
      reply.headers({ ...alwaysHeaders, "x-request-id": request.id });
      log.info({ requestId: request.id, method: request.method, path: null, operationName: null, audience: null, status: 400 }, "request");
      void sendFailure(request, reply, failureOf(error, request, log));
    },
  });
  const apollo = await startApollo(parts.schema, parts.answering, log);

  app.removeContentTypeParser("text/plain"); // a question is JSON; anything else is told so (415)
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers({ ...alwaysHeaders, "x-request-id": request.id });
    const { url: route = "" } = request.routeOptions;
    if (request.method !== "GET") awaitArrival(request, route === ingestPath, parts.arrival ?? arrival);
    if (stopping && endingFirst.has(route)) done(new HubError("UNAVAILABLE"));
    else done();
  });
  if (parts.traces) traceRequests(app, parts.traces);
  app.addHook("preHandler", (request, _reply, done) => {
    clearTimeout(request.arrivalTimer);
    done();
  });
  app.addHook("onSend", (_request, reply, _payload, done) => {
    if (stopping) reply.header("connection", "close"); // kept alive, it would hold up the stop until patience ends
    done();
  });
  app.addHook("onResponse", (request, reply, done) => {
    clearTimeout(request.arrivalTimer); // of what was answered before it was read
    const { audience = null, operation } = request.noted ?? {};
    noteAnswered(log, counts, { requestId: request.id, method: request.method, route: request.routeOptions.url, operationName: operation?.operationName ?? null, audience, status: reply.statusCode, milliseconds: reply.elapsedTime, bytes: Number(reply.getHeader("content-length") ?? 0) });
    done();
  });
  app.setErrorHandler((error: FastifyError, request, reply) => void sendFailure(request, reply, failureOf(error, request, log)));
  app.setNotFoundHandler((request, reply) => void sendFailure(request, reply, { status: 404, error: new HubError("BAD_USER_INPUT", { "reason.en": "There is nothing at this path; questions go to /graphql.", "reason.zh": "该路径不存在；查询请发送至 /graphql。" }) }));

  app.get("/livez", () => ({ status: "ok" }));
  let looking: Promise<readonly string[]> | undefined;
  app.get("/readyz", async (_request, reply) => {
    // However many ask, one look is under way: readiness must not be a way to keep the database busy.
    if (!stopping) looking ??= parts.obstacles().finally(() => (looking = undefined));
    const reasons = stopping ? ["the hub is stopping"] : await inTime(looking ?? Promise.resolve([]));
    return reply.code(reasons.length ? 503 : 200).header("cache-control", "no-store").send({ status: reasons.length ? "unavailable" : "ok", reasons });
  });
  if (parts.metrics) metricsRoutes(app, counts, parts.metrics);
  if (parts.intake) ingestRoutes(app, { intake: parts.intake, viewerOf: chargedViewer, address: () => parts.publicUrl ?? url });
  if (parts.pages) catalogueRoutes(app, parts.pages);
  authorizationRoutes(app, { ...parts.authorization, issuer: () => parts.publicUrl ?? url, log });
  playgroundRoutes(app, parts.demonstration ?? null);

  const viewerOf = ({ headers, socket, ip }: FastifyRequest): Promise<Viewer> => parts.identity.viewerOf(headers.authorization, { connection: isPassedOn(headers) ? "" : (socket.remoteAddress ?? ""), address: ip });

  /** Whoever delivers or asks about a delivery, once he has paid for it. */
  async function chargedViewer(request: FastifyRequest, units: number): Promise<Viewer> {
    const viewer = await viewerOf(request);
    request.noted = { audience: viewer.audience, operation: { operationName: null } };
    const charge = budgets.open(viewer, request.ip);
    charge.take(units);
    charge.settle(0, true); // all of it, however few bytes are answered
    if (viewer.client !== null) parts.usage.count(viewer.client, units, false);
    return viewer;
  }

  graphqlRoutes(app, { apollo, budgets, usage: parts.usage, viewerOf, memo, isStopping: () => stopping });
  const addressOf = (request: IncomingMessage): string => (trusts ? proxyAddr(request, trusts) : request.socket.remoteAddress) ?? "";
  const answer = answerRepeated({ memo, budgets, addressOf, isStopping: () => stopping, note: (answered) => noteAnswered(log, counts, answered), traces: parts.traces });
  app.server.removeAllListeners("request").on("request", (request, response) => answer(request, response, () => app.routing(request, response)));

  try {
    await app.listen({ host, port });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "EADDRINUSE") throw new StartError(`Port ${port} of ${host} is in use: stop the program that listens there, or set PORT to another.`, { cause: error });
    if (code === "EACCES") throw new StartError(`Port ${port} needs rights that the hub's user lacks: set PORT to one above 1023.`, { cause: error });
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") throw new StartError(`${host} is no address of this machine: set HOST to one that is, or to 0.0.0.0 for all.`, { cause: error });
    throw error;
  }
  const address = app.server.address();
  const actual = typeof address === "object" && address ? address.port : port;
  url = `http://${host.includes(":") ? `[${host}]` : host}:${actual}`;
  let closing: Promise<void> | undefined;
  return {
    url,
    close: () =>
      (closing ??= (async () => {
        stopping = true;
        const forced = setTimeout(() => app.server.closeAllConnections(), patience);
        try {
          await app.close();
          await apollo.stop();
        } finally {
          clearTimeout(forced);
        }
      })()),
  };
}

/** Ends a request that does not arrive whole within so many milliseconds; of a file, one of which nothing arrives for as long. */
function awaitArrival(request: FastifyRequest, isFile: boolean, within: number): void {
  if (isFile) request.raw.setTimeout(within, () => request.raw.destroy());
  else request.arrivalTimer = setTimeout(() => refuseUnreadable(Object.assign(new Error(), { code: "ERR_HTTP_REQUEST_TIMEOUT" }), request.socket), within).unref();
}

/** What keeps the hub from answering; that nobody could say so far is reason enough. */
function inTime(looking: Promise<readonly string[]>): Promise<readonly string[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly string[]>((resolve) => (timer = setTimeout(resolve, readinessPatience, [`the database does not answer within ${readinessPatience / 1000} seconds`])));
  return Promise.race([looking, late]).finally(() => clearTimeout(timer));
}

interface Failure {
  readonly status: number;
  readonly error: HubError;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What ended a request before there was a GraphQL answer. */
function failureOf(error: Error & { statusCode?: number; code?: string }, request: FastifyRequest, log: Logger): Failure {
  if (error instanceof HubError) {
    const challenge = error.code === "UNAUTHENTICATED" ? { "www-authenticate": 'Bearer error="invalid_token"' } : {};
    const { status = catalogue[error.code].status } = (error.extensions["http"] ?? {}) as { status?: number };
    return { status, error, headers: { ...challenge, ...Object.fromEntries(retryAfter(error)) } };
  }
  if (error instanceof NotAcceptable)
    return { status: 406, error: new HubError("BAD_USER_INPUT", { "reason.en": "The hub answers application/json or application/graphql-response+json.", "reason.zh": "本系统仅以 application/json 或 application/graphql-response+json 应答。" }) };
  if (error instanceof MethodNotAllowed) return { status: 405, error: new HubError("BAD_USER_INPUT", { "reason.en": "Questions come by GET or POST.", "reason.zh": "查询请使用 GET 或 POST 方法。" }), headers: { allow: "GET, POST" } };
  const status = error.statusCode ?? 500;
  if (status === 413) return { status, error: new HubError("LIMIT_EXCEEDED", { "reason.en": `a request has at most ${limits.body} bytes`, "reason.zh": `请求最多 ${limits.body} 字节` }) };
  if (status === 415) return { status, error: new HubError("BAD_USER_INPUT", { "reason.en": "Send the question as application/json.", "reason.zh": "请以 application/json 发送查询。" }) };
  if (error.code === "FST_ERR_BAD_URL") return { status, error: new HubError("BAD_USER_INPUT", { "reason.en": "The address is not encoded as a URL is.", "reason.zh": "请求地址的编码有误。" }) };
  if (status >= 400 && status < 500) return { status, error: new HubError("BAD_USER_INPUT", { "reason.en": "The request could not be read as JSON.", "reason.zh": "请求内容不是有效的 JSON。" }) };
  log.error({ requestId: request.id, error: error.name, at: framesOf(error) }, "masked error");
  return { status: 500, error: new HubError("INTERNAL_SERVER_ERROR") };
}

function sendFailure(request: FastifyRequest, reply: FastifyReply, { status, error, headers = {} }: Failure): FastifyReply {
  const language: Language = languageOf(request.headers["accept-language"]);
  return reply
    .code(status)
    .headers({ ...headers, "cache-control": "no-store" })
    .send({ errors: [presentError(error, { language, requestId: request.id, masked: () => {} })] });
}

/** Answers what is no HTTP. The library's own handler logs the packet, tokens and all. */
function refuseUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const status = error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : error.code === "HPE_HEADER_OVERFLOW" ? 431 : 400;
  const requestId = randomUUID();
  const tooLong = new HubError("BAD_USER_INPUT", { "reason.en": "Address and headers have at most 16 KiB; send a longer question by POST.", "reason.zh": "网址与请求头最多 16 KiB；较长的查询请用 POST 发送。" });
  const unreadable = status === 431 ? tooLong : new HubError("BAD_USER_INPUT", { "reason.en": "The request could not be read as HTTP.", "reason.zh": "请求不是有效的 HTTP 报文。" });
  const body = JSON.stringify({ errors: [presentError(unreadable, { language: "en", requestId, masked: () => {} })] });
  const headers = { ...alwaysHeaders, "x-request-id": requestId, "content-type": "application/json; charset=utf-8", "content-length": Buffer.byteLength(body), connection: "close" };
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`);
}
