import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from "graphql";
import type { Catalogue } from "../catalog/catalogue.ts";
import { orderCode } from "../plan/order.ts";

/** What GraphQL lets be deprecated. */
interface Deprecatable {
  deprecationReason?: string | null | undefined;
}

/** Says in a schema of each field that the catalogue deprecates that it is: of the field, of the condition on it, and of its place among orders. */
export function deprecate(schema: GraphQLSchema, catalogue: Catalogue): void {
  for (const type of catalogue.types.values())
    for (const key of Object.keys(type.fields)) {
      const reason = catalogue.fieldOf(type, key)?.deprecated ?? null;
      if (reason !== null) for (const place of placesOf(schema, type.name, key)) place.deprecationReason = reason;
    }
}

function placesOf(schema: GraphQLSchema, name: string, key: string): Deprecatable[] {
  const [type, where, order] = [schema.getType(name), schema.getType(`${name}Where`), schema.getType(`${name}OrderField`)];
  const places: readonly (Deprecatable | null | undefined)[] = [
    isObjectType(type) || isInterfaceType(type) ? type.getFields()[key] : null,
    isInputObjectType(where) ? where.getFields()[key] : null,
    isEnumType(order) ? order.getValue(orderCode(key)) : null,
  ];
  return places.filter((place) => place !== null && place !== undefined);
}
