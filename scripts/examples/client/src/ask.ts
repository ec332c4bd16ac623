import { HubError, type Answer, type Denied, type SentError } from "./answer.ts";
import type { Credentials } from "./credentials.ts";
import type { TypedDocumentString } from "./generated/graphql.ts";

/** Where and as whom one asks. */
export interface Hub {
  /** Such as `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  /** Absent: as the public. */
  readonly credentials?: Credentials;
  /** Of messages; English where it is not said. */
  readonly language?: "en" | "zh";
  /** Seconds that a question waits, all in all, for the hub's budget; 60 where it is not said. */
  readonly patience?: number;
  /** Lets seconds pass; for tests, which do not wait. */
  readonly wait?: (seconds: number) => Promise<void>;
}

/** What a question is asked for. Without purpose and case, a sharing grant opens nothing. */
export interface Access {
  /** A code, such as AUDIT. */
  readonly purpose: string;
  readonly caseNo: string;
  readonly note?: string;
}

/** Asks one hub. */
export type Ask = <Data, Variables>(question: TypedDocumentString<Data, Variables>, variables: Variables, access?: Access) => Promise<Answer<Data>>;

const pause = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/**
 * Makes what asks a hub: it waits where the budget has run out, gets a new token once where one is refused, and hands on what was denied
 * beside the data.
 *
 * What it returns throws a HubError where there is no data, and where something other than denied fields went wrong.
 */
export function askerOf({ url, credentials, language = "en", patience = 60, wait = pause }: Hub): Ask {
  return async <Data, Variables>(question: TypedDocumentString<Data, Variables>, variables: Variables, access?: Access) => {
    let left = patience;
    for (let renewed = false; ; ) {
      const response = await fetch(url, {
        method: "POST",
        headers: {
          accept: "application/graphql-response+json, application/json",
          "accept-language": language,
          "content-type": "application/json",
          ...(credentials ? { authorization: await credentials.authorization() } : {}),
        },
        body: JSON.stringify({ query: question.toString(), variables, ...(access ? { extensions: { access } } : {}) }),
      });
      const requestId = response.headers.get("x-request-id");
      const { data = null, errors = [] } = await bodyOf<Data>(response, requestId);

      if (response.status === 429) {
        const seconds = Number(response.headers.get("retry-after") ?? Infinity); // without it, waiting does not help: the question is too large
        if (seconds <= left) {
          left -= seconds;
          await wait(seconds);
          continue;
        }
      }
      if (response.status === 401 && !renewed && credentials?.refused()) {
        renewed = true;
        continue;
      }
      const failure = errors.find((error) => !isDenied(error));
      if (failure || data === null) {
        const { message, extensions } = failure ?? errors[0] ?? { message: `The hub answered ${response.status} and no data.` };
        throw new HubError(message, extensions?.code ?? "", response.status, requestId);
      }
      return { data, denied: errors.map(({ extensions }) => extensions as Denied), requestId };
    }
  };
}

const isDenied = ({ extensions }: SentError): boolean => extensions?.code === "FORBIDDEN";

async function bodyOf<Data>(response: Response, requestId: string | null): Promise<{ readonly data?: Data | null; readonly errors?: readonly SentError[] }> {
  const text = await response.text();
  try {
    return JSON.parse(text) as { data?: Data | null; errors?: SentError[] };
  } catch {
    throw new HubError(`Something that is no hub answered ${response.status} at ${response.url}: is the address right?`, "", response.status, requestId);
  }
}
