import { anyOf, clearance, own, within } from "../../catalog/rule.ts";

/**
 * Who is over a civil servant, by what a row says and by the civil servant's own row; for types with a relation `official`. Both must agree, so
 * that what is delivered about somebody else's official finds nobody.
 */
export const overOfficial = anyOf(
  clearance("personnel", own("managingOrganizationId"), own("official.managingOrganizationId")),
  clearance("supervision", within("divisionCode"), within("official.managingOrganization.divisionCode")),
);
