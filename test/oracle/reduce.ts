import { BREAK, Kind, parse, print, visit, type ASTNode, type DocumentNode } from "graphql";

type Fails = (query: string) => Promise<string | null>;

/** What may be left out of an operation. */
const parts: ReadonlySet<string> = new Set([Kind.FIELD, Kind.INLINE_FRAGMENT, Kind.FRAGMENT_SPREAD, Kind.ARGUMENT, Kind.OBJECT_FIELD, Kind.DIRECTIVE]);

/** What kind of difference one is, whatever the values and the place: a part that is left out may not turn one failure into another. */
const kindOf = (difference: string): string => difference.replace(/\b(data|denied)\b\S*.*/, "$1").replace(/[{"].*|\d+/g, "");

/** A failing operation made smaller part by part, as long as it fails in the same way; larger parts are tried first. `fails` tells the difference, or null where there is none. */
export async function reduced(query: string, difference: string, fails: Fails, tries = 400): Promise<{ readonly query: string; readonly difference: string }> {
  let smallest = { query, difference };
  let left = tries;
  for (let place = 0; left > 0; ) {
    const document = parse(smallest.query);
    const target = placesOf(document)[place];
    if (!target) return smallest;
    const candidate = without(document, target);
    const met = candidate === null ? null : await fails(candidate);
    left -= 1;
    if (met === null || kindOf(met) !== kindOf(difference)) place += 1;
    else smallest = { query: candidate!, difference: met };
  }
  return smallest;
}

/** The parts of a document from the outside in. */
function placesOf(document: DocumentNode): ASTNode[] {
  const found: { node: ASTNode; depth: number }[] = [];
  visit(document, { enter: (node, _key, _parent, path) => void (parts.has(node.kind) && found.push({ node, depth: path.length })) });
  return found.sort((a, b) => a.depth - b.depth).map(({ node }) => node);
}

/** The document without a part, and without what is then asked by nobody; null where nothing would be left. */
function without(document: DocumentNode, target: ASTNode): string | null {
  let isEmpty = false;
  const cut = visit(document, {
    enter: (node) => (node === target ? null : undefined),
    SelectionSet: { leave: (node) => void (isEmpty ||= node.selections.length === 0) },
  });
  if (isEmpty) return null;
  const used = (kind: string, name: string): boolean => {
    let found = false;
    const look = (node: { readonly name: { readonly value: string } }, parent: unknown) => {
      const isDeclared = (parent as ASTNode | undefined)?.kind === Kind.VARIABLE_DEFINITION;
      if (node.name.value === name && !isDeclared) found = true;
      return found ? BREAK : undefined;
    };
    visit(cut, kind === "variable" ? { Variable: (node, _key, parent) => look(node, parent) } : { FragmentSpread: (node) => look(node, undefined) });
    return found;
  };
  const tidy = visit(cut, {
    VariableDefinition: (node) => (used("variable", node.variable.name.value) ? undefined : null),
    FragmentDefinition: (node) => (used("fragment", node.name.value) ? undefined : null),
  });
  return print(tidy);
}
