import { grantInForce } from "../policy/rule-sql.ts";
import type { Statement } from "./statement.ts";

/** A sharing grant as its body is told of it where it asks what it may read. */
export interface GrantOfBody {
  readonly grantNo: string;
  readonly purpose: string;
  readonly validTo: string;
  /** The coordinates that it opens. */
  readonly fields: readonly string[];
}

const body = "($1::text)::uuid";

/** The sharing grants that are in force today for the body that asks, for whatever purpose, as JSON; for bodies only, who alone may read what grants are for. */
export const grantsOfBody: Statement = {
  text: `select coalesce(json_agg(json_build_object('grantNo', g."grant_no", 'purpose', g."purpose", 'validTo', g."valid_to", 'fields', g."fields") order by g."grant_no"), '[]')::text from "sharing_grant" g where ${grantInForce("g", { body, purpose: 'g."purpose"' })}`,
  parameters: [({ viewer }) => viewer.body],
  denials: [],
  denialsByGrants: [],
  hasHeading: false,
};
