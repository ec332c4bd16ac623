import { openLogVerifier } from "../access-chain/verify-log.ts";
import type { Ask } from "../owner-session.ts";
import { good, note, wrong, type Finding } from "./finding.ts";

/** Verifies the access log of the last days: every leaf, every link, and that each day that is over has its head. */
export async function examineAccessLog(ask: Ask, ownerUrl: string, days: number): Promise<readonly Finding[]> {
  const about = "access log";
  const [range] = await ask<{ from: string; to: string; begun: boolean }>("select (hub_today() - $1::int)::text as from, hub_today()::text as to, exists (select from access_log_head) as begun", [days - 1]);
  if (!range!.begun) return [note(about, "Its chain has not begun; the hub begins it a moment after its first start.")];
  const verifier = openLogVerifier(ownerUrl);
  try {
    const { events, headsChecked, faultCount, firstFault } = await verifier.verify(range!.from, range!.to);
    if (faultCount === 0) return [good(about, `Of the last ${days} days ${events} events and ${headsChecked} heads are as they were sealed.`)];
    const head = firstFault!.kind === "HEAD_MISSING" ? "Start the hub, which writes the heads of days that are over; " : "";
    return [wrong(about, `${faultCount} faults in the last ${days} days, the first of ${firstFault!.day}: ${firstFault!.kind}.`, `${head || "K"}${head ? "k" : ""}eep the database as it is, export the log (npm run export-log) and compare it with the published heads (npm run verify-log).`)];
  } finally {
    await verifier.close();
  }
}
