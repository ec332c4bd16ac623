import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies } from "../src/exchange/demonstration/landmarks.ts";
import { changesOf } from "./setup/change.ts";
import { day, dishonestyOf } from "./setup/dishonesty.ts";
import { testHub, type TestHub } from "./setup/hub.ts";

/** The same change asked for again makes nothing new, as the row's identifier follows from what was named; and that is not to be found out from it, however few numbers come into question. */
let hub: TestHub;
beforeAll(async () => {
  hub = await testHub();
});
afterAll(() => hub?.close());
const { published, look } = dishonestyOf(() => hub);
const change = changesOf(() => hub);

/** What somebody can make of names without the hub's key: all digits but the six bits that every identifier has. */
const guess = (...names: readonly string[]): string => createHash("sha256").update(JSON.stringify(names)).digest("hex").slice(0, 12);
const digits = (id: string): string => id.split("_")[1]!.replaceAll("-", "").slice(0, 12);

describe("The identifier of a record that was reported", () => {
  it("tells the public nothing of its number in the source's system, which bodies alone read", async () => {
    const { id } = await published({ sourceRecordNo: "锦审2026-0417" });
    expect(await look("public", id, "sourceOrganizationId sourceRecordNo")).toEqual({ sourceOrganizationId: `Organization_${bodies.countyAudit.id}`, sourceRecordNo: null });
    const guesses = Array.from({ length: 1000 }, (_, n) => guess("DishonestyRecord", bodies.countyAudit.id, `锦审2026-${String(n).padStart(4, "0")}`));
    expect(guesses).not.toContain(digits(id));
    expect(id).toMatch(/_[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/); // as one that is drawn
  });
});

describe("The identifier of a sharing grant that was asked for under a key", () => {
  it("tells nobody which client asked, nor the key, and is the same when it is asked for again", async () => {
    const wish = { requestKey: "audit-1", providerId: `Organization_${bodies.countyPersonnel.id}`, fields: ["Official.name"], purpose: "AUDIT", basisCitation: "个人信息保护法第13条", scopeDivisionCode: "510104", validFrom: day(), validTo: day(30) };
    const [first, again] = [await change("department", "requestSharing", wish), await change("department", "requestSharing", wish)];
    expect([first.refused, again.row!["id"]]).toEqual([[], first.row!["id"]]);
    expect(digits(String(first.row!["id"]))).not.toBe(guess("SharingGrant", "department", "audit-1"));
  });
});
