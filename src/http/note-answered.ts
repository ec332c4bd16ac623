import type { Logger } from "../log.ts";
import type { RequestCounts } from "./request-counts.ts";

/** What log and metrics are told of a request once it is answered: nothing that it carried. */
export interface Answered {
  readonly requestId: string;
  readonly method: string;
  /** Pattern of the route, without the query, which in a GET carries question and variables; undefined where there was none. */
  readonly route: string | undefined;
  readonly operationName: string | null;
  readonly audience: string | null;
  readonly status: number;
  readonly milliseconds: number;
  /** Of the body that was sent. */
  readonly bytes: number;
}

/** Counts a request that was answered, and writes its one line. */
export function noteAnswered(log: Logger, counts: RequestCounts, { requestId, method, route, operationName, audience, status, milliseconds, bytes }: Answered): void {
  counts.count(route, status, milliseconds);
  log.info({ requestId, method, path: route ?? null, operationName, audience, status, ms: Math.round(milliseconds * 10) / 10, bytes }, "request");
}
