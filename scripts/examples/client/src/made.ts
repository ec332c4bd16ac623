/** Why a change was not made, as the hub says it to the person who asked for it. */
export interface UserError {
  readonly code: string;
  readonly field?: readonly string[] | null | undefined;
  readonly message: string;
}

/** A change that was not made, for reasons that whoever asked for it can do something about. */
export class NotMade extends Error {
  readonly userErrors: readonly UserError[];

  constructor(userErrors: readonly UserError[]) {
    super(userErrors.map(({ message, field }) => (field?.length ? `${field.join(".")}: ${message}` : message)).join(" "));
    this.name = "NotMade";
    this.userErrors = userErrors;
  }
}

/**
 * The answer of a change that was made.
 *
 * @throws NotMade with the reasons where it was not
 */
export function made<Payload extends { readonly userErrors: readonly UserError[] }>(payload: Payload | null | undefined): Payload {
  if (!payload) throw new NotMade([{ code: "FORBIDDEN", message: "This client may not ask for the change." }]);
  if (payload.userErrors.length > 0) throw new NotMade(payload.userErrors);
  return payload;
}
