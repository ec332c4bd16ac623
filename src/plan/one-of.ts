import { HubError } from "../errors.ts";
import type { Traced } from "./traced.ts";

/**
 * The one of several arguments that is given, with its name.
 *
 * @throws HubError BAD_USER_INPUT where none is, or several are
 */
export function oneOf(field: string, names: readonly string[], argument: (name: string) => Traced | undefined): readonly [string, Traced] {
  const given = names.flatMap((name) => {
    const value = argument(name);
    return value && value.value !== null ? [[name, value] as const] : [];
  });
  if (given.length === 1) return given[0]!;
  const list = names.join(", ");
  throw new HubError("BAD_USER_INPUT", { "reason.en": `${field} takes exactly one of: ${list}.`, "reason.zh": `${field} 须且只能给出以下参数之一：${list}。` });
}
