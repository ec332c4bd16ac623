import { clearance, own, within } from "../../catalog/rule.ts";

/** The personnel body that manages the person (干部管理权限); for types with a relation `managingOrganization` by its key. */
export const whoManages = clearance("personnel", own("managingOrganizationId"));

/** Supervision over the division of the managing body (监察). */
export const whoSupervises = clearance("supervision", within("managingOrganization.divisionCode"));
