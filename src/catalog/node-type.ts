import type { Fields } from "./field.ts";
import type { Relation } from "./relation.ts";
import type { Rule } from "./rule.ts";
import type { Storage } from "./storage.ts";
import type { Supply } from "./supply.ts";

/** How a type is asked for at the root of the graph, and in which order its rows come when nobody says. */
export interface Questions {
  /** Root field for one row, for example `bid`. */
  readonly singular: string;
  /** Root field for the connection, for example `bids`. */
  readonly plural: string;
  /** Natural keys: argument name → unique open field, for example { code: "uscc" } for `organization(code:)` and `organizationsByCode(codes:)`. */
  readonly keys: Readonly<Record<string, string>>;
  readonly order: { readonly by: string; readonly direction: "ASC" | "DESC" };
  /** What the rows are searched by; null where they are not. */
  readonly search: Search | null;
}

/** The fields by which the rows of a type are found when somebody types a few characters. */
export interface Search {
  /** What a row is called: matched anywhere in it, by its pinyin and by its initials. */
  readonly title: string;
  /** Codes and numbers, matched whole or from their beginning. */
  readonly also: readonly string[];
  /** Which rows are found, of those that the public gets; the same for whoever searches. */
  readonly rows: Rule;
}

/** Who reads the closed fields of a type: a rule of their own, or "rows" where whoever gets the row gets them. */
export interface ClosedRules {
  readonly conditional: Rule | "rows" | null;
  readonly restricted: Rule | "rows" | null;
}

/**
 * Where a type's former names and codes are: in the rows of another type, which hold earlier values of the same fields between their
 * `validFrom` and `validTo`.
 */
export interface Formerly {
  readonly type: string;
  /** The field there that names the row here. */
  readonly key: string;
  /** Names and codes to ask by: argument of the question → field, of the same name here and there. */
  readonly arguments: Readonly<Record<string, string>>;
  /** Fields here that say on which days the row began and ceased to exist. */
  readonly begins: string;
  readonly ends: string;
}

/**
 * How a row of a type is emptied once a field of it has a code, with all its earlier versions: what it says, nobody reads any more, not in the
 * database either. The parts that are kept in tables of their own go as a whole.
 */
export interface Redaction {
  readonly field: string;
  readonly code: string;
  /** What stands in fields of the main part from then on; null for nothing. */
  readonly marks: Readonly<Record<string, string | null>>;
  /** What stands from then on in fields of the earlier versions, which the row itself says anew. */
  readonly earlier?: Readonly<Record<string, null>>;
  /** Rows of other types in which words about it stand: they are emptied with it. */
  readonly beside?: readonly EmptiedBeside[];
}

/** Rows of another type that hold words about a row which is emptied, and what is left of theirs, of the main part. */
export interface EmptiedBeside {
  readonly type: string;
  /** Which they are: the field there that has the value of a field here. */
  readonly by: { readonly there: string; readonly here: string };
  readonly marks: Readonly<Record<string, string | null>>;
  /** Those that tell of the emptying itself, or are needed yet, stay as they are, by a coded field and its value, for as long as they have it. */
  readonly butFor?: { readonly field: string; readonly value: string };
}

interface Common {
  readonly name: string;
  /** One or two sentences in English with the Chinese term in parentheses. */
  readonly doc: string;
  readonly fields: Fields;
  readonly relations: Readonly<Record<string, Relation>>;
  readonly questions: Questions;
}

/** A type of the graph with rows of its own in one table (and the side tables of its parts). */
export interface Entity<F extends Fields = Fields> extends Common {
  readonly kind: "entity";
  readonly fields: F;
  readonly storage: Storage;
  /** Which rows exist for whom. */
  readonly rows: Rule;
  readonly closed: ClosedRules;
  /** Row rules of the named parts. */
  readonly parts: Readonly<Record<string, Rule>>;
  /** Set where the rows share a table with the other members of a family, told apart by this value of its `kind`. */
  readonly discriminator: string | null;
  readonly family: string | null;
  /** How rows come in from the bodies in charge; null where none do. */
  readonly supply: Supply | null;
  /** Whether rows, once written, are never changed nor deleted: there is no history of them, and the database refuses it. */
  readonly appendOnly: boolean;
  /** How a row is emptied for good; null where none is. */
  readonly redaction: Redaction | null;
  /** Whether workflows make and change the rows; null where only deliveries and the hub's own commands do. */
  readonly kept: "workflow" | null;
  /**
   * The key by which a row names the civil servant whom it is about, `id` for the civil servant's own; null where it is about nobody, undefined
   * where the declaration does not say: then no row may exist for the person concerned. Reading rows about somebody is logged.
   */
  readonly concerns: string | null | undefined;
  /** The union interface that the entity is a member of. */
  readonly implements: Union | null;
}

/** Whether the rows of a type are about civil servants, each about one. */
export const isAboutPerson = (type: NodeType): type is Entity & { readonly concerns: string } => type.kind === "entity" && typeof type.concerns === "string";

/** An interface whose members share one table, told apart by a `kind`: Organization. */
export interface Family extends Common {
  readonly kind: "family";
  readonly storage: Storage;
  readonly rows: Rule;
  readonly closed: ClosedRules;
  readonly parts: Readonly<Record<string, Rule>>;
  readonly members: Readonly<Record<string, Entity>>;
  readonly supply: Supply | null;
  readonly formerly: Formerly | null;
}

/** An interface whose members have tables of their own: DebtRecord. */
export interface Union extends Common {
  readonly kind: "union";
}

/** Everything that a relation may lead to and a question may be asked of. */
export type NodeType = Entity | Family | Union;
