/** What a parameter may be; it travels as text, and the statement casts it. */
export type PoolParameter = string | number | bigint | boolean | null;

export interface PoolLimits {
  /** Connections. */
  readonly size: number;
  /** Questions that may wait for a connection; one more is refused at once. */
  readonly queue: number;
  /** Milliseconds that a question waits for a connection. */
  readonly acquire: number;
  /** Milliseconds that a question takes in all; at least `acquire`. */
  readonly deadline: number;
  /** Statements that are prepared per connection. */
  readonly prepared: number;
  /** Milliseconds that a statement has taken lately where it shares its connection. */
  readonly quick: number;
}

/** How busy a pool is. */
export interface PoolLoad {
  /** Connections at most, questions that run, and questions that wait. */
  readonly size: number;
  readonly running: number;
  readonly waiting: number;
  /** Since it was opened: questions that a deadline has stopped, and those for which too many waited already. */
  readonly stopped: number;
  readonly refused: number;
}

export interface AskOptions {
  /** Whether the statement is to be prepared. */
  readonly prepare: boolean;
  /** Whether it may be carried out twice: it writes nothing, and does not mind what it shares a connection with. */
  readonly repeatable?: boolean;
}

/**
 * What every connection must be, before the first question is asked on it: a statement and its one text. A pooler or a proxy may have dropped the
 * settings that were sent as it was made, the role above all, and the question would be answered with the owner's rights.
 */
export interface Proof {
  readonly statement: string;
  readonly answer: string;
}
