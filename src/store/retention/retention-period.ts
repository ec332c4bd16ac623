/** How long rows are kept: what a retention rule says to a program. */
export interface RetentionPeriod {
  /** Field of the type with the day or the moment from which the period counts; where it is empty, nothing counts. */
  readonly countsFromField: string;
  readonly period: number;
  readonly unit: "DAY" | "MONTH" | "YEAR";
}
