/** Something of the answer that this client may not read: `null` in the data. */
export interface Denied {
  /** Such as `Official.name`. */
  readonly coordinate: string;
  /** The field's class, such as `conditional` (有条件共享). */
  readonly class: string;
  /** The law that closes it; absent where there is none. */
  readonly basis?: string;
  /** How a body gets to read it, in a sentence. */
  readonly howToApply?: string;
}

/** What the hub has answered. */
export interface Answer<Data> {
  readonly data: Data;
  /** One for each field of the question that was denied: its `null` does not mean that there is no value. Empty where nothing was. */
  readonly denied: readonly Denied[];
  /** By this the hub's operator finds the request. */
  readonly requestId: string | null;
}

/** An error of an answer, as the hub sends it. */
export interface SentError {
  readonly message: string;
  readonly extensions?: { readonly code?: string } & Partial<Denied>;
}

/** A question that was not answered. */
export class HubError extends Error {
  /** Of the hub's catalogue, such as `BAD_USER_INPUT`, `UNAUTHENTICATED` or `TIMEOUT`. */
  readonly code: string;
  readonly status: number;
  readonly requestId: string | null;

  constructor(message: string, code: string, status: number, requestId: string | null) {
    super(message);
    this.name = "HubError";
    this.code = code;
    this.status = status;
    this.requestId = requestId;
  }
}
