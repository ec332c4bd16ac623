/**
 * Why the hub could not start: one clear sentence that says what is wrong and what to do. The entry point prints the sentence alone, without
 * a stack, and ends with status 1. The sentence never holds a secret; addresses of databases go through `describeDatabase`.
 */
export class StartError extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = "StartError";
  }
}

/** The sentence of anything thrown: a StartError says it itself, of everything else only the system's error code is safe to repeat. */
export function reasonOf(error: unknown): string {
  if (error instanceof StartError) return error.message;
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return error instanceof Error ? error.name : "unknown reason";
}
