/** A change between the released contract and the present one that users must be told of. */
export interface ContractChange {
  /** What the changelog has to name, such as `Bid.price` or `Query.bids(first:)`. */
  readonly coordinate: string;
  /** What has changed, in a sentence without a full stop. */
  readonly what: string;
  /** Whether questions that were answered may fail now: a release with such a change says so by its version. */
  readonly breaks: boolean;
  /** Why the change may not be made, whatever the changelog says; null where it may. */
  readonly refused: string | null;
}
