import { openOwnerSession, type Ask } from "../../store/owner-session.ts";

/** Asks the database as its owner, in one transaction on a connection of its own. */
export async function askAsOwner<Result>(ownerUrl: string, work: (ask: Ask) => Promise<Result>, mode = "isolation level read committed"): Promise<Result> {
  const session = openOwnerSession(ownerUrl, "hub-deliveries");
  try {
    return await session.transaction(mode, work);
  } finally {
    await session.close();
  }
}
