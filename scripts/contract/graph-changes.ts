import { ChangeType, CriticalityLevel, diff, type Change } from "@graphql-inspector/core";
import { buildASTSchema, isInterfaceType, isObjectType, parse, type GraphQLSchema } from "graphql";
import type { ContractChange } from "./contract-change.ts";
import { contractPaths, type Contract, type Released } from "./contract.ts";
import { coordinateAt, coordinatesOf } from "./coordinates.ts";
import { deprecatedSince, noticeMonths, removableFrom } from "./deprecation.ts";

/** What can be deprecated, and therefore goes only after it was. */
const removals: ReadonlySet<unknown> = new Set([ChangeType.FieldRemoved, ChangeType.FieldArgumentRemoved, ChangeType.InputFieldRemoved, ChangeType.EnumValueRemoved]);

/** The schema of a contract's graph. */
export const schemaOf = ({ graph }: Contract): GraphQLSchema => buildASTSchema(parse(graph, { noLocation: true }), { assumeValidSDL: true });

/**
 * What users of the graph must be told of: each change that breaks questions or that their programs may not expect, by graphql-inspector,
 * and whatever is newly deprecated.
 *
 * @param today YYYY-MM-DD, to which the time since something was deprecated is counted
 */
export async function graphChanges(released: Released, present: Contract, today: string): Promise<ContractChange[]> {
  const [before, after] = [schemaOf(released), schemaOf(present)];
  const deprecated = coordinatesOf(before);
  const changes = (await diff(before, after)).filter(({ criticality }) => criticality.level !== CriticalityLevel.NonBreaking);
  return [
    ...changes.map((change) => ({
      coordinate: coordinateAt(change.path ?? ""),
      what: change.message,
      breaks: change.criticality.level === CriticalityLevel.Breaking,
      refused: whyNotRemoved(change, before, deprecated, today),
    })),
    ...deprecations(released, deprecated, coordinatesOf(after)),
  ];
}

/** Why something may not be gone yet; null where it may, or where nothing is gone. */
function whyNotRemoved(change: Change, before: GraphQLSchema, deprecated: ReadonlyMap<string, string | null>, today: string): string | null {
  const coordinate = coordinateAt(change.path ?? "");
  if (removals.has(change.type)) return whyNotYet(coordinate, deprecated, today);
  // Of other types each field that leads to them is gone or changed, which is a change of its own; to an object with an id leads the id that somebody has kept.
  const type = change.type === ChangeType.TypeRemoved ? before.getType(coordinate) : undefined;
  if (!isObjectType(type) && !isInterfaceType(type)) return null;
  if (!type.getInterfaces().some(({ name }) => name === "Node")) return null;
  return Object.keys(type.getFields()).map((field) => whyNotYet(`${type.name}.${field}`, deprecated, today)).find((why) => why !== null) ?? null;
}

function whyNotYet(coordinate: string, deprecated: ReadonlyMap<string, string | null>, today: string): string | null {
  const reason = deprecated.get(coordinate) ?? null;
  const since = reason === null ? null : deprecatedSince(reason);
  if (since === null) return `${coordinate} may go only after it was released as deprecated for ${noticeMonths} months: put it back with @deprecated(reason: "since YYYY-MM-DD: …")`;
  const from = removableFrom(since);
  return today < from ? `${coordinate} is deprecated since ${since} and may go on ${from} at the earliest` : null;
}

/** What is newly deprecated, and what is deprecated without a day or before anybody could know. */
function deprecations({ version, day }: Released, before: ReadonlyMap<string, string | null>, after: ReadonlyMap<string, string | null>): ContractChange[] {
  return [...after].flatMap(([coordinate, reason]) => {
    const earlier = before.get(coordinate) ?? null;
    if (reason === null || reason === earlier) return [];
    const since = deprecatedSince(reason);
    const earliest = (earlier !== null && deprecatedSince(earlier)) || day;
    const refused =
      since === null ? `${coordinate} is deprecated without saying since when: begin the reason with "since YYYY-MM-DD: "`
      : since < earliest ? `${coordinate} cannot be deprecated since ${since}: ${contractPaths.releasedGraph}, released as ${version}, did not say so before ${earliest}`
      : null;
    return [{ coordinate, what: `${coordinate} is deprecated: ${reason}`, breaks: false, refused }];
  });
}
