import type { GraphQLSchema } from "graphql";
import type { Audience } from "../../catalog/audience.ts";
import type { Catalogue } from "../../catalog/catalogue.ts";
import { strictest, type DisclosureClass } from "../../catalog/disclosure-class.ts";
import type { Form } from "../../catalog/form.ts";
import { ledgerOf, type LedgerLine } from "../../catalog/ledger.ts";
import type { NodeType } from "../../catalog/node-type.ts";
import { filterableBy } from "../../policy/may-filter.ts";
import type { Command } from "../../workflow/command.ts";
import type { Machine } from "../../workflow/machine.ts";
import type { Said } from "./voice.ts";

/** Types that belong together, and what they are about. */
export interface Domain extends Said {
  readonly types: readonly NodeType[];
}

/** What bodies deliver of a type, as far as the page tells of it. */
export interface Delivered {
  /** As it stands in the addresses under /ingest. */
  readonly name: string;
  readonly takes: "ALL_ROWS" | "VALID_ROWS";
  readonly audiences: readonly Audience[];
  readonly columns: readonly { readonly key: string; readonly header: string; readonly isRequired: boolean; readonly form: Form | null }[];
}

/** What the pages are made from, beside what the database holds. */
export interface Declarations {
  readonly catalogue: Catalogue;
  readonly domains: readonly Domain[];
  /** The graph: which type a field has there. */
  readonly schema: GraphQLSchema;
  readonly machines: readonly Machine[];
  readonly commands: readonly Command[];
  /** Path of the hub on its host, "" where it has the host for itself. */
  readonly root: string;
  /** By type; empty where the hub takes no deliveries. */
  readonly delivered: ReadonlyMap<string, Delivered>;
}

/** A type with its lines of the ledger. */
export interface ListedType {
  readonly type: NodeType;
  /** Fields that somebody reads, in the order of the declaration. */
  readonly fields: readonly LedgerLine[];
  readonly relations: readonly LedgerLine[];
  /** Fields that nobody reads. */
  readonly withheld: readonly LedgerLine[];
  /** Of what somebody reads. */
  readonly strictest: DisclosureClass;
}

/** The declarations with the ledger drawn up, type by type. */
export interface Contents extends Declarations {
  readonly types: ReadonlyMap<string, ListedType>;
}

/** Draws the ledger up for pages; types of no domain come in one of their own, at the end. */
export function contentsOf(declarations: Declarations): Contents {
  const { catalogue } = declarations;
  const lines = Map.groupBy(ledgerOf(catalogue, filterableBy), ({ type }) => type);
  const types = new Map([...catalogue.types.values()].map((type): [string, ListedType] => [type.name, listed(type, lines.get(type.name) ?? [])]));
  const domains = declarations.domains.map((domain) => ({ ...domain, types: domain.types.flatMap((type) => (catalogue.types.has(type.name) ? withMembers(type) : [])) })).filter((domain) => domain.types.length > 0);
  const placed = new Set(domains.flatMap((domain) => domain.types.map(({ name }) => name)));
  const others = [...catalogue.types.values()].filter(({ name }) => !placed.has(name));
  return { ...declarations, types, domains: others.length === 0 ? domains : [...domains, { en: "Others", zh: "其他", types: others }] };
}

function listed(type: NodeType, lines: readonly LedgerLine[]): ListedType {
  const isField = ({ field }: LedgerLine): boolean => field in type.fields;
  const read = lines.filter((line) => line.class !== "withheld");
  return {
    type,
    fields: read.filter(isField),
    relations: read.filter((line) => !isField(line)),
    withheld: lines.filter((line) => line.class === "withheld"),
    strictest: strictest(read.map((line) => line.class)),
  };
}

const withMembers = (type: NodeType): readonly NodeType[] => (type.kind === "family" ? [type, ...Object.values(type.members)] : [type]);
