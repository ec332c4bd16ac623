import type { IncomingMessage } from "node:http";
import { preferredType } from "./accept.ts";
import { languageOf } from "./request-options.ts";

/** Where questions come. */
export const graphqlPath = "/graphql";

/** Bytes of a question beyond which its answer is not kept: such a text is hardly asked twice. */
const longestKept = 16_384;

/** Bytes of the body of a question whose answer may be kept, 0 for one in an address; null for any other: of whoever says who he is or why he asks, or in a form that is hardly used. */
export function keptLength({ method, url, headers }: IncomingMessage): number | null {
  if (headers.authorization !== undefined || headers["hub-purpose"] !== undefined) return null;
  if (method === "GET") return url!.startsWith(`${graphqlPath}?`) && url!.length <= longestKept ? 0 : null;
  if (method !== "POST" || url !== graphqlPath || headers["content-encoding"] !== undefined || !headers["content-type"]?.startsWith("application/json")) return null;
  const length = Number(headers["content-length"]); // none where it comes in pieces of which nobody has said how many
  return length > 0 && length <= longestKept ? length : null;
}

/**
 * All that an answer to the public depends on beside the data: media type, language, and the question as it was sent. Null where no answer is kept.
 *
 * @param body text of a POST
 */
export function questionKey(request: IncomingMessage, body: unknown): string | null {
  const length = keptLength(request);
  const type = length === null ? null : preferredType(request.headers.accept);
  if (type === null) return null;
  const { method, url, headers } = request;
  const language = languageOf(headers["accept-language"]);
  if (length === 0) return `${method!} ${type} ${language}  ${url!}`;
  return typeof body === "string" ? `${method!} ${type} ${language} ${headers["content-type"] ?? ""} ${body}` : null;
}
