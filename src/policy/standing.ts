import { isBody, type Audience } from "../catalog/audience.ts";
import type { Occasion } from "./occasion.ts";

/** As whom a question is planned: all that its statement depends on of whoever asks. */
export interface Standing {
  readonly audience: Audience;
  /** Whether sharing grants can open anything: the asker is a body and states purpose and case. Whether there are any, the statement finds. */
  readonly grants: boolean;
}

/** Nobody in particular, without a purpose. */
export const publicStanding: Standing = Object.freeze({ audience: "public", grants: false });

/** The standing in which somebody asks. */
export const standingOf = ({ viewer, access }: Pick<Occasion, "viewer" | "access">): Standing => ({
  audience: viewer.audience,
  grants: isBody(viewer.audience) && viewer.body !== null && access.purpose !== null && access.caseNo !== null,
});
