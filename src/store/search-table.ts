import { customType, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { searchTable } from "../plan/search.ts";

/** Text that is compared byte by byte, so that an index serves its beginnings and every server has the same order. */
const plainText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** Name of the index of grams. */
export const gramsIndex = "search_entry_grams";

/**
 * What search runs on: the titles and codes of rows that the public may get, in the forms in which they are looked for. It has no row policy, since
 * behind one the indexes of grams serve nobody; nothing but what is public is ever in it.
 */
export const searchEntry = pgTable(
  searchTable,
  {
    type: plainText("type").notNull(),
    id: uuid("id").notNull(),
    /** Title and codes as they stand in the row; an entry counts while they still do. */
    title: text("title").notNull(),
    also: text("also").array().notNull(),
    /** The title as it is compared, and its length. */
    name: plainText("name").notNull(),
    size: integer("size").notNull(),
    /** The codes as they are compared, each on a line of its own. */
    codes: text("codes").notNull(),
    /** Syllables with spaces between them. */
    pinyin: plainText("pinyin").notNull(),
    initials: plainText("initials").notNull(),
    grams: text("grams").array().notNull(),
    /** Which way of making the forms made these. */
    form: integer("form").notNull(),
  },
  (self) => [
    primaryKey({ columns: [self.type, self.id] }),
    index(gramsIndex).using("gin", self.grams),
    index("search_entry_order").on(self.size, self.name, self.type, self.id),
  ],
);

/** Rows that have come, changed or gone since the entries were brought up to date; a trigger notes them. One row may be noted often. */
export const searchPending = pgTable("search_pending", { type: text("type").notNull(), id: uuid("id").notNull() });
