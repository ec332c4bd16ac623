import { text } from "drizzle-orm/pg-core";
import { buildSchema, printSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { assembleCatalogue } from "../../src/catalog/catalogue.ts";
import { entity } from "../../src/catalog/entity.ts";
import { deprecated, open } from "../../src/catalog/field.ts";
import { always } from "../../src/catalog/rule.ts";
import { deprecate } from "../../src/graph/deprecate.ts";

const thing = entity("Thing", "A thing (事物).", {
  name: open(text().notNull(), "What it is called (名称)."),
  formerTitle: deprecated(open(text().notNull(), "What it was called (旧称)."), "since 2026-12-01: ask name instead (请查询 name)"),
}, { rows: always });

const undeprecated = `type Query {
  things(where: ThingWhere, orderBy: ThingOrderField): [Thing!]!
}

type Thing {
  name: String!
  formerTitle: String!
}

input ThingWhere {
  name: String
  formerTitle: String
}

enum ThingOrderField {
  NAME
  FORMER_TITLE
}`;

describe("A field that is declared as deprecated", () => {
  it("is said to be so, since when and with what instead, where it is asked for, filtered by and ordered by, and nothing else is", () => {
    const schema = buildSchema(undeprecated);
    deprecate(schema, assembleCatalogue([thing]));
    const reason = '@deprecated(reason: "since 2026-12-01: ask name instead (请查询 name)")';
    expect(printSchema(schema)).toBe(undeprecated.replaceAll(/(formerTitle: String!?|FORMER_TITLE)/g, `$1 ${reason}`));
  });
});
