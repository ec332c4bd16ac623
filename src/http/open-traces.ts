import { AsyncLocalStorage } from "node:async_hooks";
import type { Context, Span as TracedSpan } from "@opentelemetry/api";
import type { Attributes, Span, Traces } from "./traces.ts";

/** Milliseconds that the last spans are given when the hub stops. */
const patience = 2_000;

/**
 * Opens the way to a collector of traces (OTLP over HTTP). The libraries are loaded here, by the hubs that tell traces, and by no others.
 *
 * @param endpoint address of the collector, to which the protocol's path is added
 */
export async function openTraces(endpoint: string, version: string): Promise<Traces> {
  const [{ ROOT_CONTEXT, SpanKind, SpanStatusCode, trace }, { OTLPTraceExporter }, { resourceFromAttributes }, { BatchSpanProcessor, TracerProvider }] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/exporter-trace-otlp-http"),
    import("@opentelemetry/resources"),
    import("@opentelemetry/sdk-trace"),
  ]);
  const processor = new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, "")}/v1/traces`, timeoutMillis: patience }), scheduledDelayMillis: 1_000 });
  const provider = new TracerProvider({ resource: resourceFromAttributes({ "service.name": "integrity-hub", "service.version": version }), spanProcessors: [processor] });
  const tracer = provider.getTracer("integrity-hub", version);
  const current = new AsyncLocalStorage<Context>();
  const spanOf = (span: TracedSpan): Span => ({
    end: (attributes = {}) => {
      span.setAttributes(attributes);
      span.end();
    },
  });
  const parentOf = (traceparent: string | undefined): Context => {
    const [, traceId, spanId, flags] = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent ?? "") ?? [];
    return traceId && spanId && flags ? trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true }) : ROOT_CONTEXT;
  };
  return {
    request(traceparent, attributes) {
      const span = tracer.startSpan("request", { kind: SpanKind.SERVER, attributes: { ...attributes } }, parentOf(traceparent));
      const context = trace.setSpan(ROOT_CONTEXT, span);
      return { ...spanOf(span), run: (goOn) => current.run(context, goOn) };
    },
    within(name, attributes, work) {
      const above = current.getStore();
      if (!above) return work();
      const span = tracer.startSpan(name, { attributes: attributes() }, above);
      const failed = (): void => {
        span.setStatus({ code: SpanStatusCode.ERROR }); // what it was holds words of the database
        span.end();
      };
      try {
        const result = work();
        if (result instanceof Promise) result.then(() => span.end(), failed);
        else span.end();
        return result;
      } catch (error) {
        failed();
        throw error;
      }
    },
    begin: (name, attributes: Attributes) => spanOf(tracer.startSpan(name, { attributes: { ...attributes } }, ROOT_CONTEXT)),
    close: () => provider.shutdown().catch(() => {}), // a collector that is away holds up nothing
  };
}
