import { numeric, text, uuid } from "drizzle-orm/pg-core";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { open } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { always } from "../../catalog/rule.ts";
import { source } from "../reference/source.ts";
import { lotKind, lotStatus } from "./codelists.ts";
import { runsTender } from "./runs-tender.ts";
import { tender } from "./tender.ts";

export const lot = entity(
  "Lot",
  "A part of a tender that is bid for and awarded by itself: a package or a section (采购包、标段).",
  {
    ...envelope(),
    tenderId: open(uuid().notNull(), "Tender that it is a part of (所属招标)."),
    lotNo: open(text().notNull(), "Number within the tender (标包编号)."),
    kind: open(coded(lotKind).notNull(), "Whether it is a package or a section (标包类型)."),
    title: open(text().notNull(), "Title of the part (标包名称)."),
    budget: open(numeric({ precision: 18, scale: 2 }), "Published budget of the part in 元 (标包预算金额)."),
    status: open(coded(lotStatus).notNull(), "Where the part stands (标包状态)."),
  },
  {
    rows: always,
    order: { by: "lotNo", direction: "ASC" },
    supply: { by: runsTender, prefix: "LOT" },
    relations: {
      tender: one(() => tender, "tenderId", "The tender that it is a part of (所属招标).", { inverse: many("lots", "The parts that the tender is divided into (采购包、标段).") }),
      source,
    },
  },
);
