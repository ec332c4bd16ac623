import { getVariableValues, Kind, parse, validate, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode } from "graphql";
import type { Operation } from "./collect.ts";
import { examine, type Looks } from "./examine.ts";
import { followedBy, interpret, isCursor, type Interpreted } from "./interpret.ts";
import type { Reading } from "./reading.ts";
import { personsMost, type Denied } from "./refused.ts";
import type { Shape } from "./shape.ts";

/** What is expected of the hub: an answer with what the access log has of it, or an error of one of these codes and no data. */
export type Expected =
  | { readonly kind: "answer"; readonly data: unknown; readonly denied: readonly Denied[]; readonly looks: Looks; readonly persons: Interpreted["persons"]; readonly records: number }
  | { readonly kind: "refusal"; readonly codes: readonly string[]; /** Where an answer would be about more than may be. */ readonly persons?: number };

export interface HubError {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** What the hub has said. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly HubError[];
  /** Number of the request. */
  readonly requestId: string;
}

/** The text as a document that the printed graph admits; null where the writer has made one that it does not. */
export function validated(shape: Shape, query: string): DocumentNode | null {
  const document = parse(query);
  return validate(shape.schema, document).length === 0 ? document : null;
}

export function operationOf(shape: Shape, document: DocumentNode, given: Readonly<Record<string, unknown>>): Operation | null {
  const operation = document.definitions.find((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION)!;
  const { coerced } = getVariableValues(shape.schema, operation.variableDefinitions ?? [], { ...given });
  if (!coerced) return null;
  const fragments = new Map(document.definitions.filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION).map((each) => [each.name.value, each]));
  return { document, operation, fragments, variables: coerced };
}

/** What the oracle expects of an operation. */
export function expectedOf(reading: Reading, client: string | null, operation: Operation): Expected {
  const { denied, refusals, looks } = examine(reading, operation);
  if (refusals.size > 0) return { kind: "refusal", codes: [...refusals] };
  const { data, persons, records } = interpret(reading, client, operation);
  return persons.size > personsMost ? { kind: "refusal", codes: ["LIMIT_EXCEEDED"], persons: persons.size } : { kind: "answer", data, denied, looks, persons, records };
}

/** The cursors of answers: the row that each of the hub's stands at, and which came of a connection whose `after` is a variable. */
export class Cursors {
  readonly #rows: Map<string, string>;
  readonly #through = new Map<string, Set<string>>();

  constructor(known?: Cursors) {
    this.#rows = new Map(known ? known.#rows : []);
  }

  /** Notes a cursor of the hub's where the oracle has its own; false where it is known as that of another row. */
  isOf(hub: string, oracle: string): boolean {
    const row = oracle.split(" ").slice(0, 3).join(" ");
    const through = this.#through.get(followedBy(oracle)) ?? new Set();
    this.#through.set(followedBy(oracle), through.add(hub));
    const known = this.#rows.get(hub);
    this.#rows.set(hub, row);
    return known === undefined || known === row;
  }

  /** The variables of a question as the oracle takes them. */
  translated(variables: Readonly<Record<string, unknown>>): Record<string, unknown> {
    return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, this.#rows.get(value as string) ?? value]));
  }

  /** For each of the variables, one of the cursors that may be followed through it. */
  followable(variables: readonly string[], draw: (count: number) => number): Record<string, string> {
    return Object.fromEntries(
      variables.flatMap((variable) => {
        const own = [...(this.#through.get(variable) ?? [])];
        return own.length > 0 ? [[variable, own[draw(own.length)]!]] : [];
      }),
    );
  }
}

const codesOf = (errors: readonly HubError[] = []): string[] => [...new Set(errors.map(({ extensions }) => String(extensions?.["code"])))];

/** Where the hub's answer is not what was expected; null where it is. Notes the cursors of the answer. */
export function differenceFrom(expected: Expected, answer: Answer, cursors: Cursors): string | null {
  if (expected.kind === "refusal") {
    const codes = codesOf(answer.errors).filter((code) => expected.codes.includes(code) || code !== "FORBIDDEN");
    if (codes.length === 0 || codes.some((code) => !expected.codes.includes(code))) return `an error of ${expected.codes.join(" or ")} is expected, not ${codes.join(", ") || "an answer"}`;
    return null;
  }
  const others = (answer.errors ?? []).filter(({ extensions }) => extensions?.["code"] !== "FORBIDDEN");
  if (others.length > 0) return `an answer is expected, not ${codesOf(others).join(", ")}: ${others[0]!.message}`;
  const place = ({ coordinate, class: cls, line, column }: Denied): string => `${coordinate} (${cls}) at ${line}:${column}`;
  const wanted = expected.denied.map(place);
  const met = (answer.errors ?? []).map(({ locations, extensions }) => place({ coordinate: String(extensions?.["coordinate"]), class: String(extensions?.["class"]), line: locations?.[0]?.line ?? 0, column: locations?.[0]?.column ?? 0 }));
  const denials = firstDifference(wanted, met, "denied", cursors);
  return firstDifference(expected.data, answer.data, "data", cursors) ?? denials;
}

function firstDifference(expected: unknown, met: unknown, path: string, cursors: Cursors): string | null {
  if (isCursor(expected)) {
    if (typeof met !== "string" || met === "") return `${path}: a cursor is expected, not ${JSON.stringify(met)}`;
    return cursors.isOf(met, expected) ? null : `${path}: the cursor is that of another row as well`;
  }
  if (typeof expected !== "object" || expected === null || typeof met !== "object" || met === null)
    return Object.is(expected, met) ? null : `${path}: ${JSON.stringify(expected)} is expected, not ${JSON.stringify(met)}`;
  const [keys, present] = [Object.keys(expected), Object.keys(met)];
  if (keys.join() !== present.join()) return `${path}: ${JSON.stringify(expected).slice(0, 500)} is expected, not ${JSON.stringify(met).slice(0, 500)}`;
  for (const key of keys) {
    const difference = firstDifference((expected as Record<string, unknown>)[key], (met as Record<string, unknown>)[key], `${path}.${key}`, cursors);
    if (difference !== null) return difference;
  }
  return null;
}
