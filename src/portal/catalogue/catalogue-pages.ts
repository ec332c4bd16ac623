import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Language } from "../../errors.ts";
import { basesPage } from "./bases-page.ts";
import { changesPage } from "./changes-page.ts";
import { codelistPage, codelistsPage } from "./codelist-pages.ts";
import { contentsOf, type Contents, type Declarations } from "./contents.ts";
import { datasetsPage } from "./datasets-page.ts";
import { errorsPage } from "./errors-page.ts";
import { entriesOf, find, similar, type Entry } from "./find.ts";
import { contentSecurityPolicy, longestQuestion, wholePage, type PageBody } from "./layout.ts";
import { notFoundPage } from "./not-found-page.ts";
import { overviewPage } from "./overview-page.ts";
import { readRegister, unreadRegister, type PublicRows, type Register } from "./register.ts";
import { searchPage } from "./search-page.ts";
import { typePage } from "./type-page.ts";
import { languageTags, Voice } from "./voice.ts";

const zipped = promisify(gzip);

/** Compressed text in as many bytes as it has: what the library answers holds on to a whole chunk. */
const compressed = async (text: string): Promise<Buffer> => Buffer.concat([await zipped(text)]);

/** Bytes of compressed pages that are kept; all pages in both languages have fewer. */
const keptBytes = 2 * 1024 * 1024;

/** Milliseconds for which what the database holds is told without another look. */
const registerAge = 60_000;

/** A page that is asked for: its path below the catalogue's, for example "Bid" or "codelists/BidStatus", "" for the overview. */
export interface AskedPage {
  readonly path: string;
  readonly language: Language;
  /** What is searched for, where something is. */
  readonly question: string | null;
}

/** A page as it is sent. */
export interface SentPage {
  readonly status: 200 | 404;
  /** Tag of the language that it is in. */
  readonly language: string;
  /** The HTML, compressed by gzip. */
  readonly gzip: Buffer;
  /** What the page is of, for who has it already; equal for equal pages. */
  readonly digest: string;
  /** Whether it may be kept: all of it is there. */
  readonly isWhole: boolean;
  readonly contentSecurityPolicy: string;
}

/**
 * The catalogue as pages for people: every type, field, code list, change and error of the hub, as they are declared, with who supplies what as
 * the public reads it. The same for whoever asks. A page is made when it is asked for, and kept compressed.
 */
export class CataloguePages {
  readonly #contents: Contents;
  readonly #entries: readonly Entry[];
  readonly #rows: PublicRows;
  readonly #now: () => number;
  readonly #kept = new LRUCache<string, SentPage>({ maxSize: keptBytes, sizeCalculation: (page) => page.gzip.length + 256 });
  #register: { readonly at: number; readonly text: string; readonly register: Register } | undefined;
  #reading: Promise<Register> | undefined;

  /** @param now milliseconds that only go forward; for tests, which do not wait */
  constructor(declarations: Declarations, rows: PublicRows, now: () => number = () => performance.now()) {
    this.#contents = contentsOf(declarations);
    this.#entries = entriesOf(this.#contents);
    this.#rows = rows;
    this.#now = now;
  }

  async page(asked: AskedPage): Promise<SentPage> {
    const register = await this.#currentRegister();
    const key = `${asked.language} ${asked.path}`;
    const isKept = asked.question === null && register.isRead;
    const kept = isKept ? this.#kept.get(key) : undefined;
    if (kept) return kept;
    const voice = new Voice(asked.language, this.#contents.root);
    const body = this.#body(asked, register, voice);
    const { status, body: shown } = body ? { status: 200 as const, body } : { status: 404 as const, body: notFoundPage(asked.path, this.#suggested(asked.path), voice) };
    const text = wholePage(shown, asked.path, voice);
    const page: SentPage = { status, language: languageTags[asked.language], gzip: await compressed(text), digest: createHash("sha256").update(text).digest("base64url"), isWhole: register.isRead && status === 200, contentSecurityPolicy };
    if (isKept && status === 200 && (await this.#currentRegister()) === register) this.#kept.set(key, page);
    return page;
  }

  /** The page of a path; null where there is none. */
  #body({ path, question }: AskedPage, register: Register, voice: Voice): PageBody | null {
    const contents = this.#contents;
    const [first = "", second, ...further] = path.split("/");
    if (further.length > 0) return null;
    if (first === "codelists" && second !== undefined) {
      const list = contents.catalogue.codelists.find(({ name }) => name === second);
      return list ? codelistPage(contents, list, voice) : null;
    }
    if (second !== undefined) return null;
    switch (first) {
      case "": {
        const asked = (question ?? "").trim().slice(0, longestQuestion);
        return asked === "" ? overviewPage(contents, register, voice) : searchPage(asked, find(this.#entries, asked), voice);
      }
      case "datasets":
        return datasetsPage(contents, register, voice);
      case "codelists":
        return codelistsPage(contents, voice);
      case "bases":
        return basesPage(contents, register, voice);
      case "changes":
        return changesPage(contents, voice);
      case "errors":
        return errorsPage(voice);
      default: {
        const type = contents.types.get(first);
        return type ? typePage(contents, type, register, voice) : null;
      }
    }
  }

  #suggested(path: string): readonly string[] {
    const { types, catalogue } = this.#contents;
    const asked = path.slice(0, longestQuestion);
    const names = similar([...types.keys(), ...catalogue.codelists.map(({ name }) => name)], asked.split("/").at(-1)!);
    return names.map((name) => (types.has(name) ? name : `codelists/${name}`));
  }

  /** What the database holds, looked at once a minute at most, however many ask; where it does not answer, what was known is told on. */
  async #currentRegister(): Promise<Register> {
    const known = this.#register;
    if (known && this.#now() - known.at < registerAge) return known.register;
    return (this.#reading ??= this.#readRegister().finally(() => (this.#reading = undefined)));
  }

  async #readRegister(): Promise<Register> {
    try {
      const register = await readRegister(this.#rows);
      const text = createHash("sha256").update(JSON.stringify(register)).digest("base64url");
      const isSame = this.#register?.text === text;
      if (!isSame) this.#kept.clear();
      this.#register = { at: this.#now(), text, register: isSame ? this.#register!.register : register };
      return this.#register.register;
    } catch {
      return this.#register?.register ?? unreadRegister;
    }
  }
}
