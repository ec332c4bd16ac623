import { Resolver, type ClassType } from "type-graphql";
import { GraphQLID, GraphQLString } from "graphql";
import { audienceCodes } from "../catalog/audience-code.ts";
import type { Catalogue } from "../catalog/catalogue.ts";
import { batchSize } from "../plan/compile.ts";
import { knownAsMost } from "../plan/known-as.ts";
import type { RootQuestion } from "../plan/root-question.ts";
import { declareClass, declareMade, declareQuery, type FieldDeclaration } from "./declare.ts";
import { dutyCrimeQuestions } from "./duty-crime-search.ts";
import { explanationQuestion } from "./explain.ts";
import { enumOf } from "./field-type.ts";
import { accessFields } from "./me-access.ts";
import { CalendarDate } from "./scalars.ts";
import { plainly, type ObjectTypes } from "./object-types.ts";
import { searchQuestions } from "./search-types.ts";
import { verifyLogQuestion } from "./verify-log.ts";
import { usageField } from "./usage.ts";

const Me = declareClass("Me");

/** Declares Query: a question for each of the catalogue's, and those about the asker and about the policy. */
export function declareQuestions(catalogue: Catalogue, questions: ReadonlyMap<string, RootQuestion>, types: ObjectTypes): ClassType {
  const query = declareClass("Query");
  for (const [name, question] of questions) if (asksForRows(question)) declareQuery(query, questionOf(name, question, types));
  if (catalogue.searchable.length > 0) for (const field of searchQuestions(catalogue, types)) declareQuery(query, field);
  if (catalogue.types.has("AccessEvent")) declareQuery(query, verifyLogQuestion());
  for (const field of dutyCrimeQuestions(catalogue)) declareQuery(query, field);
  declareMade(Me, "Who is asking, as the hub sees it (当前访问者).", meFields(catalogue, types));
  declareQuery(query, { name: "me", type: () => Me, doc: "Who is asking (当前访问者).", disclosure: plainly });
  declareQuery(query, explanationQuestion());
  Resolver()(query);
  return query;
}

/** Questions about rows, as opposed to those about whatever can be searched and to the asker's own. */
type RowsQuestion = Exclude<RootQuestion, { kind: "row" | "search" | "suggest" }>;
const asksForRows = (question: RootQuestion): question is RowsQuestion => question.kind !== "row" && question.kind !== "search" && question.kind !== "suggest";

function questionOf(name: string, question: RowsQuestion, types: ObjectTypes): FieldDeclaration {
  switch (question.kind) {
    case "node":
      return {
        name,
        type: () => types.node,
        nullable: true,
        doc: "Any object by its global id; absent where there is none that the asker may know of (按标识查询).",
        arguments: [{ name: "id", type: () => GraphQLID, doc: "Global id (标识)." }],
        disclosure: { ...plainly, rows: 1 },
      };
    case "nodes":
      return {
        name,
        type: () => types.node,
        list: true,
        nullable: "items",
        doc: `Objects by their global ids, in the same order, at most ${batchSize} (按标识批量查询).`,
        arguments: [{ name: "ids", type: () => GraphQLID, list: true, doc: "Global ids (标识)." }],
        disclosure: plainly,
      };
    case "lookup": {
      const { type, keys } = question;
      return {
        name,
        type: () => types.classOf(type),
        nullable: true,
        doc: `One ${type.name}, by exactly one of its keys; absent where there is none that the asker may know of (单条查询).`,
        arguments: [
          { name: "id", type: () => GraphQLID, nullable: true, doc: "Global id (标识)." },
          ...Object.entries(keys).map(([argument, key]) => ({ name: argument, type: () => GraphQLString, nullable: true, doc: type.fields[key]!.doc })),
        ],
        disclosure: { ...plainly, rows: 1 },
      };
    }
    case "knownAs": {
      const { type, formerly } = question;
      return {
        name,
        type: () => types.classOf(type),
        list: true,
        doc: `Rows of ${type.name} that bore a name or code, today or before; what became of them, their successors tell (按曾用名称或代码查询).`,
        arguments: [
          ...Object.entries(formerly.arguments).map(([argument, key]) => ({ name: argument, type: () => GraphQLString, nullable: true, doc: type.fields[key]!.doc })),
          { name: "on", type: () => CalendarDate, nullable: true, doc: "Day on which it was borne; at any time where it is not said (日期)." },
        ],
        disclosure: { ...plainly, rows: knownAsMost },
      };
    }
    case "batch":
      return {
        name,
        type: () => types.classOf(question.type),
        list: true,
        nullable: "items",
        doc: `Rows of ${question.type.name} by their keys, in the same order, null where there is none, at most ${batchSize} (批量查询).`,
        arguments: [{ name: question.argument, type: () => GraphQLString, list: true, doc: question.type.fields[question.key]!.doc }],
        disclosure: plainly,
      };
    case "list":
      return { name, ...types.connectionOf(question.type), doc: `Rows of ${question.type.name} that the asker may know of (列表查询).`, disclosure: plainly };
  }
}

const meFields = (catalogue: Catalogue, types: ObjectTypes): FieldDeclaration[] => [
  usageField(),
  { name: "audience", type: () => enumOf(audienceCodes), doc: "As whom the asker comes (访问身份).", disclosure: plainly },
  { name: "client", type: () => GraphQLString, nullable: true, doc: "Name of the registered client; absent for the public (客户端).", disclosure: plainly },
  ...[...meQuestions(catalogue)].map(([name, { type, doc }]): FieldDeclaration => ({ name, type: () => types.classOf(type), nullable: true, doc, disclosure: { ...plainly, rows: 1 } })),
  ...accessFields(catalogue, types),
];

type RowQuestion = Extract<RootQuestion, { kind: "row" }>;

/** The rows that belong to the asker: where the catalogue has such types. */
export function meQuestions(catalogue: Catalogue): ReadonlyMap<string, RowQuestion & { readonly doc: string }> {
  const row = (typeName: string, key: string, doc: string, read: RowQuestion["read"]): (RowQuestion & { doc: string })[] => {
    const type = catalogue.types.get(typeName);
    return type && type.kind !== "union" ? [{ kind: "row", type, key, read, doc }] : [];
  };
  const questions: [string, (RowQuestion & { doc: string })[]][] = [
    ["body", row("Organization", "id", "Body that the asker belongs to (所属单位).", ({ viewer }) => viewer.body)],
    ["jurisdiction", row("AdministrativeDivision", "code", "Division whose subtree is the asker's jurisdiction (管辖区域).", ({ viewer }) => viewer.jurisdiction)],
    ["official", row("Official", "id", "The civil servant who asks in the own window (本人).", ({ viewer }) => viewer.subject)],
  ];
  return new Map(questions.flatMap(([name, [question]]) => (question ? [[name, question] as const] : [])));
}
