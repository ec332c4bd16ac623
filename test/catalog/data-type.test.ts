import { readFileSync } from "node:fs";
import { buildSchema, getNamedType, getNullableType, isListType, type GraphQLInterfaceType, type GraphQLObjectType, type GraphQLOutputType } from "graphql";
import { describe, expect, it } from "vitest";
import { dataTypeOf } from "../../src/catalog/data-type.ts";
import { ledgerOf } from "../../src/catalog/ledger.ts";
import { filterableBy } from "../../src/policy/may-filter.ts";
import { hubCatalogue } from "../../src/server.ts";

const schema = buildSchema(readFileSync(new URL("../../schema/hub.graphql", import.meta.url), "utf8"));
const catalogue = hubCatalogue();

/** As the printed graph has it: a connection is a list of what it connects to. */
function printed(type: GraphQLOutputType): string {
  const { name } = getNamedType(type);
  return name.endsWith("Connection") ? `[${name.slice(0, -"Connection".length)}]` : isListType(getNullableType(type)) ? `[${name}]` : name;
}

describe("The data type of an information item (数据类型)", () => {
  it("is what the graph answers with, of every field and relation", () => {
    const lines = ledgerOf(catalogue, filterableBy).filter((line) => line.class !== "withheld");
    expect(lines.length).toBeGreaterThan(1_000);
    for (const { type, field } of lines) expect(dataTypeOf(catalogue, type, field), `${type}.${field}`).toBe(printed((schema.getType(type) as GraphQLObjectType | GraphQLInterfaceType).getFields()[field]!.type));
  });

  it("of a field that is not there is an error, by name", () => {
    expect(() => dataTypeOf(catalogue, "Bid", "nothing")).toThrow("Bid has no field nothing");
  });
});
