import { GraphQLInt, GraphQLString, type GraphQLFieldResolver } from "graphql";
import { isBody } from "../catalog/audience.ts";
import type { Catalogue } from "../catalog/catalogue.ts";
import { disclosureClassCode } from "../catalog/disclosure-class-code.ts";
import { HubError } from "../errors.ts";
import type { World } from "../plan/compilation.ts";
import { assertPageSize, pageSize } from "../plan/connection.ts";
import { grantsOfBody, type GrantOfBody } from "../plan/grants-of-body.ts";
import type { RootQuestion } from "../plan/root-question.ts";
import type { Reader } from "../store/reader.ts";
import { coordinatesOf, readingBy, type Coordinate } from "../policy/coordinates.ts";
import { declareClass, declareMade, type FieldDeclaration } from "./declare.ts";
import { FieldReading, readingCode } from "./explain.ts";
import { enumOf } from "./field-type.ts";
import { plainly, type ObjectTypes } from "./object-types.ts";
import { perRequest } from "./per-request.ts";
import type { Asked } from "./resolvers.ts";
import { CalendarDate } from "./scalars.ts";
import { supplierFinder } from "./suppliers.ts";
import { wayToRead } from "./way-to-read.ts";

type ListQuestion = Extract<RootQuestion, { kind: "list" }>;

/** Connections over the rows that are about the asker, where the catalogue has such types. */
export function meLists(catalogue: Catalogue): ReadonlyMap<string, ListQuestion & { readonly doc: string }> {
  const type = catalogue.types.get("AccessLogEntry");
  return new Map(type ? [["accessLog", { kind: "list", type, whose: "subject", doc: "Who was given closed facts about the person who asks in the own window, and why, save what the law keeps from the person; nobody else has any (本人信息查阅记录)." }]] : []);
}

const [FieldAccess, FieldAccessGrant] = [declareClass("FieldAccess"), declareClass("FieldAccessGrant")] as const;

/** Fields of Me about what was read of the asker, and what the asker may read. */
export function accessFields(catalogue: Catalogue, types: ObjectTypes): FieldDeclaration[] {
  const field = (name: string, type: FieldDeclaration["type"], doc: string, further: Partial<FieldDeclaration> = {}): FieldDeclaration => ({ name, type, doc, ...further, disclosure: plainly });
  const text = () => GraphQLString;
  declareMade(FieldAccessGrant, "A sharing grant in force for the asker's body that opens a field (共享授权).", [
    field("grantNo", text, "Number of the grant (授权编号)."),
    field("purpose", text, "Code of the purpose that a question under it states (用途代码)."),
    field("validTo", () => CalendarDate, "Last day on which it is in force (失效日期)."),
  ]);
  declareMade(FieldAccess, "Whether and how the asker reads one field or relation; about the rule, never about a row (查阅权限).", [
    field("coordinate", text, "Type and field (信息项坐标)."),
    field("disclosureClass", () => enumOf(disclosureClassCode), "Who may read it (共享开放属性)."),
    field("basis", text, "Legal basis of the class (依据).", { nullable: true }),
    field("rule", text, "Which rows carry it for whom (可见规则)."),
    field("reading", () => FieldReading, "How the asker reads it, where the rule admits the row (查阅方式)."),
    field("howToApply", text, "What the asker can do to read it (申请途径)."),
    field("grants", () => FieldAccessGrant, "The sharing grants in force for the asker's body that open it (有效共享授权).", { list: true }),
  ]);
  return [
    ...[...meLists(catalogue)].map(([name, { type, doc }]): FieldDeclaration => ({ name, ...types.connectionOf(type), doc, disclosure: plainly })),
    field("access", () => FieldAccess, "What the asker may read of each field and relation, in the order of the ledger (查阅权限清单).", {
      list: true,
      arguments: [
        { name: "typeName", type: text, nullable: true, doc: "Only of this type; of all where it is not said (类型)." },
        { name: "first", type: () => GraphQLInt, defaultValue: usual, doc: `How many, at most ${pageSize.most} (数量).` },
        { name: "after", type: text, nullable: true, doc: "The coordinate after which the list begins (起始坐标)." },
      ],
    }),
  ];
}

/** More than any type has. */
const usual = 100;

/** Answers `Me.access` from the catalogue; of the data it looks at the sharing grants in force for the asker's body and nothing else. */
export function accessOf(world: World, reader: Reader): GraphQLFieldResolver<unknown, Asked, Record<string, unknown>> {
  const suppliers = supplierFinder(world, reader);
  const grants = perRequest<Asked, Promise<readonly GrantOfBody[]>>((asked) => grantsFor(world, reader, asked));
  return (_source, args, asked) => {
    const { audience } = asked.viewer;
    return pageOf(world.catalogue, args).map((coordinate) => ({
      coordinate: coordinate.name,
      disclosureClass: coordinate.line.class.toUpperCase(),
      basis: coordinate.line.basis,
      rule: coordinate.line.rowRule,
      reading: readingCode[readingBy(audience, coordinate)],
      howToApply: () => wayToRead(audience, coordinate, suppliers(asked), asked.language),
      grants: async () => (coordinate.field.class === "conditional" ? (await grants(asked)).filter(({ fields }) => fields.includes(coordinate.grantedBy)) : []),
    }));
  };
}

/** @throws HubError BAD_USER_INPUT for a type, a size or a coordinate that there is not */
function pageOf(catalogue: Catalogue, { typeName, first, after }: Record<string, unknown>): readonly Coordinate[] {
  if (typeof typeName === "string" && !catalogue.types.has(typeName)) throw refused("typeName names no type whose rows the hub holds.", "typeName 不对应本系统的数据类型。");
  const size = first as number;
  assertPageSize("first", size);
  const all = [...coordinatesOf(catalogue).values()].filter(({ line }) => typeof typeName !== "string" || line.type === typeName);
  if (typeof after !== "string") return all.slice(0, size);
  const place = all.findIndex(({ name }) => name === after);
  if (place < 0) throw refused("after names no coordinate of this list; use one that this hub gave.", "after 不是本清单中的坐标，请使用本系统返回的坐标。");
  return all.slice(place + 1, place + 1 + size);
}

const refused = (en: string, zh: string): HubError => new HubError("BAD_USER_INPUT", { "reason.en": en, "reason.zh": zh });

async function grantsFor(world: World, reader: Reader, asked: Asked): Promise<readonly GrantOfBody[]> {
  if (!isBody(asked.viewer.audience) || !world.catalogue.types.has("SharingGrant")) return [];
  const { data } = await reader.read(grantsOfBody, { ...asked, operationName: null }, {});
  return JSON.parse(data.toString("utf8")) as GrantOfBody[];
}
