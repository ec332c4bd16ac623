import { grantInForce, grantScope } from "../policy/rule-sql.ts";
import { grantsInForce, textsSql, type Compilation } from "./compilation.ts";

/** Name of the grants that are in force for whoever asks, whether or not their questions of the day are used up. */
export const grantsGiven = "hub_grants_given";

/**
 * The sharing grants under which a statement reads, as the parts of its WITH: those in force now that are about something in it, each counted
 * as one more question of the day, and of these the ones whose daily bound allowed that. Nothing is remembered from an earlier question. They
 * are counted in one order, so that no two questions wait for each other.
 */
export function grantsSql(compilation: Compilation): string[] {
  if (!compilation.looksUpGrants) return [];
  return [
    `${grantsGiven} as materialized (select g."id", g."grant_no", g."items", g."fields", ${grantScope("g")} as scope, g."daily_quota" from "sharing_grant" g, ctx where ctx.made is not null and ${grantInForce("g", { body: compilation.viewer.body, purpose: compilation.purpose() })} and g."items" && ${textsSql(compilation.grantItems)})`,
    `hub_grant_uses as (insert into "grant_use" as u ("grant_id", "day", "used") select "id", hub_today(), 1 from ${grantsGiven} order by "id" on conflict ("grant_id", "day") do update set "used" = u."used" + 1 where u."used" < coalesce((select "daily_quota" from ${grantsGiven} q where q."id" = u."grant_id"), 2147483647) returning u."grant_id")`,
    `${grantsInForce} as materialized (select * from ${grantsGiven} where "id" in (select "grant_id" from hub_grant_uses))`,
  ];
}
