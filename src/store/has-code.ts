/** Whether something thrown carries one of the codes: those of the system (`ENOENT`), of the driver (`CONNECTION_CLOSED`) or of PostgreSQL (`57014`). */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes(codeOf(error));
}

/** The code of something thrown; empty when it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
