/** The part of a log that the store writes to; a pino logger is one. */
export interface Log {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** A log that forgets, for commands and tests that have nothing to say. */
export const silentLog: Log = Object.freeze({ debug() {}, info() {}, warn() {}, error() {} });
