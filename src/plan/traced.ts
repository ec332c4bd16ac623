import {
  GraphQLError,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  valueFromAST,
  visit,
  BREAK,
  type ArgumentNode,
  type GraphQLArgument,
  type GraphQLInputType,
  type ValueNode,
} from "graphql";

export type Variables = Readonly<Record<string, unknown>>;

/**
 * An argument's value together with the way to it: what it is in the question that is being compiled, and how to read it from the
 * variables of any later question of the same shape. So one statement serves them all, with values as parameters.
 */
export interface Traced {
  readonly value: unknown;
  read(variables: Variables): unknown;
  /** The traced value under a key of an input object; undefined where the key was not given. */
  child(key: string): Traced | undefined;
}

/** An argument that was given and is not null. */
export const given = (argument: Traced | undefined): Traced | undefined => (argument && argument.value !== null ? argument : undefined);

const constant = (value: unknown): Traced => ({ value, read: () => value, child: (key) => childOf(value, key, () => value) });

const variable = (value: unknown, read: (variables: Variables) => unknown): Traced => ({ value, read, child: (key) => childOf(value, key, read) });

function childOf(value: unknown, key: string, read: (variables: Variables) => unknown): Traced | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return variable((value as Record<string, unknown>)[key], (variables) => (read(variables) as Record<string, unknown>)[key]);
}

/** The argument of a field as it was given, or its default; undefined where there is neither. */
export function tracedArgument(definition: GraphQLArgument, given: readonly ArgumentNode[] | undefined, variables: Variables): Traced | undefined {
  const node = given?.find((argument) => argument.name.value === definition.name)?.value;
  const absent = definition.defaultValue === undefined ? undefined : constant(definition.defaultValue);
  if (!node) return absent;
  if (node.kind === Kind.VARIABLE && !Object.hasOwn(variables, node.name.value)) return absent;
  return traced(node, definition.type, variables);
}

function traced(node: ValueNode, type: GraphQLInputType, variables: Variables): Traced {
  if (isNonNullType(type)) return traced(node, type.ofType, variables);
  if (node.kind === Kind.VARIABLE) {
    const name = node.name.value;
    return variable(variables[name], (later) => later[name]);
  }
  if (!hasVariable(node)) {
    const value: unknown = valueFromAST(node, type);
    if (value === undefined) throw new GraphQLError("An argument does not fit its type.", { nodes: node });
    return constant(value);
  }
  if (node.kind === Kind.OBJECT && isInputObjectType(type)) {
    const fields = type.getFields();
    const children = new Map<string, Traced>();
    for (const field of Object.values(fields)) {
      const given = node.fields.find((each) => each.name.value === field.name)?.value;
      if (given && !(given.kind === Kind.VARIABLE && !Object.hasOwn(variables, given.name.value))) children.set(field.name, traced(given, field.type, variables));
      else if (field.defaultValue !== undefined) children.set(field.name, constant(field.defaultValue));
    }
    const assemble = (of: (child: Traced) => unknown) => Object.fromEntries([...children].map(([key, child]) => [key, of(child)]));
    return { value: assemble((child) => child.value), read: (later) => assemble((child) => child.read(later)), child: (key) => children.get(key) };
  }
  if (node.kind === Kind.LIST && isListType(type)) {
    const items = node.values.map((item) => traced(item, type.ofType, variables));
    return { value: items.map((item) => item.value), read: (later) => items.map((item) => item.read(later)), child: () => undefined };
  }
  // A single value where a list is expected: the list of it.
  if (isListType(type)) {
    const item = traced(node, type.ofType, variables);
    return { value: [item.value], read: (later) => [item.read(later)], child: () => undefined };
  }
  throw new GraphQLError("An argument does not fit its type.", { nodes: node });
}

function hasVariable(node: ValueNode): boolean {
  let found = false;
  visit(node, {
    Variable() {
      found = true;
      return BREAK;
    },
  });
  return found;
}
