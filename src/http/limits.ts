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
  /** Selections of an operation, those of a fragment counted each time that it is used: fragments within fragments multiply. */
  selections: 3_000,
  /** Lexical tokens of the document. */
  tokens: 4_000,
  /** Rows that the answer could hold, by the page sizes that are asked for. */
  rows: 20_000,
  /** Bytes of a request's body. */
  body: 1024 * 1024,
  /** Units that a delivered file counts as, however long it is, and one that is given back. */
  delivery: 500,
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

/** What an operation comes to once every fragment stands where it is used; counted without writing it out. */
export const selectionsRule: ValidationRule = (context: ValidationContext): ASTVisitor => {
  const known = new Map<string, number>();
  const countOf = (set: SelectionSetNode): number =>
    set.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + 1 + countOfFragment(selection.name.value);
      return sum + 1 + (selection.selectionSet ? countOf(selection.selectionSet) : 0);
    }, 0);
  const countOfFragment = (name: string): number => {
    let count = known.get(name);
    if (count === undefined) {
      known.set(name, 0); // a cycle is refused by a rule of GraphQL's own
      const fragment = context.getFragment(name);
      known.set(name, (count = fragment ? countOf(fragment.selectionSet) : 0));
    }
    return count;
  };
  return {
    OperationDefinition({ selectionSet }) {
      const count = countOf(selectionSet);
      if (count <= limits.selections) return;
      const [en, zh] = Number.isSafeInteger(count) ? [String(count), String(count)] : ["far more", "远超此数"];
      context.reportError(refused(`an operation has at most ${limits.selections} selections, those of fragments counted at each use; this one has ${en}`, `一次查询最多选取 ${limits.selections} 项（片段按使用次数计），本次 ${zh}`));
    },
  };
};

/** Under which Relay's compiler asks for the type of whatever a fragment on an interface or union is spread on, such as `__isOrganization: __typename`. */
const relayType = /^__is[A-Z]/;

/** How many aliases, how long, and none that could be taken for introspection's or for a mark of the access log. */
export const aliasRule: ValidationRule = (context: ValidationContext): ASTVisitor => {
  let count = 0;
  return {
    Field({ alias, name }: FieldNode) {
      if (!alias) return;
      count += 1;
      const bytes = Buffer.byteLength(alias.value);
      if (bytes > limits.aliasBytes) context.reportError(refused(`an alias has at most ${limits.aliasBytes} bytes, one has ${bytes}`, `别名最多 ${limits.aliasBytes} 字节，其中一个为 ${bytes} 字节`));
      if (alias.value.startsWith("__") && !(name.value === "__typename" && relayType.test(alias.value))) context.reportError(refused("an alias cannot begin with two underscores", "别名不能以两个下划线开头"));
    },
    Document: {
      leave() {
        if (count > limits.aliases) context.reportError(refused(`a document has at most ${limits.aliases} aliases, this one has ${count}`, `一个查询文档最多 ${limits.aliases} 个别名，本次 ${count} 个`));
      },
    },
  };
};

/** graphql-js stops reading at the limit and calls that an error of syntax; how many tokens there would have been, nobody has counted. */
export const tokensError = (message: string): HubError | null =>
  /^Syntax Error: Document contains more tha[nt] \d+ tokens/.test(message) ? refused(`a document has at most ${limits.tokens} tokens, this one has more`, `一个查询文档最多 ${limits.tokens} 个词法单元，本次超出`) : null;
