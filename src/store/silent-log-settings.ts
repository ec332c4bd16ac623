/**
 * Settings of a server whose log holds no values: messages below LOG carry them ("invalid input syntax for type uuid: …"), so do statements,
 * parameters and details.
 */
export const silentLogSettings: Readonly<Record<string, string>> = Object.freeze({
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_min_duration_statement: "-1",
  log_statement: "none",
  log_error_verbosity: "terse",
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
});
