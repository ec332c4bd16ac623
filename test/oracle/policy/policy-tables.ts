import type { Policies } from "./vocabulary.ts";

const basis = { relations: { basis: ["basisCitation", "citation"] } } as const;

/** Policy is public, versioned data (section 4.15). */
export const policyTables: Policies = {
  CalendarDay: { open: "id recordedAt day kind name basisCitation", order: ["day", "ASC"], ...basis },
  CatalogItem: {
    open: "id recordedAt code name category providerName providerCode summary format disclosureClass sharingCondition sharingMethod openAttribute updateCycle secrecyAttribute lowestLevel publishedOn basisCitation typeName",
    unfiltered: "relatedCodes",
    order: ["code", "ASC"],
    inverses: { fieldPolicies: ["FieldPolicy", "catalogItems"] },
    ...basis,
  },
  DisplayPeriod: {
    open: "id recordedAt versionCode catalogItemCode severity isDisplayed minMonths maxMonths effectiveFrom effectiveTo basisCitation confidence note",
    order: ["versionCode", "ASC"],
    ...basis,
  },
  MaskingRule: { open: "id recordedAt code appliesTo rule example effectiveFrom effectiveTo basisCitation confidence note", order: ["code", "ASC"], ...basis },
  RetentionRule: { open: "id recordedAt versionCode code name typeName countsFrom countsFromField period unit atEnd basisCitation confidence effectiveFrom effectiveTo note", order: ["versionCode", "ASC"], ...basis },
  Threshold: { open: "id recordedAt versionCode code name value unit effectiveFrom effectiveTo basisCitation confidence note", order: ["versionCode", "ASC"], ...basis },
};
