/** Where a value comes from that a transition sets. */
export type Source =
  /** The command has made it of what was given; where it has not, from elsewhere, or the row keeps what it has. */
  | { readonly from: "command"; readonly otherwise?: Source | undefined }
  /** Why it happens, in the words of whoever asks. */
  | { readonly from: "reason" }
  | { readonly from: "asker"; readonly what: "body" | "client" }
  /** The day or the moment, by the database's clock. */
  | { readonly from: "today" }
  | { readonly from: "now" }
  /** A new number: prefix, year, eight random hexadecimal digits. It tells neither how many there are nor which was first. */
  | { readonly from: "number"; readonly prefix: string }
  /** What a field of the row says after the transition, or the day before it. */
  | { readonly from: "row"; readonly key: string }
  | { readonly from: "dayBefore"; readonly key: string }
  /** The day in a field of the row where it has come, and no day where it has not: the one source by which a field is emptied. */
  | { readonly from: "reached"; readonly key: string }
  /** Always the same. */
  | { readonly from: "constant"; readonly value: string }
  /** The last day of a time by the threshold of a code: one that begins today, or with the day in a field of the row. */
  | { readonly from: "due"; readonly threshold: string; readonly since?: string | undefined };

export const byCommand: Source = { from: "command" };
export const reason: Source = { from: "reason" };
export const asker = (what: "body" | "client"): Source => ({ from: "asker", what });
export const today: Source = { from: "today" };
export const now: Source = { from: "now" };
export const number = (prefix: string): Source => ({ from: "number", prefix });
export const row = (key: string): Source => ({ from: "row", key });
export const dayBefore = (key: string): Source => ({ from: "dayBefore", key });
export const onceReached = (key: string): Source => ({ from: "reached", key });
export const constant = (value: string): Source => ({ from: "constant", value });
export const due = (threshold: string, since?: string): Source => ({ from: "due", threshold, since });
