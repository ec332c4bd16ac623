import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { datasetsOf } from "../../src/exchange/ingest/dataset.ts";
import { ingest } from "../../src/exchange/ingest/ingest.ts";
import { hubCatalogue } from "../../src/server.ts";
import { openOwnerSession } from "../../src/store/owner-session.ts";
import { storedSecrets } from "../../src/store/secrets.ts";
import { directory } from "../../src/exchange/demonstration/personas.ts";
import { freshDatabase } from "../setup/database.ts";
import { demonstrationTemplate, runKey } from "../setup/template.ts";

let url = "";
beforeAll(async () => {
  url = (await freshDatabase(await demonstrationTemplate())).url;
});

it("scratch", async () => {
  const sql = postgres(url, { max: 1 });
  const datasets = datasetsOf(hubCatalogue());
  console.log([...datasets.keys()].join(" "));
  const dataset = datasets.get("bids")!;
  console.log(dataset.columns.map((c) => `${c.key}/${c.header}/${c.kind}/${c.isRequired ? "!" : ""}${c.reference ? `→${c.reference.to.name}.${c.reference.by}` : ""}`).join("\n"));
  const persona = directory.tradingCentre;
  const [client] = await sql`select c.*, o.division_code from client c join organization o on o.id = c.organization_id where c.client_id = 'tradingCentre'`;
  console.log(client);
  const [tender] = await sql`select tender_no from tender where division_code like ${String(client!["jurisdiction_code"]).replace(/0+$/, "") + "%"} limit 1`;
  const [other] = await sql`select tender_no from tender where division_code not like ${String(client!["jurisdiction_code"]).replace(/0+$/, "") + "%"} limit 1`;
  const columns = ["sourceRecordNo", "tenderId", "supplierName", "supplierUscc", "receivedAt", "status", "price", "score", "contactName"];
  const cells = (no: string, t: string) => [no, t, "某公司", "91350100M000100Y43", "2026-04-01 09:00", "已接收", "1234.50", "88.5", "张示例"];
  const run = async (rows: (string | null)[][]) => {
    const session = openOwnerSession(url, "x");
    const id = randomUUID();
    await sql`insert into delivery (id, receipt_no, organization_id, client_id, dataset, format, byte_count, file_digest, received_at) values (${id}, ${id}, ${client!["organization_id"]}, 'x', 'bids', 'CSV', 0, 'x', now())`;
    async function* all() { yield rows.map((cells, place) => ({ number: place + 2, cells, faults: [] })); }
    try {
      const out = await ingest(session, { catalogue: hubCatalogue(), dataset, deliverer: { client: "tc", audience: "tradingCentre", body: String(client!["organization_id"]), jurisdiction: String(client!["jurisdiction_code"]).replace(/(00){1,2}$/, "") }, deliveryId: id, columns, rows: all(), secrets: storedSecrets(runKey), progress: () => {}, assertWanted: () => {}, settle: async () => {} });
      console.log(out, await sql`select "row", "column", code from delivery_fault where delivery_id = ${id} order by 1`);
      return out;
    } finally { await session.close(); }
  };
  await run([cells("A1", tender!["tender_no"] as string), cells("A2", tender!["tender_no"] as string), cells("A2", tender!["tender_no"] as string), cells("A3", "none"), cells("A4", other!["tender_no"] as string), ["A5", null, "", "91350100M000100Y4Z", "x", "y", "z", "1.234", null]]);
  await run([cells("A1", tender!["tender_no"] as string), cells("A2", tender!["tender_no"] as string).with(6, "99")]);
  console.log(await sql`select b.*, p.price, c.score, r.contact_name from bid b left join bid_price p using (id) left join bid_conditional c using(id) left join bid_restricted r using (id) where delivery_id is not null`);
  console.log(await sql`select * from bid_price_history`);
  void persona;
  await sql.end();
  expect(1).toBe(1);
});
