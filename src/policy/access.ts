/** Why a body asks: stated on the request, logged with every read of something closed. */
export interface Access {
  /** Code of the purpose, for example "APPOINTMENT". */
  readonly purpose: string | null;
  /** Number of the case or matter. */
  readonly caseNo: string | null;
  /** Free words; they may be Chinese, which a header could not carry. */
  readonly note: string | null;
  /** Whether the look is to be kept from the persons concerned, for whom the law allows that in an open case. */
  readonly hidden: boolean;
}

/** Nothing was stated. */
export const noAccess: Access = Object.freeze({ purpose: null, caseNo: null, note: null, hidden: false });
