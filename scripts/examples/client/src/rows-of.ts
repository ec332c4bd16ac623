/** A page of a connection. */
export interface Page<Row> {
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null | undefined };
}

/** All rows of a connection, page by page, to the end; the next page is asked for when its first row is wanted. */
export async function* rowsOf<Row>(pageAfter: (cursor: string | null) => Promise<Page<Row>>): AsyncGenerator<Row, void, undefined> {
  let cursor: string | null = null;
  do {
    const { nodes, pageInfo }: Page<Row> = await pageAfter(cursor);
    yield* nodes;
    cursor = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  } while (cursor !== null);
}
