import { after, allOf, anyBody, anyOf, own } from "../../catalog/rule.ts";
import { runsTender } from "./runs-tender.ts";

/**
 * What belongs to a tender and is published exists for everybody from its publication on (政府采购法实施条例 43, 招标投标法实施条例 54); before, for the
 * trading centre that runs the tender and for the body that supplied it.
 */
export const oncePublished = after("publishedAt", {
  before: anyOf(runsTender, allOf(anyBody, own("sourceOrganizationId"))),
});
