import type { Catalogue } from "../../catalog/catalogue.ts";
import type { Deletable } from "../../catalog/deletable.ts";
import { mainPart } from "../../catalog/storage.ts";
import { arrayOf, openOwnerSession, type Ask } from "../owner-session.ts";
import { deleteRows, withoutGuard } from "./delete-rows.ts";
import { dueRows } from "./due-rows.ts";
import type { RetentionPeriod } from "./retention-period.ts";

/** What came of a rule: numbers, never identifiers. */
export interface Carried {
  readonly rule: string;
  readonly typeName: string;
  /** Rows whose period is over. */
  readonly due: number;
  /** Of these, those that were deleted; none where it was only looked. */
  readonly done: number;
  /** Of these, those that stay, since others refer to them or they are on display. */
  readonly heldBack: number;
}

/** A rule that has rows deleted and was not carried out: its type is none that the hub deletes, or has no such day. */
export interface LeftOut {
  readonly rule: string;
  readonly typeName: string;
  readonly why: "NOT_DELETABLE" | "NO_SUCH_DAY";
}

export interface Retention {
  readonly carried: readonly Carried[];
  readonly leftOut: readonly LeftOut[];
}

export interface RetentionOptions {
  /** Address of the database as its owner. */
  readonly ownerUrl: string;
  readonly catalogue: Catalogue;
  readonly deletable: readonly Deletable[];
  /** Whether rows are deleted; else it is only looked how many would be. */
  readonly execute: boolean;
  /** Told after each batch: the rule, and how many of its rows are done of how many. */
  readonly progress?: (rule: string, done: number, total: number) => void;
}

interface RuleRow extends RetentionPeriod {
  readonly rule: string;
  readonly typeName: string;
}

/** Rows in one statement. */
const batch = 1_000;

/** Any number that no other program on the server uses for the same: two runs take turns. */
const runLock = 4_180_207;

/** Rules of today that have rows of a type deleted. Without a period or a field to count from, a rule says nothing to a program. */
const rulesInForce = `select version_code as "rule", type_name as "typeName", counts_from_field as "countsFromField", period, unit from retention_rule
  where at_end = 'DELETE' and type_name is not null and counts_from_field is not null and period > 0 and effective_from <= hub_today() and coalesce(effective_to >= hub_today(), true) order by version_code`;

/**
 * Carries out the retention rules that are in force today: deletes the rows whose period is over, all that belongs to them, their earlier versions
 * and the events of their workflow, and records how many. Each rule is one transaction with its record; done again, there is nothing left to do.
 * What a row is referred to by, and what is on display, keeps it.
 */
export async function carryOutRetention({ ownerUrl, catalogue, deletable, ...how }: RetentionOptions): Promise<Retention> {
  const carried: Carried[] = [];
  const leftOut: LeftOut[] = [];
  const session = openOwnerSession(ownerUrl, "hub-retention");
  try {
    for (const row of await session.ask<RuleRow>(rulesInForce)) {
      const { rule, typeName, countsFromField } = row;
      const found = deletable.find(({ type }) => type.name === typeName);
      if (!found || found.type.appendOnly) {
        leftOut.push({ rule, typeName, why: "NOT_DELETABLE" });
        continue;
      }
      const place = found.type.storage.places[countsFromField];
      if (place?.part !== mainPart || !/^(date|timestamp)/.test(place.column.getSQLType())) {
        leftOut.push({ rule, typeName, why: "NO_SUCH_DAY" });
        continue;
      }
      carried.push(await session.transaction(how.execute ? "isolation level read committed" : "isolation level repeatable read read only", (ask) => carryOut(ask, catalogue, found, row, how)));
    }
  } finally {
    await session.close();
  }
  return { carried, leftOut };
}

async function carryOut(ask: Ask, catalogue: Catalogue, { type, goingWith = [] }: Deletable, { rule, typeName, ...period }: RuleRow, { execute, progress }: Pick<RetentionOptions, "execute" | "progress">): Promise<Carried> {
  const { due, isHeldBack } = dueRows(catalogue, type, period, goingWith);
  if (execute) await ask("select pg_advisory_xact_lock($1::int)", [runLock]);
  const [counted] = await ask<{ due: number; heldBack: number }>(`select count(*)::int as due, (count(*) filter (where ${isHeldBack}))::int as "heldBack" ${due}`);
  const total = counted!.due - counted!.heldBack;
  progress?.(rule, 0, total);
  if (!execute) return { rule, typeName, ...counted!, done: 0 };
  let done = 0;
  await withoutGuard(ask, goingWith, async () => {
    for (;;) {
      const rows = await ask<{ id: string }>(`select r."id" ${due} and not ${isHeldBack} limit ${batch} for update of r`);
      if (rows.length === 0) return;
      await deleteRows(ask, catalogue, type, goingWith, arrayOf(rows.map(({ id }) => id)));
      done += rows.length;
      progress?.(rule, done, total);
    }
  });
  const heldBack = counted!.due - done;
  await ask(`insert into "retention_run" ("rule_version_code", "type_name", "due_count", "done_count", "held_back_count") values ($1, $2, $3::int, $4::int, $5::int)`, [rule, typeName, counted!.due, done, heldBack]);
  return { rule, typeName, due: counted!.due, done, heldBack };
}
