import type { FastifyRequest } from "fastify";
import { isLoopback } from "../identity.ts";
import { isPassedOn } from "../is-passed-on.ts";

/** Names by which a browser reaches the machine that it runs on. A page that has another's name resolved to this machine still sends that name. */
const localHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/** Whether a request comes from this machine, directly, and under a name of this machine's own. */
export const isLocal = ({ headers, socket }: FastifyRequest): boolean => isLoopback(socket.remoteAddress ?? "") && !isPassedOn(headers) && localHost.test(headers.host ?? "");

/**
 * Whether a request is a page of this hub, in a browser on this machine, asking for the personas' tokens. A browser says in `Origin` whose
 * page asks: it must be the very address that the request goes to. So no other site's page gets a token, and nobody behind a proxy that
 * does not say that it passes requests on, since that page's address is the proxy's.
 */
export const mayHaveTokens = (request: FastifyRequest): boolean => isLocal(request) && request.headers.origin === `http://${request.headers.host}`;
