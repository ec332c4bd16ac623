import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mergedBody, stories } from "../../src/exchange/seed/stories.ts";
import { bannedFirm, colluders } from "../../src/exchange/seed/story-firms.ts";
import { askedAt, stopClockOf } from "../setup/clock.ts";
import { testHub, type PersonaOrPublic, type TestHub } from "../setup/hub.ts";
import { seededDatabase } from "./seeded.ts";

let database: Awaited<ReturnType<typeof seededDatabase>>;
let hub: TestHub;
beforeAll(async () => {
  database = await seededDatabase();
  await stopClockOf(database.url, askedAt);
  hub = await testHub({ ownerUrl: database.url });
});
afterAll(async () => {
  await hub?.close();
  await database?.drop();
});

async function answerTo(query: string, variables: Readonly<Record<string, unknown>>, persona: PersonaOrPublic = "public"): Promise<Record<string, never>> {
  const { body } = await hub.ask(persona, query, variables);
  expect(body.errors).toBeUndefined();
  return body.data as Record<string, never>;
}

const recordsOf = "query ($title: String!) { dishonestyRecords(where: { title: { eq: $title } }, first: 5) { totalCount nodes { title onDisplay displayUntil sourceKind subjectOrganization { name status today { name } } } } }";
const titleOf = (story: { readonly numbers: readonly string[] }, place = 1): string => story.numbers[place]!;

describe("A journalist finds", () => {
  it("the promise that a county broke", async () => {
    expect(await answerTo(recordsOf, { title: titleOf(stories.brokenPromise) })).toMatchObject({ dishonestyRecords: { totalCount: 1, nodes: [{ onDisplay: true, sourceKind: "CONTRACT_DEFAULT", subjectOrganization: { name: "成都市青羊区投资促进局" } }] } });
  });
  it("a record on the last day of its display, and none a day later", async () => {
    expect(await answerTo(recordsOf, { title: titleOf(stories.lastDayOnDisplay) })).toMatchObject({ dishonestyRecords: { totalCount: 1, nodes: [{ displayUntil: "2026-11-25" }] } });
    expect(await answerTo(recordsOf, { title: titleOf(stories.dayPastDisplay) })).toEqual({ dishonestyRecords: { totalCount: 0, nodes: [] } });
    expect(await answerTo(recordsOf, { title: titleOf(stories.dayPastDisplay) }, "creditLead")).toMatchObject({ dishonestyRecords: { totalCount: 1, nodes: [{ onDisplay: false, displayUntil: "2026-11-24" }] } });
  });
  it("a body that was merged into another, with the record from before, and at the other the one from after", async () => {
    const merged = await answerTo("query ($code: String!) { organization(code: $code) { status dissolvedOn today { name dishonestyRecords(first: 50) { nodes { title } } } dishonestyRecords { nodes { title } } } }", { code: mergedBody.uscc });
    expect(merged).toMatchObject({ organization: { status: "MERGED", dissolvedOn: mergedBody.lastDay, dishonestyRecords: { nodes: [{ title: titleOf(stories.mergedBody, 2) }] }, today: { name: "成都市青羊区投资促进局" } } });
    expect(JSON.stringify(merged)).toContain(titleOf(stories.mergedBody, 4));
  });
  it("a lawful change of a contract: less than a tenth more, and a notice that says why", async () => {
    const { tender } = await answerTo("query ($number: String!) { tender(number: $number) { contracts(orderBy: { field: SIGNED_ON, direction: ASC }) { nodes { contractNo amount } } notices(where: { kind: { eq: CHANGE } }) { nodes { text } } } }", { number: stories.lawfulChange.numbers[0] }) as unknown as {
      tender: { contracts: { nodes: { contractNo: string; amount: string }[] }; notices: { nodes: { text: string }[] } };
    };
    expect(tender.contracts.nodes.map(({ contractNo }) => contractNo)).toEqual(stories.lawfulChange.numbers.slice(1));
    const [contract, change] = tender.contracts.nodes.map(({ amount }) => Number(amount));
    expect(change! / contract!).toBeLessThan(0.1);
    expect(tender.notices.nodes).toMatchObject([{ text: expect.stringContaining("公共利益") as string }]);
  });
  it("a payment that came late and one that is still owed in part", async () => {
    expect(await answerTo("query ($number: String!) { contract(number: $number) { payments(orderBy: { field: INSTALMENT, direction: ASC }) { nodes { instalment settlement isOverdue paidAmount } } } }", { number: stories.latePayment.numbers[1] })).toMatchObject({
      contract: { payments: { nodes: [{ instalment: 2, settlement: "LATE" }, { instalment: 3, isOverdue: true }] } },
    });
    const owed = await answerTo("query ($number: String!) { contract(number: $number) { arrears { totalCount } } }", { number: stories.latePayment.numbers[1] }, "finance");
    expect(owed).toEqual({ contract: { arrears: { totalCount: 2 } } });
  });
  it("a contract that both sides kept", async () => {
    expect(await answerTo("query ($number: String!) { contract(number: $number) { acceptances { nodes { result } } payments(where: { settlement: { eq: LATE } }) { totalCount } } }", { number: stories.keptCommitments.numbers[1] })).toEqual({
      contract: { acceptances: { nodes: [{ result: "PASS" }] }, payments: { totalCount: 0 } },
    });
  });
  it("no bid of a tender that is not yet opened, of which the trading centre has five", async () => {
    const question = "query ($number: String!) { tender(number: $number) { bidsDueAt openedAt bids { totalCount } } }";
    const number = stories.sealedBids.numbers[0];
    expect(await answerTo(question, { number })).toMatchObject({ tender: { openedAt: null, bids: { totalCount: 0 } } });
    expect(await answerTo(question, { number }, "tradingCentre")).toMatchObject({ tender: { bids: { totalCount: 5 } } });
  });
});

describe("Who checks the bids", () => {
  it("finds a firm that bid while it was kept out", async () => {
    expect(await answerTo("query ($code: String!) { organization(code: $code) { ... on Enterprise { name violationRecords { nodes { banFrom banTo onDisplay } } bids { nodes { tender { tenderNo openedAt } } } } } }", { code: bannedFirm.uscc })).toMatchObject({
      organization: { violationRecords: { nodes: [{ banFrom: "2025-09-01", banTo: "2027-08-31", onDisplay: true }] }, bids: { nodes: [{ tender: { tenderNo: stories.bannedBidder.numbers[1] } }] } },
    });
  });
  it("finds the same four bidders in five tenders, who win in turns, with a fixed step between their prices and one telephone", async () => {
    const winners: string[] = [];
    for (const number of stories.collusion.numbers) {
      const { tender } = await answerTo("query ($number: String!) { tender(number: $number) { bids { nodes { supplierUscc price status contactPhone } } } }", { number }, "tradingCentre") as unknown as {
        tender: { bids: { nodes: { supplierUscc: string; price: string; status: string; contactPhone: string }[] } };
      };
      const bids = tender.bids.nodes;
      expect(new Set(bids.map(({ supplierUscc }) => supplierUscc))).toEqual(new Set(colluders.map(({ uscc }) => uscc)));
      expect(new Set(bids.map(({ contactPhone }) => contactPhone)).size).toBe(1);
      const prices = bids.map(({ price }) => Number(price)).sort((a, b) => a - b);
      expect(new Set(prices.slice(1).map((price, place) => price - prices[place]!)).size).toBe(1);
      winners.push(bids.find(({ status }) => status === "WON")!.supplierUscc);
    }
    expect(winners).toEqual([0, 1, 2, 3, 0].map((place) => colluders[place]!.uscc));
  });
});
