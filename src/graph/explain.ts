import { registerEnumType } from "type-graphql";
import { GraphQLBoolean, GraphQLString, type GraphQLFieldResolver } from "graphql";
import { audienceCode, audienceCodes } from "../catalog/audience-code.ts";
import { fieldPath } from "../catalog/catalogue-path.ts";
import { disclosureClasses } from "../catalog/disclosure-class.ts";
import { HubError } from "../errors.ts";
import type { World } from "../plan/compilation.ts";
import type { Reading } from "../policy/may-read.ts";
import type { Reader } from "../store/reader.ts";
import { clearedFor, coordinatesOf, readingBy } from "../policy/coordinates.ts";
import { declareClass, declareMade, type FieldDeclaration } from "./declare.ts";
import { enumOf } from "./field-type.ts";
import { plainly } from "./object-types.ts";
import type { Asked } from "./resolvers.ts";
import { supplierFinder } from "./suppliers.ts";
import { wayToRead } from "./way-to-read.ts";

/** How somebody reads a field, as the graph says it. */
export const FieldReading = { YES: "YES", BY_GRANT: "BY_GRANT", NO: "NO" };
registerEnumType(FieldReading, {
  name: "FieldReading",
  description: "How somebody reads a field, in the rows that the rule admits (查阅方式).",
  valuesConfig: {
    YES: { description: "By right (可直接查阅)." },
    BY_GRANT: { description: "As far as a sharing grant in force opens it, for the purpose and the case that the question states (凭共享授权查阅)." },
    NO: { description: "Not at all (不可查阅)." },
  },
});

export const readingCode: Readonly<Record<Reading, keyof typeof FieldReading>> = { yes: "YES", granted: "BY_GRANT", no: "NO" };

const DisclosureExplanation = declareClass("DisclosureExplanation");

/** The question `whyDenied`, with the type of its answer. */
export function explanationQuestion(): FieldDeclaration {
  const field = (name: string, type: FieldDeclaration["type"], doc: string, further: Partial<FieldDeclaration> = {}): FieldDeclaration => ({ name, type, doc, ...further, disclosure: plainly });
  const [text, truth] = [() => GraphQLString, () => GraphQLBoolean];
  declareMade(DisclosureExplanation, "Why a field is or is not disclosed to the asker; about the rule, never about a row (披露说明).", [
    field("coordinate", text, "Type and field (信息项坐标)."),
    field("disclosureClass", text, "Class of the field, with its Chinese name (共享开放属性)."),
    field("basis", text, "Legal basis of the class (依据).", { nullable: true }),
    field("rule", text, "Which rows carry it for whom (可见规则)."),
    field("reading", () => FieldReading, "How the asker reads it, where the rule admits the row (当前访问者的查阅方式)."),
    field("mayBeRead", truth, "Whether the asker reads it by right, where the rule admits the row (当前访问者可否直接查阅)."),
    field("clearances", () => enumOf(audienceCodes), "As whom one reads it by right, in some rows at least (可直接查阅的访问身份).", { list: true }),
    field("logged", truth, "Whether every reading of it is logged (查阅留痕)."),
    field("purposeNeeded", truth, "Whether the asker has to state purpose and case to read it (是否须注明用途和案件)."),
    field("howToApply", text, "What can be done by somebody who may not (申请途径)."),
    field("documentationUrl", text, "Where the hub says all that it declares of the field, relative to its address (说明文档地址)."),
  ]);
  return { ...field("whyDenied", () => DisclosureExplanation, "Why a field is or is not disclosed to the asker (披露说明)."), arguments: [{ name: "coordinate", type: text, doc: "Type and field, for example Bid.score (信息项坐标)." }] };
}

/** Answers `whyDenied` from the catalogue. Every coordinate that does not exist answers alike, and so does one that nobody reads. */
export function explain(world: World, reader: Reader): GraphQLFieldResolver<unknown, Asked, Record<string, unknown>> {
  const suppliers = supplierFinder(world, reader);
  return (_source, args, asked) => {
    const coordinate = coordinatesOf(world.catalogue).get(String(args["coordinate"]));
    if (!coordinate) throw new HubError("BAD_USER_INPUT", { "reason.en": "The coordinate names no field; write Type.field.", "reason.zh": "坐标不对应任何信息项，请写作 类型.信息项。" });
    const { name, line } = coordinate;
    const reading = readingBy(asked.viewer.audience, coordinate);
    return {
      coordinate: name,
      disclosureClass: `${line.class} (${disclosureClasses[line.class].zh})`,
      basis: line.basis,
      rule: line.rowRule,
      reading: readingCode[reading],
      mayBeRead: reading === "yes",
      clearances: clearedFor(coordinate).map(audienceCode),
      logged: line.audited,
      purposeNeeded: reading === "granted",
      howToApply: () => wayToRead(asked.viewer.audience, coordinate, suppliers(asked), asked.language),
      documentationUrl: fieldPath(name),
    };
  };
}
