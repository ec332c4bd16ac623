import { responsePathAsArray, type GraphQLResolveInfo } from "graphql";
import type { Audience } from "../catalog/audience.ts";
import { HubError, type Language } from "../errors.ts";
import { denialParameters, howToApply } from "../plan/denial.ts";
import type { Disclosure } from "./declare.ts";

/** What of a request decides about a field that is reserved to some audiences. */
interface Asking {
  readonly viewer: { readonly audience: Audience };
  readonly language: Language;
}

/** The denial of a field that is reserved to some audiences, for everybody else; null for those. */
export function refusalOf({ class: cls, basis, audiences }: Disclosure, { viewer, language }: Asking, { parentType, fieldName, fieldNodes, path }: GraphQLResolveInfo): HubError | null {
  if (audiences?.includes(viewer.audience)) return null;
  const coordinate = `${parentType.name}.${fieldName}`;
  return new HubError("FORBIDDEN", denialParameters({ coordinate, class: cls }), {
    nodes: fieldNodes,
    extensions: { coordinate, responsePath: responsePathAsArray(path), class: cls, basis: basis ?? null, howToApply: howToApply(cls, language) },
  });
}
