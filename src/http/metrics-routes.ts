import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance, FastifyRequest, RawServerDefault } from "fastify";
import type { Logger } from "../log.ts";
import { exposition, expositionType } from "./exposition.ts";
import { HubMetrics, type HubReadings } from "./hub-metrics.ts";
import { isLoopback } from "./identity.ts";
import { isPassedOn } from "./is-passed-on.ts";
import type { RequestCounts } from "./request-counts.ts";
import { unauthenticated } from "./unauthenticated.ts";

/** What the metrics are made of, and who gets them. */
export interface MetricsParts {
  /** Who bears it gets the metrics from anywhere; null gives them to the hub's own machine alone. */
  readonly token: string | null;
  readonly read: () => Promise<HubReadings>;
}

/** `GET /metrics`, in Prometheus' text format: to the hub's own machine, and to whoever bears the token. */
export function metricsRoutes(app: FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, Logger>, counts: RequestCounts, { token, read }: MetricsParts): void {
  const own = new HubMetrics();
  app.addHook("onClose", (_app, done) => {
    own.close();
    done();
  });
  let reading: Promise<HubReadings> | undefined;
  app.get("/metrics", async (request, reply) => {
    if (!bears(request, token) && !isFromHere(request)) throw unauthenticated("metrics are for the hub's own machine, and for whoever bears the token of HUB_METRICS_TOKEN", "监控指标仅供本机或持有 HUB_METRICS_TOKEN 令牌者读取");
    // However many ask, the database is asked once at a time.
    reading ??= read().finally(() => (reading = undefined));
    return reply.type(expositionType).send(exposition([...own.metrics(await reading), ...counts.metrics()]));
  });
}

const isFromHere = ({ headers, socket }: FastifyRequest): boolean => !isPassedOn(headers) && isLoopback(socket.remoteAddress ?? "");

/** Digests are compared, which have one length, in a time that tells nothing of where they differ. */
function bears({ headers }: FastifyRequest, token: string | null): boolean {
  const sent = /^Bearer +(\S+)$/i.exec(headers.authorization?.trim() ?? "")?.[1];
  return token !== null && sent !== undefined && timingSafeEqual(digestOf(sent), digestOf(token));
}

const digestOf = (text: string): Buffer => createHash("sha256").update(text).digest();
