import { codeOf, hasCode } from "../../store/has-code.ts";
import { isOutage } from "../../store/is-outage.ts";

/** The database is away or the disk is full: what was asked can be asked again later. */
export class NotNow extends Error {
  constructor(cause: unknown) {
    super("The hub cannot do this now.", { cause });
    this.name = "NotNow";
  }
}

/** What an answer waits for, told as `NotNow` where it fails for a reason that passes. */
export const notNow = <Result>(answer: Promise<Result>): Promise<Result> =>
  answer.catch((error: unknown) => {
    throw isOutage(codeOf(error)) || hasCode(error, "ENOSPC", "EDQUOT") ? new NotNow(error) : error;
  });
