import { coerceInputValue, getNullableType, getVariableValues, isInputObjectType, isInputType, isListType, isNonNullType, typeFromAST, type GraphQLInputType, type GraphQLSchema, type OperationDefinitionNode, type VariableDefinitionNode } from "graphql";
import { HubError } from "../errors.ts";

type Values = Readonly<Record<string, unknown>>;

/** Errors that are told at once. */
const told = 10;

/**
 * The variables of an operation as their types have them, or why they do not fit. graphql-js says that with the value that it was given;
 * here an error names the variable, the place in it and the type that is expected there, and values stay with whoever sent them.
 */
export function coerceVariables(schema: GraphQLSchema, operation: OperationDefinitionNode, given: Values): { readonly values: Values; readonly errors?: never } | { readonly errors: readonly HubError[] } {
  const definitions = operation.variableDefinitions ?? [];
  if (definitions.length === 0) return { values: {} };
  const { coerced } = getVariableValues(schema, definitions, given, { maxErrors: 1 });
  if (coerced) return { values: coerced };
  const errors = definitions.flatMap((definition) => errorsOf(schema, definition, given)).slice(0, told);
  return { errors: errors.length > 0 ? errors : [misfit("", definitions[0]!, "its type")] };
}

function errorsOf(schema: GraphQLSchema, definition: VariableDefinitionNode, given: Values): HubError[] {
  const type = typeFromAST(schema, definition.type);
  const name = definition.variable.name.value;
  if (!isInputType(type)) return [misfit(`$${name}`, definition, "an input type")];
  const value = given[name];
  if (!Object.hasOwn(given, name) || value === null) {
    const isMissing = isNonNullType(type) && (definition.defaultValue === undefined || Object.hasOwn(given, name));
    return isMissing ? [misfit(`$${name}`, definition, type.toString())] : [];
  }
  const errors: HubError[] = [];
  try {
    coerceInputValue(value, type, (path) => {
      if (errors.length < told) errors.push(misfit(`$${name}${path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("")}`, definition, typeAt(type, path).toString()));
    });
  } catch {
    errors.push(misfit(`$${name}`, definition, type.toString())); // nested beyond the stack
  }
  return errors;
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

const misfit = (place: string, definition: VariableDefinitionNode, type: string): HubError =>
  new HubError("BAD_USER_INPUT", { "reason.en": `The variable ${place} does not fit its type ${type}.`, "reason.zh": `变量 ${place} 不符合类型 ${type}。` }, { nodes: definition });
