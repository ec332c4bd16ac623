import DataLoader from "dataloader";
import { parse } from "graphql";
import type { World } from "../plan/compilation.ts";
import type { Reader } from "../store/reader.ts";
import type { Coordinate } from "../policy/coordinates.ts";
import { askInside } from "./inner-question.ts";
import { perRequest } from "./per-request.ts";
import type { Asked } from "./resolvers.ts";

/** Who supplies what a coordinate names, and on what condition it is shared, in the words of the catalogue of datasets. */
export interface Supplier {
  readonly names: readonly string[];
  readonly conditions: readonly string[];
}

const question = parse("query ($types: [String!]!) { catalogItems(first: 200, where: { typeName: { in: $types } }) { nodes { typeName providerName sharingCondition } } }");

interface Items {
  readonly catalogItems: { readonly nodes: readonly { readonly typeName: string; readonly providerName: string; readonly sharingCondition: string | null }[] };
}

/** The types under which the catalogue of datasets may have the rows behind a coordinate. */
const typesBehind = ({ holders }: Coordinate): readonly string[] => holders.flatMap((holder) => (holder.kind === "entity" && holder.family !== null ? [holder.name, holder.family] : [holder.name]));

/** Finds who supplies what a coordinate names; nobody where the catalogue of datasets says nothing. */
export type SupplierOf = (coordinate: Coordinate) => Promise<Supplier>;

/** Finds suppliers for a request: all that are asked for together by one statement, however much a request wants explained. */
export function supplierFinder(world: World, reader: Reader): (asked: Asked) => SupplierOf {
  const loaderOf = perRequest<Asked, DataLoader<Coordinate, Supplier>>((asked) => new DataLoader((coordinates) => suppliersOf(world, reader, asked, coordinates)));
  return (asked) => (coordinate) => loaderOf(asked).load(coordinate);
}

async function suppliersOf(world: World, reader: Reader, asked: Asked, coordinates: readonly Coordinate[]): Promise<Supplier[]> {
  const types = [...new Set(coordinates.flatMap(typesBehind))];
  const nodes = world.roots.has("catalogItems") ? (await askInside<Items>(world, reader, asked, question, { types })).catalogItems.nodes : [];
  return coordinates.map((coordinate) => {
    const items = nodes.filter(({ typeName }) => typesBehind(coordinate).includes(typeName));
    return { names: [...new Set(items.map(({ providerName }) => providerName))], conditions: [...new Set(items.flatMap(({ sharingCondition }) => sharingCondition ?? []))] };
  });
}
