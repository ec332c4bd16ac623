import { registerEnumType, Resolver, type ClassType } from "type-graphql";
import { GraphQLID, GraphQLInt, GraphQLString } from "graphql";
import type { Catalogue } from "../catalog/catalogue.ts";
import type { Command, CommandAnswer, CommandInput } from "../workflow/command.ts";
import { userErrorCodes } from "../workflow/user-error.ts";
import { declareClass, declareInput, declareMutation, declareMade, type Argument, type FieldDeclaration } from "./declare.ts";
import { fieldTypeOf } from "./field-type.ts";
import { plainly, type ObjectTypes } from "./object-types.ts";

/**
 * What a change counts as, in units: a look-up reads one row on one of many connections, a change locks, judges and writes, and the hub's own
 * role has few. A client's minute gives a thousand of them, and one operation holds forty at most.
 */
export const changeUnits = 500;

const UserErrorCode = Object.fromEntries(Object.keys(userErrorCodes).map((code) => [code, code]));
registerEnumType(UserErrorCode, {
  name: "UserErrorCode",
  description: "Why a change was not made (未办理原因).",
  valuesConfig: Object.fromEntries(Object.entries(userErrorCodes).map(([code, { en, zh }]) => [code, { description: `${en} (${zh}).` }])),
});
const UserError = declareClass("UserError");

/** Declares Mutation: a field for each change, with one input, and an answer that holds the row as it is now and why nothing was done. */
export function declareMutations(catalogue: Catalogue, commands: readonly Command[], types: ObjectTypes): ClassType {
  const mutation = declareClass("Mutation");
  declareMade(UserError, "Why a change was not made: the question was understood, and the answer is no (未办理说明).", [
    { name: "code", type: () => UserErrorCode, doc: "What is wrong (原因代码).", disclosure: plainly },
    { name: "field", type: () => GraphQLString, list: true, nullable: true, doc: "Where in the arguments; absent where it is about the change as such (位置).", disclosure: plainly },
    { name: "message", type: () => GraphQLString, doc: "What is wrong, in a sentence, in the language of the request (说明).", disclosure: plainly },
  ]);
  for (const command of commands) {
    const name = capitalised(command.name);
    const input = declareInput(`${name}Input`, `What ${command.name} is given (输入).`, command.input.map((each) => inputOf(catalogue, each)));
    const payload = declareClass(`${name}Payload`);
    declareMade(payload, `What ${command.name} answers (结果).`, payloadOf(command, types));
    declareMutation(mutation, {
      name: command.name,
      type: () => payload,
      nullable: true,
      doc: command.doc,
      arguments: [{ name: "input", type: () => input, doc: "All that is given (输入)." }],
      disclosure: { ...plainly, units: changeUnits, audiences: command.audiences },
    });
  }
  Resolver()(mutation);
  return mutation;
}

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function inputOf(catalogue: Catalogue, { name, doc, of, isNeeded }: CommandInput): Argument {
  const { type, list } = typeOf(catalogue, of);
  return { name, doc, type: () => type, list, nullable: !isNeeded };
}

function typeOf(catalogue: Catalogue, of: CommandInput["of"]) {
  if (of === "text") return { type: GraphQLString, list: false };
  if (of === "number") return { type: GraphQLInt, list: false };
  return "idOf" in of ? { type: GraphQLID, list: false } : fieldTypeOf(catalogue, of.type, of.field);
}

function payloadOf({ type, answers }: Command, types: ObjectTypes): FieldDeclaration[] {
  const answer = ({ name, doc, of }: CommandAnswer): FieldDeclaration => ({ name, doc, type: () => (of === "text" ? GraphQLString : GraphQLInt), nullable: true, disclosure: plainly });
  return [
    ...(type === null
      ? []
      : [{ name: type.questions.singular, type: () => types.classOf(type), nullable: true, doc: `The ${type.name} as it is now, changed or not; absent where there is none that the asker may know of (对象现状).`, disclosure: { ...plainly, rows: 1 } }]),
    ...answers.map(answer),
    { name: "userErrors", type: () => UserError, list: true, doc: "Why nothing was done; empty where it was (未办理说明).", disclosure: plainly },
  ];
}
