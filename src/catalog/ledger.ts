import { citation } from "./basis.ts";
import type { Catalogue } from "./catalogue.ts";
import { isClosed, type DisclosureClass } from "./disclosure-class.ts";
import type { Field } from "./field.ts";
import { isAboutPerson, type Entity, type Family, type NodeType } from "./node-type.ts";
import { describeRule } from "./rule.ts";
import { mainPart, partOf } from "./storage.ts";

/** One line of the ledger: everything that decides who reads one field or follows one relation. */
export interface LedgerLine {
  readonly type: string;
  readonly field: string;
  readonly class: DisclosureClass;
  readonly basis: string | null;
  readonly toSubject: boolean;
  readonly filterable: "everybody" | "bodies" | "nobody";
  /** Whether every reading of it is logged: what is closed is, and whatever is in a row about a person. */
  readonly audited: boolean;
  readonly rowRule: string;
  readonly description: string;
}

/** Who may filter by a field, as policy decides it; handed in, since the catalogue imports nothing. */
export type FilterableBy = (type: NodeType, key: string, field: Field) => LedgerLine["filterable"];

/** The ledger of a catalogue: every field and every relation of every type, interfaces included, in the catalogue's order. */
export function ledgerOf(catalogue: Catalogue, filterableBy: FilterableBy): readonly LedgerLine[] {
  return [...catalogue.types.values()].flatMap((type) => {
    const line = (field: string, declared: Field, doc: string, filterable: LedgerLine["filterable"], holder: NodeType): LedgerLine => ({
      type: type.name,
      field,
      class: declared.class,
      basis: declared.basis && citation(declared.basis),
      toSubject: declared.toSubject,
      filterable,
      audited: isClosed(declared.class) || isAboutPerson(holder),
      rowRule: rowRuleOf(catalogue, holder, declared),
      description: doc,
    });
    return [
      ...Object.keys(type.fields).map((key) => {
        const field = catalogue.fieldOf(type, key)!;
        return line(key, field, field.doc, field.class === "withheld" ? "nobody" : filterableBy(type, key, field), type);
      }),
      ...[...catalogue.edgesOf(type).values()].map((edge) => line(edge.name, edge.keyField, edge.doc, "nobody", edge.cardinality === "one" ? type : edge.to)),
    ];
  });
}

function rowRuleOf(catalogue: Catalogue, type: NodeType, field: Field): string {
  const holders: readonly (Entity | Family)[] = type.kind === "union" ? catalogue.membersOf(type) : [type];
  const rules = holders.flatMap((holder) => {
    const part = partOf(field, holder.closed);
    const own = part === mainPart ? null : part === "conditional" || part === "restricted" ? holder.closed[part] : holder.parts[part];
    return [describeRule(holder.rows), ...(own && own !== "rows" ? [describeRule(own)] : [])];
  });
  return [...new Set(rules)].join("; and ");
}
