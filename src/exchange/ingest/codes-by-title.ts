import type { Code, Codelist } from "../../catalog/codelist.ts";

/** The code that each Chinese title names by itself: the one in use, or, where none in use has it, the one that is retired. A title of several is none of them: there the code itself is written. */
export function codesByTitle({ codes }: Codelist): ReadonlyMap<string, string> {
  const all = Object.entries<Code>(codes);
  return new Map(
    all.flatMap(([code, { zh }]) => {
      const titled = all.filter(([, other]) => other.zh === zh);
      const inUse = titled.filter(([, { retired }]) => retired === undefined);
      const [named, another] = inUse.length > 0 ? inUse : titled;
      return named![0] === code && !another ? [[zh, code] as const] : [];
    }),
  );
}

/** The codes in use as they are offered to whoever fills a cell: by their titles, by the code itself where several have one title. */
export function offeredCodes(codelist: Codelist): readonly string[] {
  const byTitle = codesByTitle(codelist);
  return Object.entries<Code>(codelist.codes).filter(([, { retired }]) => retired === undefined).map(([code, { zh }]) => (byTitle.get(zh) === code ? zh : code));
}
