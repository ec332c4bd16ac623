import type { FastifyRequest } from "fastify";

/**
 * Whether a request says that somebody passed it on. Such headers are anybody's to write, so they give nothing; they take: behind a proxy
 * of the same machine every connection comes from loopback, and a persona's token would be good for the whole world.
 */
export const isPassedOn = (headers: FastifyRequest["headers"]): boolean => passedOn.some((name) => headers[name] !== undefined);
const passedOn = ["forwarded", "x-forwarded-for", "x-real-ip", "via"] as const;
