/** Ends a command with a sentence about what was wrong and the status 1. Not while a database is open that the command has to close: there, throw a `StartError`. */
export function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
