import { Kind, type ASTVisitor, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode, type ValidationContext, type ValidationRule } from "graphql";
import { HubError } from "../errors.ts";

/** What one operation may ask for; beyond it the request is refused, never cut. */
export const limits = Object.freeze({
  /** Fields within fields. */
  depth: 20,
  /** Fields under another name than their own. */
  aliases: 100,
  /** Bytes of an alias; PostgreSQL cuts longer names, and two could become one. */
  aliasBytes: 63,
  /** Lexical tokens of the document. */
  tokens: 4_000,
  /** Rows that the answer could hold, by the page sizes that are asked for. */
  rows: 20_000,
  /** Bytes of a request's body. */
  body: 1024 * 1024,
});

const refused = (en: string, zh: string): HubError => new HubError("LIMIT_EXCEEDED", { "reason.en": en, "reason.zh": zh });

/** Fields within fields, introspection aside: its own questions are deep and cheap. */
export const depthRule: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(operation) {
    const depth = depthOf(context, operation.selectionSet, new Map(), new Set());
    if (depth > limits.depth) context.reportError(refused(`an operation nests at most ${limits.depth} fields, this one nests ${depth}`, `查询嵌套最多 ${limits.depth} 层，本次 ${depth} 层`));
  },
});

function depthOf(context: ValidationContext, set: SelectionSetNode, known: Map<FragmentDefinitionNode, number>, open: Set<FragmentDefinitionNode>): number {
  let deepest = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value.startsWith("__") || !selection.selectionSet) deepest = Math.max(deepest, 1);
      else deepest = Math.max(deepest, 1 + depthOf(context, selection.selectionSet, known, open));
    } else if (selection.kind === Kind.INLINE_FRAGMENT) deepest = Math.max(deepest, depthOf(context, selection.selectionSet, known, open));
    else {
      const fragment = context.getFragment(selection.name.value);
      if (!fragment || open.has(fragment)) continue; // a cycle is refused by a rule of GraphQL's own
      let depth = known.get(fragment);
      if (depth === undefined) {
        open.add(fragment);
        known.set(fragment, (depth = depthOf(context, fragment.selectionSet, known, open)));
        open.delete(fragment);
      }
      deepest = Math.max(deepest, depth);
    }
  }
  return deepest;
}

/** How many aliases, how long, and none that could be taken for introspection's. */
export const aliasRule: ValidationRule = (context: ValidationContext): ASTVisitor => {
  let count = 0;
  return {
    Field(field: FieldNode) {
      if (!field.alias) return;
      count += 1;
      if (count === limits.aliases + 1) context.reportError(refused(`a document has at most ${limits.aliases} aliases`, `一个查询文档最多 ${limits.aliases} 个别名`));
      if (Buffer.byteLength(field.alias.value) > limits.aliasBytes) context.reportError(refused(`an alias has at most ${limits.aliasBytes} bytes`, `别名最多 ${limits.aliasBytes} 字节`));
      if (field.alias.value.startsWith("__")) context.reportError(refused("an alias cannot begin with two underscores", "别名不能以两个下划线开头"));
    },
  };
};
