import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { Variables } from "./traced.ts";

/** One field of the response: every node that asks for it under that name, and the type in whose selection it was written first. */
export interface Collected {
  readonly responseKey: string;
  readonly name: string;
  readonly nodes: FieldNode[];
  /** The type in the text, an interface perhaps: errors name the field by it. */
  readonly writtenOn: string;
}

export interface Document {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Variables;
  /** Whether rows of a concrete type match a type condition. */
  readonly matches: (concrete: string, condition: string) => boolean;
}

/**
 * The fields that a selection asks of a concrete type, merged by response name.
 *
 * See https://spec.graphql.org/October2021/#CollectFields()
 */
export function collectFields(document: Document, concrete: string, selections: readonly { readonly set: SelectionSetNode; readonly writtenOn: string }[]): Map<string, Collected> {
  const fields = new Map<string, Collected>();
  const spread = new Set<string>();
  const visit = (set: SelectionSetNode, writtenOn: string): void => {
    for (const selection of set.selections) {
      if (!isIncluded(selection, document.variables)) continue;
      if (selection.kind === Kind.FIELD) {
        const responseKey = selection.alias?.value ?? selection.name.value;
        const present = fields.get(responseKey);
        if (present) present.nodes.push(selection);
        else fields.set(responseKey, { responseKey, name: selection.name.value, nodes: [selection], writtenOn });
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? document.fragments.get(selection.name.value) : selection;
      if (!fragment) continue;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (spread.has(selection.name.value)) continue;
        spread.add(selection.name.value);
      }
      const condition = fragment.typeCondition?.name.value;
      if (condition === undefined || document.matches(concrete, condition)) visit(fragment.selectionSet, condition ?? writtenOn);
    }
  };
  for (const { set, writtenOn } of selections) visit(set, writtenOn);
  return fields;
}

/** The selections below a field of the response, written on a type. */
export const below = (collected: Collected, writtenOn: string): { set: SelectionSetNode; writtenOn: string }[] =>
  collected.nodes.flatMap((node) => (node.selectionSet ? [{ set: node.selectionSet, writtenOn }] : []));

function isIncluded(selection: SelectionNode, variables: Variables): boolean {
  if (!selection.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.["if"] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.["if"] !== false;
}
