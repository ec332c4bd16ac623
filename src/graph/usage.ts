import { GraphQLInt, type GraphQLFieldResolver } from "graphql";
import { HubError } from "../errors.ts";
import type { DayOfUsage } from "../store/client-usage.ts";
import { declareClass, declareMade, type FieldDeclaration } from "./declare.ts";
import { plainly } from "./object-types.ts";
import type { Asked } from "./resolvers.ts";
import { CalendarDate } from "./scalars.ts";

/** Days about which one may ask at once. */
const most = 366;

/** Days where nobody says how many. */
const usual = 30;

const ClientUsage = declareClass("ClientUsage");

/** The field of Me that tells a client what it has used, with its type. */
export function usageField(): FieldDeclaration {
  const count = (name: string, doc: string): FieldDeclaration => ({ name, type: () => GraphQLInt, doc, disclosure: plainly });
  declareMade(ClientUsage, "What a client has used on a day (客户端用量).", [
    { name: "day", type: () => CalendarDate, doc: "Day (日期).", disclosure: plainly },
    count("questions", "Questions that were let in (查询次数)."),
    count("units", "Units of the budget that were used (消耗配额)."),
    count("refused", "Requests that were turned away before they were a question, or for want of budget (被拒次数)."),
  ]);
  return {
    name: "usage",
    type: () => ClientUsage,
    list: true,
    doc: "What the asking client has used on each day on which it has asked, today first; empty for the public (本客户端用量).",
    arguments: [{ name: "days", type: () => GraphQLInt, nullable: true, defaultValue: usual, doc: `How many days back, today included, at most ${most} (天数).` }],
    disclosure: { ...plainly, rows: usual },
  };
}

/** What tells of usage; the numbers of a client are for that client alone. */
export interface UsageSource {
  usageOf(client: string, days: number): Promise<readonly DayOfUsage[]>;
}

/** Answers `me.usage`. */
export function usage(source: UsageSource): GraphQLFieldResolver<unknown, Asked, Record<string, unknown>> {
  return (_me, args, { viewer }) => {
    const days = (args["days"] as number | null | undefined) ?? usual;
    if (days < 1 || days > most) throw new HubError("BAD_USER_INPUT", { "reason.en": `days is from 1 to ${most}.`, "reason.zh": `days 须为 1 至 ${most}。` });
    return viewer.client === null ? [] : source.usageOf(viewer.client, days);
  };
}
