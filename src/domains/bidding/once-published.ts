import { after, allOf, anyBody, anyOf, clearance, own, within } from "../../catalog/rule.ts";

/**
 * What belongs to a tender and is published exists for everybody from its publication on (政府采购法实施条例 43, 招标投标法实施条例 54); before, for the
 * trading centre that runs the tender and for the body that supplied it.
 */
export const oncePublished = after("publishedAt", {
  before: anyOf(clearance("tradingCentre", within("tender.divisionCode")), allOf(anyBody, own("sourceOrganizationId"))),
});
