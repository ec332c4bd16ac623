/** Where the hub's pages say what it holds; the graph and its errors lead there, relative to the hub's address. */
export const cataloguePath = "/catalogue";

/** The entry of a field or a relation, by its coordinate, for example Bid.score. */
export function fieldPath(coordinate: string): string {
  const [type, field] = coordinate.split(".");
  return `${cataloguePath}/${type}#${field}`;
}

/** The entry of a change that can be asked for, by the name of its mutation. */
export const changePath = (name: string): string => `${cataloguePath}/changes#${name}`;
