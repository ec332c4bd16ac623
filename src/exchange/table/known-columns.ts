import type { KnownColumns } from "./table.ts";

/**
 * The columns that a dataset takes, found by their key or their Chinese header: case, white space, dashes, underscores and the width of signs do not matter, as
 * headers are typed by people, with （ or with (. Throws where two columns would be found by one text.
 */
export function knownColumns(columns: readonly { readonly key: string; readonly header: string }[]): KnownColumns {
  const keys = new Map<string, string>();
  for (const { key, header } of columns) {
    for (const name of new Set([plain(key), plain(header)])) {
      if (keys.has(name)) throw new Error(`The columns ${keys.get(name)!} and ${key} cannot be told apart by their names.`);
      keys.set(name, key);
    }
  }
  return { keys: columns.map(({ key }) => key), keyOf: (header) => keys.get(plain(header)) };
}

const plain = (name: string): string => name.normalize("NFKC").replace(/[\s_-]/g, "").toLowerCase();
