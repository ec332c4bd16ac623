import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { GraphQLInterfaceType, GraphQLObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { commands } from "../src/domains/commands.ts";
import { buildSchema } from "../src/graph/schema.ts";
import { hubCatalogue } from "../src/server.ts";

/** What somebody reads of a field in the graph, held against the committed ledger. */
const ledger: readonly Readonly<Record<"type" | "field" | "class" | "basis" | "audited" | "toSubject" | "description", string>>[] = parse(readFileSync(new URL("../schema/disclosure.csv", import.meta.url)), { columns: true });
const { schema } = buildSchema(hubCatalogue(), commands);
const docOf = (type: string, field: string): string => (schema.getType(type) as GraphQLObjectType | GraphQLInterfaceType).getFields()[field]!.description!;

describe("The docs of a field", () => {
  it("are its sentence, and in a line of their own class and basis, whether it is logged, and whether it is for the person concerned as well", () => {
    const chinese = { open: "社会公开", shared: "无条件共享", conditional: "有条件共享", restricted: "不予共享" };
    for (const { type, field, class: cls, basis, audited, toSubject, description } of ledger.filter((line) => line.class !== "withheld")) {
      const line = [`Class: ${cls} (${chinese[cls as keyof typeof chinese]}).`, basis && `Basis: ${basis}.`, audited === "true" && "Every reading is logged.", toSubject === "true" && "Also for the person concerned."];
      expect(docOf(type, field), `${type}.${field}`).toBe(`${description}\n${line.filter(Boolean).join(" ")}`);
    }
  });

  it("read as they do here", () => {
    expect(docOf("Official", "idNumber")).toBe("Citizen identity number (公民身份号码, GB 11643-1999).\nClass: restricted (不予共享). Basis: 个人信息保护法第28条. Every reading is logged. Also for the person concerned.");
    expect(docOf("Organization", "name")).toBe("Registered name (名称).\nClass: open (社会公开).");
    expect(docOf("Bid", "tender")).toBe("The tender that the bid answers (所投招标).\nClass: open (社会公开).");
  });
});
