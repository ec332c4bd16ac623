import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies, tenders } from "../src/exchange/demonstration/landmarks.ts";
import { directory } from "../src/exchange/demonstration/personas.ts";
import { acceptances, arrearsRecords, arrearsTotals, awards, contracts, notices, payments } from "../src/exchange/demonstration/procurement-landmarks.ts";
import { personas, testHub, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";

/** From the notice to the last payment: what exists for whom, and from when. */
let hub: TestHub;
let sql: postgres.Sql;
beforeAll(async () => {
  hub = await testHub();
  sql = postgres(hub.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql?.end();
  await hub?.close();
});

const leads: readonly PersonaOrPublic[] = ["creditLead", "cityCreditLead", "countyCreditLead"];
const bodiesThatAsk: readonly PersonaOrPublic[] = ["department", "finance", "personnel", "otherPersonnel", "supervision", ...leads, "court", "tradingCentre", "housing", "investment", "centralBank"];

/** For whom, of everybody who may ask, a row exists. */
async function seenBy(type: string, id: string): Promise<readonly PersonaOrPublic[]> {
  const field = type.charAt(0).toLowerCase() + type.slice(1);
  const answers = await Promise.all(personas.map(async (persona) => ({ persona, body: (await hub.ask(persona, `query ($id: ID!) { ${field}(id: $id) { id } }`, { id: `${type}_${id}` })).body })));
  for (const { body } of answers) expect(body.errors).toBeUndefined();
  return answers.filter(({ body }) => body.data![field] !== null).map(({ persona }) => persona);
}

describe("Before its publication", () => {
  it("a notice and a result exist for the trading centre that runs the tender, and for nobody else", async () => {
    expect(await seenBy("Notice", notices.result.id)).toEqual(personas);
    expect(await seenBy("Notice", notices.unpublished.id)).toEqual(["tradingCentre"]);
    expect(await seenBy("Award", awards.published.id)).toEqual(personas);
    expect(await seenBy("Award", awards.unpublished.id)).toEqual(["tradingCentre"]);
  });
  it("a result is not at its bid either", async () => {
    const question = `{ bid(id: "Bid_${tenders.invited.bids[0]!}") { award { amount } bidder { awards { totalCount } } } tender(number: "${tenders.invited.tenderNo}") { awards { totalCount } } }`;
    for (const persona of ["public", "department", "enterprise"] as const) expect((await hub.ask(persona, question)).body.data).toMatchObject({ bid: { award: null }, tender: { awards: { totalCount: 0 } } });
    expect((await hub.ask("tradingCentre", question)).body.data).toMatchObject({ tender: { awards: { totalCount: 1 } } });
  });
  it("a contract exists for its purchaser, its supplier and the finance department above it, and so do its acceptance and payments", async () => {
    const hidden = [["Contract", contracts.unpublished.id], ["Acceptance", acceptances.unpublished.id], ["Payment", payments.ofUnpublished.id]] as const;
    for (const [type, id] of hidden) expect(await seenBy(type, id), type).toEqual(["finance"]);
    const [before] = await sql`select purchaser_id, supplier_uscc from contract where id = ${contracts.unpublished.id}`;
    const [firm] = await sql`select uscc from organization where id = ${directory.enterprise.body}`;
    await sql`update contract set purchaser_id = ${bodies.countyAudit.id}, supplier_uscc = ${String(firm!["uscc"])} where id = ${contracts.unpublished.id}`;
    await sql`update payment set supplier_id = ${directory.enterprise.body} where id = ${payments.ofUnpublished.id}`;
    for (const [type, id] of hidden) expect(await seenBy(type, id), type).toEqual(personas.filter((persona) => ["enterprise", "department", "finance"].includes(persona)));
    await sql`update contract set purchaser_id = ${String(before!["purchaser_id"])}, supplier_uscc = ${String(before!["supplier_uscc"])} where id = ${contracts.unpublished.id}`;
  });
  it("a body's total of arrears exists for itself", async () => {
    expect(await seenBy("ArrearsTotal", arrearsTotals.published.id)).toEqual(personas);
    expect(await seenBy("ArrearsTotal", arrearsTotals.unpublished.id)).toEqual(["personnel"]);
  });
});

describe("The text of a contract", () => {
  const textFor = async (persona: PersonaOrPublic) => ((await hub.ask(persona, `{ contract(number: "${contracts.settled.contractNo}") { text } }`)).body.data!["contract"] as { text: string | null }).text;
  it("is read by the purchaser and by finance departments above it", async () => {
    for (const persona of personas) expect((await textFor(persona)) !== null, persona).toBe(persona === "finance" || persona === "personnel");
  });
});

describe("A payment", () => {
  const everyBodyAndSupplier = personas.filter((persona) => persona === "enterprise" || bodiesThatAsk.includes(persona));
  const dueIn = (days: number, paidOn: string | null) => sql`update payment set due_on = hub_today() + ${days}::int, paid_on = ${paidOn} where id = ${payments.dueTomorrow.id}`;

  it("that is not yet due exists for bodies and for its supplier", async () => {
    expect(await seenBy("Payment", payments.notYetDue.id)).toEqual(everyBodyAndSupplier);
    for (const days of [1, 0]) {
      await dueIn(days, null);
      expect(await seenBy("Payment", payments.dueTomorrow.id), String(days)).toEqual(everyBodyAndSupplier);
    }
  });
  it("that is not paid exists for everybody once its day is over, and is overdue", async () => {
    await dueIn(-1, null);
    expect(await seenBy("Payment", payments.dueTomorrow.id)).toEqual(personas);
    const { body } = await hub.ask("public", `{ payment(id: "Payment_${payments.dueTomorrow.id}") { settlement paidInTime isOverdue } }`);
    expect(body.data).toEqual({ payment: { settlement: "OUTSTANDING", paidInTime: false, isOverdue: true } });
  });
  it("that was paid late exists for everybody, and one that was paid in time never for the public", async () => {
    expect(await seenBy("Payment", payments.paidLate.id)).toEqual(personas);
    expect(await seenBy("Payment", payments.paidInTime.id)).toEqual(everyBodyAndSupplier);
  });
  it("is not seen by another firm before its day is over", async () => {
    const [row] = await sql`select supplier_id from payment where id = ${payments.notYetDue.id}`;
    await sql`update payment set supplier_id = ${bodies.countyAudit.id} where id = ${payments.notYetDue.id}`;
    expect(await seenBy("Payment", payments.notYetDue.id)).toEqual(everyBodyAndSupplier.filter((persona) => persona !== "enterprise"));
    await sql`update payment set supplier_id = ${row!["supplier_id"] as string} where id = ${payments.notYetDue.id}`;
  });
  it("whose row is written anew without a change is no new version, though the database computes a column of it", async () => {
    const versions = async () => (await sql`select count(*)::int as count from payment_history where id = ${payments.paidLate.id}`)[0]!["count"] as number;
    const [before] = await sql`select recorded_at from payment where id = ${payments.paidLate.id}`;
    await sql`update payment set amount = amount where id = ${payments.paidLate.id}`;
    expect(await versions()).toBe(0);
    expect(await sql`select recorded_at from payment where id = ${payments.paidLate.id}`).toEqual([before]);
    await sql`update payment set paid_on = due_on where id = ${payments.paidLate.id}`;
    expect(await versions()).toBe(1);
    expect(await sql`select settlement from payment where id = ${payments.paidLate.id}`).toEqual([{ settlement: "IN_TIME" }]);
    expect(await seenBy("Payment", payments.paidLate.id)).toEqual(everyBodyAndSupplier);
  });
});

describe("An amount in arrears", () => {
  it("exists for those who see to its payment, for its creditor and for its debtor", async () => {
    expect(await seenBy("ArrearsRecord", arrearsRecords.overdue.id)).toEqual(personas.filter((persona) => ["enterprise", "finance", ...leads, "housing"].includes(persona)));
    await sql`update arrears_record set debtor_id = ${bodies.countyAudit.id}, creditor_id = null where id = ${arrearsRecords.overdue.id}`;
    expect(await seenBy("ArrearsRecord", arrearsRecords.overdue.id)).toEqual(personas.filter((persona) => ["department", "finance", ...leads, "housing"].includes(persona)));
  });
  it("lies outside the jurisdiction of a body elsewhere", async () => {
    await sql.begin(async (transaction) => {
      await transaction`set local session_replication_role = replica`; // the hub has the divisions of one province only
      await transaction`update arrears_record set division_code = '330000' where id = ${arrearsRecords.overdue.id}`;
    });
    expect(await seenBy("ArrearsRecord", arrearsRecords.overdue.id)).toEqual(["department"]);
  });
});

describe("The official in charge of a tender", () => {
  it("is known to personnel and supervision bodies within its division, and to the person", async () => {
    for (const persona of personas) {
      const { body } = await hub.ask(persona, `{ tender(number: "${tenders.awarded.tenderNo}") { responsibleOfficialId } }`);
      expect((body.data!["tender"] as { responsibleOfficialId: string | null }).responsibleOfficialId !== null, persona).toBe(persona === "personnel" || persona === "supervision");
    }
  });
});
