import { parse } from "graphql";
import type { World } from "../plan/compilation.ts";
import { noAccess } from "../policy/access.ts";
import { publicViewer } from "../policy/viewer.ts";
import type { Reader } from "../store/reader.ts";
import { askInside } from "./inner-question.ts";
import type { Asked } from "./resolvers.ts";

/** A row with its open fields of text, numbers and days, as JSON has them. */
export type PublicRow = Readonly<Record<string, unknown>>;

interface Page {
  readonly rows: { readonly nodes: readonly PublicRow[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } };
}

const asked: Asked = { viewer: publicViewer, access: noAccess, requestId: "public-rows", language: "en" };

/**
 * All rows of a list with some of their fields, asked of the graph as anybody may ask: the hub's own pages tell what the public reads. No rows
 * where the catalogue has no such list.
 *
 * @throws HubError for deadlines, for a database that does not answer
 */
export const publicRows = (world: World, reader: Reader) => async (list: string, fields: readonly string[]): Promise<readonly PublicRow[]> => {
  if (!world.roots.has(list)) return [];
  const document = parse(`query ($after: String) { rows: ${list}(first: 200, after: $after) { nodes { ${fields.join(" ")} } pageInfo { hasNextPage endCursor } } }`);
  const found: PublicRow[] = [];
  let after: string | null = null;
  do {
    const { rows }: Page = await askInside<Page>(world, reader, asked, document, { after });
    found.push(...rows.nodes);
    after = rows.pageInfo.hasNextPage ? rows.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
};
