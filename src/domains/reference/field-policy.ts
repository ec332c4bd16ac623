import { boolean, text } from "drizzle-orm/pg-core";
import { coded } from "../../catalog/codelist.ts";
import { disclosureClassCode } from "../../catalog/disclosure-class-code.ts";
import { entity } from "../../catalog/entity.ts";
import { open } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { always } from "../../catalog/rule.ts";
import { catalogItem } from "../policy/catalog-item.ts";
import { legalBasis } from "./legal-basis.ts";

export const fieldPolicy = entity(
  "FieldPolicy",
  "What the hub's catalogue says about one field: the read-only projection of its declaration (信息项政策).",
  {
    coordinate: open(text().notNull().unique(), "Type and field, for example Bid.score (信息项坐标)."),
    typeName: open(text().notNull(), "Type that the field belongs to (所属类型)."),
    fieldName: open(text().notNull(), "Name of the field (信息项)."),
    dataType: open(text(), "What its values are: a scalar, a codelist, the type that it leads to, or a list of these in brackets (数据类型)."),
    disclosureClass: open(coded(disclosureClassCode).notNull(), "Who may read it (共享开放属性)."),
    toSubject: open(boolean().notNull(), "Whether the person concerned reads it as well (本人可查)."),
    basisCitation: open(text(), "Legal basis for closing it, or for opening a fact about a person (依据)."),
    filterable: open(text().notNull(), "Who may filter and order by it: everybody, bodies or nobody (可检索范围)."),
    audited: open(boolean().notNull(), "Whether every reading of it is logged (查阅留痕)."),
    rowRule: open(text().notNull(), "Which rows carry it for whom (可见规则)."),
    description: open(text().notNull(), "What the field says (说明)."),
  },
  {
    rows: always,
    keys: { coordinate: "coordinate" },
    plural: "fieldPolicies",
    order: { by: "coordinate", direction: "ASC" },
    relations: {
      basis: one(() => legalBasis, "basisCitation", "The provision that it rests on (法律依据).", {
        to: "citation",
        enforced: false, // the projection is made at start, the texts of the law are data
        inverse: many("fieldPolicies", "The fields whose class rests on it (适用信息项)."),
      }),
      catalogItems: one(() => catalogItem, "typeName", "The datasets that the type carries (所属目录项).", {
        to: "typeName",
        enforced: false,
        isShared: true, // a type may carry several datasets, such as violations in procurement and in bidding
        inverse: many("fieldPolicies", "The information items of the dataset, with name, type and class (信息项)."),
      }),
    },
  },
);
