import { createRequire } from "node:module";
import { isIntrospectionType, isObjectType, type GraphQLResolveInfo, type GraphQLSchema } from "graphql";
import type * as Middleware from "graphql-middleware";
import type * as Shield from "graphql-shield";
import type { Audience } from "../catalog/audience.ts";
import { keyOf, type Catalogue } from "../catalog/catalogue.ts";
import type { DisclosureClass } from "../catalog/disclosure-class.ts";
import type { Field } from "../catalog/field.ts";
import { HubError } from "../errors.ts";
import { denialParameters } from "../plan/denial.ts";
import { readingOf } from "../policy/may-read.ts";
import { standingOf } from "../policy/standing.ts";
import { changeDenied } from "../policy/change-denied.ts";
import type { Disclosure } from "./declare.ts";
import { refusalOf } from "./reserved.ts";
import { openedTo, type Asked } from "./resolvers.ts";

// graphql-shield's ESM build calls a function of node:util that Node 24 no longer has; its CommonJS build does not.
const require = createRequire(import.meta.url);
const { shield, rule, allow, deny } = require("graphql-shield") as typeof Shield;
const { applyMiddleware } = require("graphql-middleware") as typeof Middleware;

/** A field of the built schema has no class, so nobody has said who may read it. The hub refuses to start. */
export class UndisclosedFieldError extends Error {
  constructor(coordinates: readonly string[]) {
    super(`These fields of the schema have no disclosure class:\n${coordinates.map((coordinate) => `  - ${coordinate}`).join("\n")}`);
    this.name = "UndisclosedFieldError";
  }
}

/**
 * The second lock: graphql-shield on every field of the built schema, by the class that the field carries, denying what carries none.
 * What is allowed to all is then taken out of the generated middleware, because shield wraps every field, and those would do nothing.
 *
 * @throws UndisclosedFieldError naming every field without a class
 */
export function shielded(schema: GraphQLSchema, catalogue: Catalogue): GraphQLSchema {
  const rules: Record<string, Record<string, ReturnType<typeof rule> extends (...args: never[]) => infer R ? R : never>> = {};
  const open: Record<string, string[]> = {};
  const undisclosed: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      const cls = field.extensions["class"] as DisclosureClass | undefined;
      const askers = field.extensions["audiences"] as readonly Audience[] | undefined;
      if (!cls || (type === schema.getMutationType() && !askers)) undisclosed.push(coordinate);
      else if (askers) (rules[type.name] ??= {})[field.name] = type === schema.getMutationType() ? ruleForChange(coordinate, askers) : ruleForSome(coordinate, field.extensions as unknown as Disclosure);
      else if (cls === "open") {
        (rules[type.name] ??= {})[field.name] = allow as never;
        (open[type.name] ??= []).push(field.name);
      } else (rules[type.name] ??= {})[field.name] = ruleFor(catalogue, type.name, field.name);
    }
  }
  if (undisclosed.length > 0) throw new UndisclosedFieldError(undisclosed);
  const middleware = (shield(rules as never, { fallbackRule: deny, allowExternalErrors: true }) as unknown as { generate(schema: GraphQLSchema): { middleware?: never } & Record<string, Record<string, never>> }).generate(schema);
  for (const [type, fields] of Object.entries(open)) for (const field of fields) delete middleware[type]?.[field];
  return applyMiddleware(schema, middleware as never);
}

/** A change is for whom it is declared for. */
const ruleForChange = (coordinate: string, askers: readonly Audience[]) =>
  rule(coordinate, { cache: "no_cache" })((_source: unknown, _args: unknown, { viewer }: Asked) => askers.includes(viewer.audience) || changeDenied(coordinate, askers)) as never;

function ruleFor(catalogue: Catalogue, typeName: string, name: string) {
  const type = catalogue.types.get(typeName);
  const edge = type && catalogue.edgesOf(type).get(name);
  const field: Field | undefined = type && (type.fields[name] ?? edge?.keyField);
  const { holder, coordinate: grantedBy } = edge ? keyOf(edge) : { holder: type, coordinate: `${typeName}.${name}` };
  return rule(`${typeName}.${name}`, { cache: "no_cache" })((_source: unknown, _args: unknown, asked: Asked) => {
    const reading = field && holder && holder.kind !== "union" ? readingOf(standingOf(asked), holder, field) : "no";
    if (reading === "yes" || (reading === "granted" && openedTo(asked).has(grantedBy))) return true;
    const coordinate = `${typeName}.${name}`;
    return new HubError("FORBIDDEN", denialParameters({ coordinate, class: field?.class ?? "withheld" }), { extensions: { coordinate } });
  }) as never;
}

/** For a field that no rule of the catalogue is about. */
const ruleForSome = (coordinate: string, disclosure: Disclosure) =>
  rule(coordinate, { cache: "no_cache" })((_source: unknown, _args: unknown, asked: Asked, info: GraphQLResolveInfo) => refusalOf(disclosure, asked, info) ?? true) as never;
