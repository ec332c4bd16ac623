import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { publicViewer } from "../policy/viewer.ts";
import type { AnswerMemo, KeptAnswer } from "./answer-memo.ts";
import { bytesOfUnit, type Budgets } from "./budget.ts";
import { publicForAMinute } from "./cache-header.ts";
import type { Answered } from "./note-answered.ts";
import { graphqlPath, keptLength, questionKey } from "./question-key.ts";
import { beginSpan, endSpan } from "./trace-requests.ts";
import type { Traces } from "./traces.ts";
import { writeAnswer } from "./write-answer.ts";

export interface RepeatedParts {
  readonly memo: AnswerMemo;
  readonly budgets: Budgets;
  /** Address of whoever asks. */
  readonly addressOf: (request: IncomingMessage) => string;
  /** Whether nothing new is to be begun. */
  readonly isStopping: () => boolean;
  readonly note: (answered: Answered) => void;
  readonly traces: Traces | undefined;
}

/**
 * Gives the public again what it was answered before, as long as nothing has changed, ahead of all that the server else does with a request:
 * hooks, routing and reading the body by a stream's events take longer than the whole of a kept answer. What is not kept, what the budget does
 * not suffice for and what has not come whole goes on as it came.
 */
export function answerRepeated({ memo, budgets, addressOf, isStopping, note, traces }: RepeatedParts): (request: IncomingMessage, response: ServerResponse, goOn: () => void) => void {
  return (request, response, goOn) => {
    const begun = performance.now();
    const length = isStopping() ? null : keptLength(request);
    if (length === null) goOn();
    else if (length > 0) process.nextTick(readAndAnswer, request, response, goOn, length, begun); // what came along with the head is there then
    else if (!isAnswered(request, response, undefined, begun)) goOn();
  };

  function readAndAnswer(request: IncomingMessage, response: ServerResponse, goOn: () => void, length: number, begun: number): void {
    if (request.readableLength < length) return void goOn(); // waiting for the rest, and how long, is the route's
    request.arrived = (request.read(length) as Buffer).toString();
    if (!isAnswered(request, response, request.arrived, begun)) goOn();
  }

  function isAnswered(request: IncomingMessage, response: ServerResponse, body: string | undefined, begun: number): boolean {
    const question = questionKey(request, body);
    const kept = question === null ? undefined : memo.find(question);
    if (!kept || !isCharged(request, kept)) return false;
    send(request, response, kept, begun);
    return true;
  }

  /** A question for which the budget does not suffice is refused like any other. */
  function isCharged(request: IncomingMessage, { asked, used }: KeptAnswer): boolean {
    try {
      const charge = budgets.open(publicViewer, addressOf(request));
      charge.take(asked);
      charge.settle(used * bytesOfUnit);
      return true;
    } catch {
      return false;
    }
  }

  function send(request: IncomingMessage, response: ServerResponse, { latin1, contentType, etag, operationName }: KeptAnswer, begun: number): void {
    const requestId = randomUUID();
    const span = traces && beginSpan(traces, request, graphqlPath);
    const method = request.method!;
    const isUnchanged = etag !== null && request.headers["if-none-match"]?.includes(etag) === true;
    const status = isUnchanged ? 304 : 200;
    response.once("finish", () => {
      note({ requestId, method, route: graphqlPath, operationName, audience: publicViewer.audience, status, milliseconds: performance.now() - begun, bytes: isUnchanged ? 0 : latin1.length });
      if (span) endSpan(span, status, operationName);
    });
    const headers = ["cache-control", publicForAMinute(), "content-type", contentType];
    if (etag !== null) headers.push("etag", etag);
    writeAnswer(response, status, requestId, headers, isUnchanged ? null : latin1);
  }
}
