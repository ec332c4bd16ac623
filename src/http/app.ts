import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance, RawServerDefault } from "fastify";
import type { Logger } from "../log.ts";

/** The server on which routes are put. */
export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, Logger>;
