/** A connection that is not what it was asked to be: in another role, or without the settings that were sent as it was made. */
export class WrongSession extends Error {
  readonly code = "WRONG_SESSION";

  /** What is told of a connection are names of roles and settings; no values of rows. */
  constructor(found: string, wanted: string) {
    super(`A connection to the database is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}.`);
    this.name = "WrongSession";
  }
}
