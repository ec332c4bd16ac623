import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance, FastifyRequest, RawServerDefault } from "fastify";
import type { Logger } from "../log.ts";
import type { RequestSpan, Traces } from "./traces.ts";

/** Begins the span of a request, which its caller may have made a part of something larger. */
export const beginSpan = (traces: Traces, { headers: { traceparent }, method }: IncomingMessage, route: string): RequestSpan =>
  traces.request(typeof traceparent === "string" ? traceparent : undefined, { "http.request.method": method!, "http.route": route });

/** Ends the span of a request that is answered. */
export const endSpan = (span: RequestSpan, status: number, operationName: string | null | undefined): void =>
  span.end({ "http.response.status_code": status, ...(operationName ? { "graphql.operation.name": operationName } : {}) });

/** Tells each request as a span, from its arrival to its answer. */
export function traceRequests(app: FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, Logger>, traces: Traces): void {
  const spans = new WeakMap<FastifyRequest, RequestSpan>();
  app.addHook("onRequest", (request, _reply, done) => {
    spans.set(request, beginSpan(traces, request.raw, request.routeOptions.url ?? "none"));
    done();
  });
  // Once its body has arrived: what reads that is no part of anything.
  app.addHook("preHandler", (request, _reply, done) => {
    const span = spans.get(request);
    if (span) span.run(done);
    else done();
  });
  app.addHook("onResponse", (request, reply, done) => {
    const span = spans.get(request);
    if (span) endSpan(span, reply.statusCode, request.noted?.operation.operationName);
    done();
  });
}
