/**
 * One thing that was looked at: good; worth knowing; doubtful, where somebody has to judge; or wrong, where something must be done before the hub can
 * be relied on.
 */
export interface Finding {
  readonly state: "good" | "note" | "doubtful" | "wrong";
  /** What was looked at, in a word or two: the same whatever came of it. */
  readonly about: string;
  /** What was found, one sentence; no value of a row. */
  readonly says: string;
  /** What to do, one sentence; empty where there is nothing to do. */
  readonly remedy: string;
}

export const good = (about: string, says: string): Finding => ({ state: "good", about, says, remedy: "" });
export const note = (about: string, says: string, remedy = ""): Finding => ({ state: "note", about, says, remedy });
export const doubtful = (about: string, says: string, remedy: string): Finding => ({ state: "doubtful", about, says, remedy });
export const wrong = (about: string, says: string, remedy: string): Finding => ({ state: "wrong", about, says, remedy });

/** The first few of a list, and how many there are beside them. */
export const some = (names: readonly string[], count = 5): string => `${names.slice(0, count).join(", ")}${names.length > count ? ` and ${names.length - count} more` : ""}`;
