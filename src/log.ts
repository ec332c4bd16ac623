import pino from "pino";
import type { LogLevel } from "./config.ts";

export type Logger = pino.Logger;

/**
 * The hub's log: one JSON line per event on standard output. What is logged never holds a value of a row, a question or a token. Lines go
 * out together, a tenth of a second late at most, as a write for each costs more than making it; the last ones when the process ends.
 */
export const createLog = (level: LogLevel): Logger => pino({ level, base: null, timestamp }, pino.destination({ dest: 1, sync: false, minLength: 15 * 1024, periodicFlush: 100 }));

let moment = 0;
let text = "";

/** The time as ISO text; made once for all lines of a millisecond. */
function timestamp(): string {
  const now = Date.now();
  if (now !== moment) {
    moment = now;
    text = `,"time":"${new Date(now).toISOString()}"`;
  }
  return text;
}
