import pino, { type Logger } from "pino";
import type { LogLevel } from "./config.ts";

/** The hub's log: one JSON line per event on standard output. What is logged never holds a value of a row, a question or a token. */
export const createLog = (level: LogLevel): Logger => pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });

export type { Logger };
