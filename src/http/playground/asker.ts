import type { Language } from "../../errors.ts";

/** As whom one may ask: the public, or a persona of the demonstration data. */
export interface Asker {
  readonly name: string;
  readonly title: Readonly<Record<Language, string>>;
  /** The question that the asker's tab opens with, `<domain>/<name>`. */
  readonly first: string;
}

/** Whoever sends no token. */
export const publicAsker = (first: string): Asker => ({ name: "public", title: { en: "The public", zh: "公众" }, first });
