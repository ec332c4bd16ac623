/** What clients use is counted. */
export interface Usage {
  /** Counts a request of a client: the units that it cost, and whether it was turned away before it was a question, or for want of budget. */
  count(client: string, units: number, refused: boolean): void;
}
