import { text, timestamp, uuid } from "drizzle-orm/pg-core";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { open } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { source } from "../reference/source.ts";
import { noticeKind } from "./codelists.ts";
import { lot } from "./lot.ts";
import { oncePublished } from "./once-published.ts";
import { runsTender } from "./runs-tender.ts";
import { tender } from "./tender.ts";

export const notice = entity(
  "Notice",
  "A notice about a tender; it does not exist for others until its publication (公告).",
  {
    ...envelope(),
    tenderId: open(uuid().notNull(), "Tender that it is about (所属招标)."),
    lotId: open(uuid(), "Part of the tender that it is about; absent where it is about all of it (所属标包)."),
    kind: open(coded(noticeKind).notNull(), "What it tells (公告类型)."),
    title: open(text().notNull(), "Title of the notice (公告标题)."),
    publishedAt: open(timestamp({ withTimezone: true, precision: 3 }), "When it was published (发布时间)."),
    mediaUrl: open(text(), "Where it was published (发布媒体网址)."),
    text: open(text(), "What it says (公告正文)."),
  },
  {
    rows: oncePublished,
    search: { title: "title" },
    order: { by: "recordNo", direction: "ASC" },
    supply: { by: runsTender, prefix: "NTC" },
    relations: {
      tender: one(() => tender, "tenderId", "The tender that it is about (所属招标).", { inverse: many("notices", "The notices about the tender (公告).") }),
      lot: one(() => lot, "lotId", "The part of the tender that it is about (所属标包).", { inverse: many("notices", "The notices about this part (公告).") }),
      source,
    },
  },
);
