import { isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, isSpecifiedDirective, isSpecifiedScalarType, type GraphQLSchema } from "graphql";

/**
 * Everything that a schema offers by its coordinate, such as `Bid`, `Bid.price`, `Query.bids(first:)`, `BidKind.OPEN` or `@skip`, each with
 * the reason for which it is deprecated, or null.
 *
 * See https://spec.graphql.org/draft/#sec-Schema-Coordinates
 */
export function coordinatesOf(schema: GraphQLSchema): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  const note = (coordinate: string, { deprecationReason }: { readonly deprecationReason?: string | null | undefined } = {}): void => void found.set(coordinate, deprecationReason ?? null);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    note(type.name);
    if (isEnumType(type)) for (const value of type.getValues()) note(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) note(`${type.name}.${field.name}`, field);
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) {
        note(`${type.name}.${field.name}`, field);
        for (const argument of field.args) note(`${type.name}.${field.name}(${argument.name}:)`, argument);
      }
  }
  for (const directive of schema.getDirectives()) if (!isSpecifiedDirective(directive)) note(`@${directive.name}`);
  return found;
}

/** The coordinate at a path of graphql-inspector, such as `Query.bids.first`; what a directive says of a thing is said of the thing. */
export function coordinateAt(path: string): string {
  const parts = path.split(".");
  const directive = parts.findIndex((part, place) => place > 0 && part.startsWith("@"));
  const [type, member, argument] = directive === -1 ? parts : parts.slice(0, directive);
  return argument === undefined ? [type, member].filter((part) => part !== undefined).join(".") : `${type}.${member}(${argument}:)`;
}
