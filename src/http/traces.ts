/** What takes time in the hub, told as spans. Attributes are names and digests of the hub's own; never a value, never a question's or a statement's text. */
export interface Traces {
  /** Begins what a request does; `traceparent` is the header of the same name (W3C), which says of what it is a part. */
  request(traceparent: string | undefined, attributes: Attributes): RequestSpan;
  /** Does some work as a part of the request that it belongs to; outside of one it is not told. */
  within<Result>(name: string, attributes: () => Attributes, work: () => Result): Result;
  /** Begins something that belongs to no request. */
  begin(name: string, attributes: Attributes): Span;
  /** Sends what has not been sent. */
  close(): Promise<void>;
}

export type Attributes = Readonly<Record<string, string | number>>;

export interface Span {
  end(attributes?: Attributes): void;
}

export interface RequestSpan extends Span {
  /** Goes on with the request; what it does from here on are its parts. */
  run(goOn: () => void): void;
}
