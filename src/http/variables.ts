import { coerceInputValue, getNamedType, getNullableType, getVariableValues, isInputObjectType, isInputType, isListType, isNonNullType, isRequiredInputField, typeFromAST, type GraphQLInputField, type GraphQLInputType, type GraphQLSchema, type OperationDefinitionNode, type VariableDefinitionNode } from "graphql";
import { HubError } from "../errors.ts";
import { expectedValue } from "./expected-value.ts";

type Values = Readonly<Record<string, unknown>>;

/** Errors that are told at once. */
const told = 10;

/**
 * The variables of an operation as their types have them, or why they do not fit. graphql-js says that with the value that it was given;
 * here an error names the variable, the place in it, the type that is expected there and how it is written, and values stay with whoever sent them.
 */
export function coerceVariables(schema: GraphQLSchema, operation: OperationDefinitionNode, given: Values): { readonly values: Values; readonly errors?: never } | { readonly errors: readonly HubError[] } {
  const definitions = operation.variableDefinitions ?? [];
  if (definitions.length === 0) return { values: {} };
  const { coerced } = getVariableValues(schema, definitions, given, { maxErrors: 1 });
  if (coerced) return { values: coerced };
  const errors = definitions.flatMap((definition) => errorsOf(schema, definition, given)).slice(0, told);
  return { errors: errors.length > 0 ? errors : [misfit("", definitions[0]!, null)] };
}

function errorsOf(schema: GraphQLSchema, definition: VariableDefinitionNode, given: Values): HubError[] {
  const type = typeFromAST(schema, definition.type);
  const name = definition.variable.name.value;
  if (!isInputType(type)) return [misfit(`$${name}`, definition, null)];
  const value = given[name];
  if (!Object.hasOwn(given, name) || value === null) {
    const isMissing = isNonNullType(type) && (definition.defaultValue === undefined || Object.hasOwn(given, name));
    return isMissing ? [missing(`$${name}`, definition, type)] : [];
  }
  const errors: HubError[] = [];
  try {
    coerceInputValue(value, type, (path, found, { message }) => {
      if (errors.length >= told) return;
      const place = `$${name}${path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("")}`;
      const at = typeAt(type, path);
      const field = fieldMissing(at, found, message);
      errors.push(field ? missing(`${place}.${field.name}`, definition, field.type) : found === null ? missing(place, definition, at) : misfit(place, definition, at));
    });
  } catch {
    errors.push(misfit(`$${name}`, definition, type)); // nested beyond the stack
  }
  return errors;
}

/** The field that graphql-js finds missing in an object, which it names in its sentence alone; null where it finds something else, such as a key that there is not, in which may stand anything. */
function fieldMissing(type: GraphQLInputType, found: unknown, sentence: string): GraphQLInputField | null {
  const object = getNullableType(type);
  const [, name = ""] = /^Field "(\w+)" of required type /.exec(sentence) ?? [];
  if (!isInputObjectType(object) || typeof found !== "object" || found === null || Object.hasOwn(found, name)) return null;
  const field = Object.hasOwn(object.getFields(), name) ? object.getFields()[name]! : null;
  return field && isRequiredInputField(field) ? field : null;
}

/** The type that is expected at a place within a value. Keys of the place are the schema's own; one that it does not know is told of where it stands. */
function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType {
  let at = type;
  for (const key of path) {
    const inner: GraphQLInputType = getNullableType(at);
    if (typeof key === "number" && isListType(inner)) at = inner.ofType;
    else if (typeof key === "string" && isInputObjectType(inner)) at = inner.getFields()[key]?.type ?? inner;
  }
  return at;
}

function misfit(place: string, definition: VariableDefinitionNode, type: GraphQLInputType | null): HubError {
  const [name, how] = type ? [type.toString(), expectedValue(getNamedType(type))] : ["its type", null];
  return new HubError(
    "BAD_USER_INPUT",
    { "reason.en": `The variable ${place} does not fit its type ${name}${how ? `: ${how.en}` : ""}.`, "reason.zh": `变量 ${place} 不符合类型 ${name}${how ? `：${how.zh}` : ""}。` },
    { nodes: definition },
  );
}

const missing = (place: string, definition: VariableDefinitionNode, type: GraphQLInputType): HubError =>
  new HubError("BAD_USER_INPUT", { "reason.en": `The variable ${place} must be given; its type is ${type.toString()}.`, "reason.zh": `变量 ${place} 必填，类型为 ${type.toString()}。` }, { nodes: definition });
