import { HubError } from "../errors.ts";
import { given, type Traced } from "./traced.ts";

/**
 * The one of several arguments that is given, with its name.
 *
 * @throws HubError BAD_USER_INPUT where none is, or several are
 */
export function oneOf(field: string, names: readonly string[], argument: (name: string) => Traced | undefined): readonly [string, Traced] {
  const found = names.flatMap((name) => {
    const value = given(argument(name));
    return value ? [[name, value] as const] : [];
  });
  if (found.length === 1) return found[0]!;
  const list = names.join(", ");
  throw new HubError("BAD_USER_INPUT", { "reason.en": `${field} takes exactly one of: ${list}.`, "reason.zh": `${field} 须且只能给出以下参数之一：${list}。` });
}
