import { getDirectiveValues, GraphQLIncludeDirective, GraphQLSkipDirective, Kind, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode } from "graphql";
import type { Shape } from "./shape.ts";

/** An operation with its variables as their types have them. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Selections on a type, and the type in the text in which they stand. */
export interface Part {
  readonly set: SelectionSetNode;
  readonly on: string;
}

export interface Asked {
  readonly key: string;
  readonly name: string;
  readonly node: FieldNode;
  readonly on: string;
  /** The selections below, of all nodes that ask for it. */
  readonly sets: SelectionSetNode[];
}

/** What is asked of an object of a concrete type: fields merged by response name, fragments opened, directives obeyed. */
export function collect(shape: Shape, { fragments, variables }: Operation, concrete: string, parts: readonly Part[]): Asked[] {
  const asked = new Map<string, Asked>();
  const seen = new Set<string>();
  const applies = (condition: string): boolean => condition === concrete || (shape.isInterface(condition) && shape.concrete(condition).includes(concrete));
  const left = (selection: SelectionNode): boolean =>
    getDirectiveValues(GraphQLSkipDirective, selection, variables)?.["if"] === true || getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.["if"] === false;
  const enter = ({ set, on }: Part): void => {
    for (const selection of set.selections) {
      if (left(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        let field = asked.get(key);
        if (!field) asked.set(key, (field = { key, name: selection.name.value, node: selection, on, sets: [] }));
        if (selection.selectionSet) field.sets.push(selection.selectionSet);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        if (condition === undefined || applies(condition)) enter({ set: selection.selectionSet, on: condition ?? on });
      } else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        const fragment = fragments.get(selection.name.value)!;
        if (applies(fragment.typeCondition.name.value)) enter({ set: fragment.selectionSet, on: fragment.typeCondition.name.value });
      }
    }
  };
  for (const part of parts) enter(part);
  return [...asked.values()];
}
