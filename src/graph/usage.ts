import { defaultFieldResolver, GraphQLInt, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import { HubError } from "../errors.ts";
import type { DayOfUsage } from "../store/client-usage.ts";
import { declareClass, declareObject, type FieldDeclaration } from "./declare.ts";
import { plainly } from "./object-types.ts";
import type { Asked } from "./resolvers.ts";
import { CalendarDate } from "./scalars.ts";

/** Days about which one may ask at once. */
const most = 366;

const ClientUsage = declareClass("ClientUsage");

/** The field of Me that tells a client what it has used, with its type. */
export function usageField(): FieldDeclaration {
  const count = (name: string, doc: string): FieldDeclaration => ({ name, type: () => GraphQLInt, doc, disclosure: plainly });
  declareObject(ClientUsage, "What a client has used on a day (客户端用量).", [], [
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
    arguments: [{ name: "days", type: () => GraphQLInt, nullable: true, defaultValue: 30, doc: `How many days back, today included, at most ${most} (天数).` }],
    disclosure: { ...plainly, rows: 30 },
  };
}

/** What tells of usage; the numbers of a client are for that client alone. */
export interface UsageSource {
  usageOf(client: string, days: number): Promise<readonly DayOfUsage[]>;
}

/** Attaches what answers `me.usage`. */
export function attachUsage(schema: GraphQLSchema, source: UsageSource): void {
  const fieldsOf = (name: string) => (schema.getType(name) as GraphQLObjectType<unknown, Asked>).getFields();
  for (const field of Object.values(fieldsOf(ClientUsage.name))) field.resolve = defaultFieldResolver;
  fieldsOf("Me")["usage"]!.resolve = (_me, { days }: { readonly days?: number | null }, { viewer }) => {
    const asked = days ?? 30;
    if (asked < 1 || asked > most) throw new HubError("BAD_USER_INPUT", { "reason.en": `days is from 1 to ${most}.`, "reason.zh": `days 须为 1 至 ${most}。` });
    return viewer.client === null ? [] : source.usageOf(viewer.client, asked);
  };
}
