import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance, FastifyRequest, RawServerDefault } from "fastify";
import type { Logger } from "../log.ts";
import type { RequestSpan, Traces } from "./traces.ts";

/** Tells each request as a span, from its arrival to its answer. */
export function traceRequests(app: FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, Logger>, traces: Traces): void {
  const spans = new WeakMap<FastifyRequest, RequestSpan>();
  app.addHook("onRequest", (request, _reply, done) => {
    const { traceparent } = request.headers;
    spans.set(request, traces.request(typeof traceparent === "string" ? traceparent : undefined, { "http.request.method": request.method, "http.route": request.routeOptions.url ?? "none" }));
    done();
  });
  // Once its body has arrived: what reads that is no part of anything.
  app.addHook("preHandler", (request, _reply, done) => {
    const span = spans.get(request);
    if (span) span.run(done);
    else done();
  });
  app.addHook("onResponse", (request, reply, done) => {
    const name = request.noted?.operation.operationName;
    spans.get(request)?.end({ "http.response.status_code": reply.statusCode, ...(name ? { "graphql.operation.name": name } : {}) });
    done();
  });
}
