import { dayAt, isBelow, isBody, type Asking, type Row, type Sharing, type Value } from "./vocabulary.ts";

type Asked = Omit<Asking, "sharing">;

/**
 * What must hold of a sharing grant for it to open something (section 4.13 with 政务数据共享条例: purpose, legal basis, scope, expiry), one by
 * one, so that a test can leave one out.
 */
export interface GrantTerms {
  readonly isStated: (asking: Pick<Asking, "viewer" | "access">) => boolean;
  readonly isTheirs: (grant: Row, asking: Asked) => boolean;
  readonly isActive: (grant: Row) => boolean;
  readonly isForPurpose: (grant: Row, asking: Asked) => boolean;
  readonly hasBegun: (grant: Row, today: string) => boolean;
  readonly isNotOver: (grant: Row, today: string) => boolean;
  readonly isAbout: (grant: Row, type: string) => boolean;
  readonly names: (grant: Row, coordinate: string) => boolean;
  readonly covers: (grant: Row, division: Value | undefined, asking: Pick<Asked, "rows">) => boolean;
}

const holds = (list: Value | undefined, item: string): boolean => Array.isArray(list) && list.includes(item);

export const grantTerms: GrantTerms = {
  isStated: ({ access }) => access.purpose !== null && access.caseNo !== null,
  isTheirs: ({ values }, { viewer }) => isBody(viewer) && viewer.body !== null && values["requesterId"] === viewer.body,
  isActive: ({ values }) => values["state"] === "ACTIVE",
  isForPurpose: ({ values }, { access }) => values["purpose"] === access.purpose,
  hasBegun: ({ values }, today) => typeof values["validFrom"] === "string" && values["validFrom"] <= today,
  isNotOver: ({ values }, today) => typeof values["validTo"] === "string" && values["validTo"] >= today,
  isAbout: ({ values }, type) => holds(values["items"], type),
  names: ({ values }, coordinate) => holds(values["fields"], coordinate),
  covers: ({ values }, division, { rows }) => isBelow(division, String(values["scopeDivisionCode"])) && (values["coversWholeScope"] === true || String(division).startsWith(String(rows.row("Organization", "id", values["providerId"])?.values["divisionCode"]))),
};

/** Whether grants can open anything to a request: a body's that says why it asks. */
export const mayUseGrants = ({ viewer, access }: Pick<Asking, "viewer" | "access">): boolean => isBody(viewer) && viewer.body !== null && grantTerms.isStated({ viewer, access });

/** What the grants of a world open to whoever asks. */
export function sharingOf(asking: Asked, terms: GrantTerms = grantTerms): Sharing {
  const today = dayAt(asking.now);
  const isInForce = (grant: Row): boolean => terms.isTheirs(grant, asking) && terms.isActive(grant) && terms.isForPurpose(grant, asking) && terms.hasBegun(grant, today) && terms.isNotOver(grant, today);
  const grants = terms.isStated(asking) ? asking.rows.rowsOf("SharingGrant").filter(isInForce) : [];
  return {
    isAbout: (type) => grants.some((grant) => terms.isAbout(grant, type)),
    opens: (type, division) => grants.some((grant) => terms.isAbout(grant, type) && terms.covers(grant, division, asking)),
    names: (type, field, division) => grants.some((grant) => terms.isAbout(grant, type) && terms.names(grant, `${type}.${field}`) && (division === undefined || terms.covers(grant, division, asking))),
  };
}
