import { catalogCategory, openAttribute, secrecyAttribute, sharingMethod, updateCycle } from "../../domains/policy/codelists.ts";
import { divisionLevel } from "../../domains/reference/codelists.ts";
import { disclosureClassCode } from "../../catalog/disclosure-class-code.ts";
import { cellsOf } from "./cells-of.ts";
import { readTable } from "./read-table.ts";

const columns = [
  "code", "name", "category", "typeName", "providerName", "providerCode", "summary", "format", "disclosureClass", "sharingCondition", "sharingMethod",
  "openAttribute", "updateCycle", "secrecyAttribute", "lowestLevel", "publishedOn", "relatedCodes", "basisCitation",
] as const;

/** The datasets of the hub, with those that are still to come: these have no type yet. */
export const readCatalogItems = () =>
  readTable("catalog-items", columns).map((row) => {
    const cells = cellsOf("catalog-items", row);
    const isClosed = row.disclosureClass === "CONDITIONAL" || row.disclosureClass === "RESTRICTED";
    if (isClosed && row.sharingCondition === null) throw new Error(`The dataset ${cells.text("code")} is not for all, and scripts/data/catalog-items.csv does not say on what condition.`);
    return {
      code: cells.text("code"),
      name: cells.text("name"),
      category: cells.code("category", catalogCategory),
      typeName: cells.optional("typeName"),
      providerName: cells.text("providerName"),
      providerCode: cells.optional("providerCode"),
      summary: cells.text("summary"),
      format: cells.text("format"),
      disclosureClass: cells.code("disclosureClass", disclosureClassCode),
      sharingCondition: cells.optional("sharingCondition"),
      sharingMethod: cells.code("sharingMethod", sharingMethod),
      openAttribute: cells.code("openAttribute", openAttribute),
      updateCycle: cells.code("updateCycle", updateCycle),
      secrecyAttribute: cells.code("secrecyAttribute", secrecyAttribute),
      lowestLevel: cells.code("lowestLevel", divisionLevel),
      publishedOn: cells.day("publishedOn"),
      relatedCodes: cells.list("relatedCodes"),
      basisCitation: cells.text("basisCitation"),
    };
  });
