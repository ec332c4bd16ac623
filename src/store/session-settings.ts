/**
 * Settings of the connections on which viewers are answered. They are sent as a connection is made; a pooler takes none of them, and behind one they
 * belong to the roles.
 */
export const sessionSettings = ({ readOnly, statementTimeout }: { readonly readOnly: boolean; readonly statementTimeout: number }): Readonly<Record<string, string>> => ({
  statement_timeout: String(statementTimeout),
  search_path: "public",
  default_transaction_read_only: readOnly ? "on" : "off",
  jit: "off", // compiling costs more than any of the hub's statements
});
