import { HubError } from "../errors.ts";

/** The name under which each object that the access log is about carries its mark; no field or alias has it: of those that begin with two underscores only `__typename` and Relay's `__isOrganization` are let in. */
export const markKey = "__s";

/** Persons about whom one answer, hence one page, may hold something closed. */
export const mostSubjects = 100;

/** Characters of a mark: the number of its place and the person, or dashes. */
export const markLength = 2 + 36;

/** Two characters in the place of a number: the object holds nothing closed after all. */
export const noMark = "--";

/** The number of a place as two digits. */
export const placeNumber = (place: number): string => place.toString(16).padStart(2, "0");

/** Places in one operation that can be told apart in the log. */
const mostPlaces = 256;

/** A coordinate for the log, and what sharing grants have to open for the question to come so far. */
export interface Noted {
  readonly coordinate: string;
  readonly within: readonly string[];
}

/** Coordinates, each once for each way to it. */
export class Notes {
  readonly #noted = new Map<string, Noted>();

  get all(): readonly Noted[] {
    return [...this.#noted.values()];
  }

  note(noted: Noted): void {
    this.#noted.set(`${noted.coordinate} ${noted.within.join()}`, noted);
  }
}

/**
 * What one statement has to write into the access log: which closed fields it reads, and where in it objects stand that hold some. Such
 * an object carries a mark, the number of its place and the person whom it is about; the statement collects the marks out of its own
 * answer, so that what is logged is what leaves, and takes them away.
 */
export class AccessNotes {
  /** Types about persons that are asked for, and closed fields that can be read. */
  readonly read = new Notes();
  /** The closed fields that are read at each place, by the place's number. */
  readonly places: (readonly string[])[] = [];
  /** Of what is read that which only a sharing grant opens, with the coordinate that it has to name. */
  readonly byGrant = new Map<string, string>();
  /** Closed fields that are asked for and refused, whatever the data. */
  readonly refused = new Notes();

  /** Whether there is anything to log. */
  get isNeeded(): boolean {
    return this.read.all.length > 0 || this.refused.all.length > 0;
  }

  /**
   * Notes a place, and answers its number as two digits.
   *
   * @throws HubError LIMIT_EXCEEDED where an operation has more places than can be told apart
   */
  place(coordinates: readonly string[]): string {
    if (this.places.length === mostPlaces) throw new HubError("LIMIT_EXCEEDED", { "reason.en": `closed data can be asked for at ${mostPlaces} places of an operation`, "reason.zh": `一次查询中最多 ${mostPlaces} 处可选取非公开信息` });
    return placeNumber(this.places.push(coordinates) - 1);
  }
}
