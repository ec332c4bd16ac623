import { boolean, integer, text, uuid } from "drizzle-orm/pg-core";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { open, withheld } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { allOf, anyBody, anyOf, is, not, own, present, through, type Rule } from "../../catalog/rule.ts";
import { source } from "../reference/source.ts";
import { dishonestyRecord, readsFullDishonesty } from "./dishonesty-record.ts";
import { redaction } from "./integrity-record.ts";
import { readsFullViolation, violationRecord } from "./violation-record.ts";

const publishable = is("isPublishable", "true");

/** A file of one record, of the deliverer's own, that was not emptied: through another that it names as well, nobody could add it to a record that is not his, or that says nothing any more. */
const ofOwn = (record: string, other: string): Rule => allOf(own(`${record}.sourceOrganizationId`), not(is(`${record}.disclosureState`, redaction.code)), not(present(`${other}Id`)));

export const attachment = entity(
  "Attachment",
  "A file that belongs to an integrity record; it is never more visible than the record (附件).",
  {
    ...envelope(),
    dishonestyRecordId: open(uuid(), "Dishonesty record that the file belongs to; absent where it belongs to another (所属政务失信记录)."),
    violationRecordId: open(uuid(), "Violation record that the file belongs to; absent where it belongs to another (所属违法违规记录)."),
    title: open(text().notNull(), "Title of the file, reviewed for names of persons (附件名称)."),
    mediaType: open(text().notNull(), "Internet media type of the file (文件类型)."),
    bytes: open(integer().notNull(), "Size of the file in bytes (文件大小)."),
    isPublishable: open(boolean().notNull().default(false), "Whether the file passed the review for publication (是否可公开)."),
    // A digest of a file whose contents can be guessed answers guesses.
    sha256: withheld(text(), "Digest of the file, to check it when it is fetched (文件摘要)."),
  },
  {
    // The file exists for whom its record does; one that is not for publication, only for those who read the record's facts in full. A file
    // of neither record is nobody's: no row is found through an empty key.
    rows: anyOf(
      allOf(through("dishonestyRecord", dishonestyRecord.rows), anyOf(publishable, through("dishonestyRecord", readsFullDishonesty))),
      allOf(through("violationRecord", violationRecord.rows), anyOf(publishable, through("violationRecord", readsFullViolation))),
    ),
    supply: {
      // Whoever supplied the record, and nobody else: a file of another's record would speak for its author. And of a record that was emptied no file says anything more.
      by: allOf(anyBody, anyOf(ofOwn("dishonestyRecord", "violationRecord"), ofOwn("violationRecord", "dishonestyRecord"))),
      prefix: "ATT",
      decided: ["isPublishable"], // the review for publication is a step of its own, which no file has passed when it comes
      fixedOnce: publishable, // and what has passed it, is not called otherwise afterwards
    },
    relations: {
      dishonestyRecord: one(() => dishonestyRecord, "dishonestyRecordId", "The dishonesty record that the file belongs to (所属政务失信记录).", {
        inverse: many("attachments", "Files that belong to the record, as far as they may be seen (附件)."),
      }),
      violationRecord: one(() => violationRecord, "violationRecordId", "The violation record that the file belongs to (所属违法违规记录).", {
        inverse: many("attachments", "Files that belong to the record, as far as they may be seen (附件)."),
      }),
      source,
    },
  },
);
