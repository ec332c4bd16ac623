import pino from "pino";
import type { LogLevel } from "./config.ts";

export type Logger = pino.Logger;

/**
 * The hub's log: one JSON line per event on standard output. What is logged never holds a value of a row, a question or a token. Lines go
 * out together, a tenth of a second late at most, as a write for each costs more than making it; the last ones when the process ends.
 */
export const createLog = (level: LogLevel): Logger => pino({ level, base: null, timestamp }, gathered(pino.destination({ dest: 1, sync: false })));

/** Characters of lines that go out together, and milliseconds for which the first of them waits at most. */
const together = Object.freeze({ length: 15 * 1024, within: 100 });

/** Gathers lines before they are written. The destination could do that itself (`minLength`), but it joins and measures all that waits with each line: 7.5 KiB of garbage a request. */
function gathered(destination: ReturnType<typeof pino.destination>): pino.DestinationStream {
  let lines = "";
  const pass = (): void => {
    if (lines === "") return;
    destination.write(lines);
    lines = "";
  };
  setInterval(pass, together.within).unref();
  process.prependListener("beforeExit", pass).prependListener("exit", pass); // ahead of the destination's own, which writes what it was given
  return {
    write(line) {
      lines += line;
      if (lines.length >= together.length) pass();
    },
  };
}

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
