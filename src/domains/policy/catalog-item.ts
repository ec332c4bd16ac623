import { date, text } from "drizzle-orm/pg-core";
import { coded } from "../../catalog/codelist.ts";
import { disclosureClassCode } from "../../catalog/disclosure-class-code.ts";
import { entity } from "../../catalog/entity.ts";
import { open } from "../../catalog/field.ts";
import { organizationUsccForm } from "../../catalog/form.ts";
import { many, one } from "../../catalog/relation.ts";
import { always, clearance } from "../../catalog/rule.ts";
import { divisionLevel } from "../reference/codelists.ts";
import { legalBasis } from "../reference/legal-basis.ts";
import { catalogCategory, openAttribute, secrecyAttribute, sharingMethod, updateCycle } from "./codelists.ts";

/**
 * The catalogue says what may be collected and passed on; what is not in it may not. Codes are of the hub's own scheme: SC for Sichuan,
 * two letters for the field (JC basics, JY trading, ZQ debt, ZW government credit, JD supervision, ZC policy), and letters for the dataset, which is
 * the 目 of the national guide; its 细目 and 信息项 are the fields of its type, which FieldPolicy has with name, type and class.
 */
export const catalogItem = entity(
  "CatalogItem",
  "A dataset in the catalogue of public credit information, with who supplies it and how it is shared (公共信用信息目录项).",
  {
    code: open(text().notNull().unique(), "Code of the dataset, for example SC-ZW-SX (目录代码)."),
    name: open(text().notNull(), "Name of the dataset (目录名称)."),
    category: open(coded(catalogCategory).notNull(), "Class of the dataset (目录分类)."),
    providerName: open(text().notNull(), "Kind of body that supplies it (提供方)."),
    providerCode: open(text(), "Unified social credit code of the body that supplies it; absent where bodies of a kind do (提供方代码)."),
    summary: open(text().notNull(), "What the dataset holds (摘要)."),
    format: open(text().notNull(), "Formats in which it is given (信息格式)."),
    disclosureClass: open(coded(disclosureClassCode).notNull(), "Class of its main items; FieldPolicy says it for each field (共享类型)."),
    sharingCondition: open(text(), "On what condition a body gets it, where it is not for all (共享条件)."),
    sharingMethod: open(coded(sharingMethod).notNull(), "How a body gets it (共享方式)."),
    openAttribute: open(coded(openAttribute).notNull(), "How far it is open to the public (开放属性)."),
    updateCycle: open(coded(updateCycle).notNull(), "How often it is brought up to date (更新周期)."),
    secrecyAttribute: open(coded(secrecyAttribute).notNull(), "Whether it holds secrets, which the hub refuses (涉密属性)."),
    lowestLevel: open(coded(divisionLevel).notNull(), "Lowest level of government that supplies it (层级属性)."),
    publishedOn: open(date().notNull(), "Day on which the item was published in the catalogue (发布日期)."),
    relatedCodes: open(text().array(), "Codes of the datasets that it refers to (关联资源代码)."),
    basisCitation: open(text().notNull(), "Provision by which it is collected or closed (目录依据)."),
    typeName: open(text(), "Type of the graph that carries it; absent until the hub holds it (数据类型)."),
  },
  {
    rows: always,
    keys: { code: "code" },
    search: { title: "name", also: ["code"] },
    order: { by: "code", direction: "ASC" },
    supply: {
      by: clearance("operator"), // a rule for the whole province is in no body's jurisdiction
      key: "code",
      takes: "ALL_ROWS",
      forms: { providerCode: organizationUsccForm },
      // Who is not given all of it must be told on what condition; by which law, every dataset says (政务信息资源目录编制指南).
      needed: [{ key: "sharingCondition", where: "disclosureClass", is: ["CONDITIONAL", "RESTRICTED"] }],
    },
    relations: {
      basis: one(() => legalBasis, "basisCitation", "The provision by which it is collected or closed (目录依据).", {
        to: "citation",
        enforced: false, // the texts of the law are data, which may come later than what cites them
        inverse: many("catalogItems", "The datasets that rest on the provision (适用目录项)."),
      }),
    },
  },
);
