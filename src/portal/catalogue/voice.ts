import { cataloguePath } from "../../catalog/catalogue-path.ts";
import { languages, type Language } from "../../errors.ts";

/** The same in each language. */
export type Said = Readonly<Record<Language, string>>;

/** Tags of the languages, as HTML and HTTP have them. */
export const languageTags: Said = { en: "en", zh: "zh-CN" };

/** The language in which a page speaks: what it says, and where it leads. */
export class Voice {
  readonly language: Language;
  readonly #root: string;

  /** @param root path of the hub on its host, without a stroke at its end; "" where it has the host for itself */
  constructor(language: Language, root = "") {
    this.language = language;
    this.#root = root;
  }

  say(words: Said): string {
    return words[this.language];
  }

  /** Several names in a sentence. */
  list(names: readonly string[]): string {
    return names.join(this.language === "zh" ? "、" : ", ");
  }

  /** Address of a page of the catalogue in the same language; `path` is below the catalogue's, for example "Bid". */
  to(path: string, anchor?: string): string {
    return this.#address(path, this.language, anchor);
  }

  /** Address of something else of the hub, for example "/ingest/bids/template.xlsx". */
  at(path: string): string {
    return this.#root + path;
  }

  /** The other languages, with the address of the same page in each. */
  others(path: string, question: string | null): readonly { readonly language: Language; readonly address: string }[] {
    const further = question === null ? "" : `&q=${encodeURIComponent(question)}`;
    return languages.filter((each) => each !== this.language).map((language) => ({ language, address: this.#address(path, language) + further }));
  }

  #address(path: string, language: Language, anchor?: string): string {
    const place = path === "" ? cataloguePath : `${cataloguePath}/${path.split("/").map(encodeURIComponent).join("/")}`;
    return `${this.at(place)}?lang=${language}${anchor === undefined ? "" : `#${encodeURIComponent(anchor)}`}`;
  }
}
