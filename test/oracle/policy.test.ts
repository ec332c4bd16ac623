import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSchema, isInputObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { policies } from "./policy/all.ts";
import { Shape } from "./shape.ts";

const shape = new Shape(buildSchema(readFileSync(new URL("../../schema/hub.graphql", import.meta.url), "utf8")), policies);
for (const type of shape.types.keys()) if (shape.isInterface(type) && policies[type]?.order && shape.concrete(type).some((member) => policies[member]?.continues === type)) shape.isFamily(type);
const types = [...shape.types.keys()];

describe("The oracle", () => {
  it.each(types)("knows every field of %s, and none that is not there", (type) => {
    const fields = Object.keys(shape.fieldsOf(type));
    const known = fields.filter((field) => shape.relationOf(type, field) ?? shape.known(type, field));
    expect(fields.filter((field) => !known.includes(field)), "say in test/oracle/policy who reads them").toEqual([]);
    const said = [policies[type]!].flatMap(({ open = "", shared = "", unfiltered = "", sharedUnfiltered = "", closed = [], partly = {}, derived = {} }) =>
      [open, shared, unfiltered, sharedUnfiltered, ...closed.map(({ fields: names }) => names), ...Object.keys(partly), ...Object.keys(derived)].flatMap((names) => names.split(/\s+/).filter((name) => name !== "")),
    );
    expect(said.filter((field) => !fields.includes(field))).toEqual([]);
    expect(said.filter((field, place) => said.indexOf(field) !== place)).toEqual([]);
  });

  it.each(types)("and the graph agree by what %s is filtered", (type) => {
    const input = shape.schema.getType(`${type}Where`);
    const offered = isInputObjectType(input) ? Object.keys(input.getFields()) : [];
    expect(offered.sort()).toEqual(Object.keys(shape.fieldsOf(type)).filter((field) => shape.known(type, field)?.filterable).sort());
  });

  it("imports nothing of what it judges", () => {
    const folder = fileURLToPath(new URL(".", import.meta.url));
    const imports = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && path !== "stage.ts")
      .flatMap((path) => [...readFileSync(`${folder}${path}`, "utf8").matchAll(/from "(\.[^"]+)"/g)].map(([, from]) => `${path}: ${from}`));
    expect(imports.length).toBeGreaterThan(20);
    expect(imports.filter((each) => each.includes("../../") || each.includes("/src/"))).toEqual([]);
    const staged = [...readFileSync(`${folder}stage.ts`, "utf8").matchAll(/from "(\.\.\/\.\.\/[^"]+)"/g)].map(([, from]) => from);
    expect(staged.sort()).toEqual(["../../src/exchange/demonstration/personas.ts", "../../src/policy/viewer.ts", "../../src/store/secrets.ts"]);
  });
});
