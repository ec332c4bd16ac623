import type postgres from "postgres";
import { expect } from "vitest";
import { directory, type PersonaName } from "../../../src/exchange/demonstration/personas.ts";
import { filesIn } from "./processes.ts";

/** A file of a dataset, and where its rows are found again. */
export interface Material {
  readonly persona: PersonaName;
  readonly dataset: string;
  readonly table: string;
  /** Column of the rows' own key. */
  readonly key: string;
  readonly prefix: string;
  readonly rows: number;
  readonly text: string;
}

let names = 0;
const nextPrefix = (): string => `F${String(++names).padStart(4, "0")}-`;

const csv = (header: readonly string[], rows: number, row: (n: number) => readonly string[]): string => `${[header, ...Array.from({ length: rows }, (_, n) => row(n + 1))].map((cells) => cells.join(",")).join("\n")}\n`;

/** Masking rules, which the operator delivers, as a whole or not at all. */
export function maskingRules(rows: number, { prefix = nextPrefix(), rule = "保留首尾各一位" }: { readonly prefix?: string; readonly rule?: string } = {}): Material {
  const text = csv(["code", "appliesTo", "rule", "effectiveFrom", "confidence"], rows, (n) => [`${prefix}${n}`, "姓名", rule, "2026-01-01", "VERIFIED"]);
  return { persona: "operator", dataset: "masking-rules", table: "masking_rule", key: "code", prefix, rows, text };
}

/** Bids for a tender of the trading centre's own jurisdiction. */
export async function bids(sql: postgres.Sql, rows: number, { prefix = nextPrefix(), supplier = "某某示例有限公司" }: { readonly prefix?: string; readonly supplier?: string } = {}): Promise<Material> {
  const { jurisdiction } = directory.tradingCentre;
  const [tender] = await sql<{ tender_no: string }[]>`select tender_no from tender where division_code like ${`${jurisdiction!.replace(/(00)+$/, "")}%`} order by tender_no limit 1`;
  const text = csv(["sourceRecordNo", "tenderId", "supplierName", "supplierUscc", "receivedAt", "status", "contactName"], rows, (n) => [`${prefix}${n}`, tender!.tender_no, supplier, "91350100M000100Y43", "2026-04-01 09:00", "已接收", "张示例"]);
  return { persona: "tradingCentre", dataset: "bids", table: "bid", key: "source_record_no", prefix, rows, text };
}

/** Projects of the body's own, by codes of which there is one of each, whoever delivers. */
export async function projects(sql: postgres.Sql, rows: number, { persona, prefix = nextPrefix() }: { readonly persona: PersonaName; readonly prefix?: string }): Promise<Material> {
  const [body] = await sql<{ uscc: string }[]>`select uscc from organization where id = ${directory[persona].body}`;
  const text = csv(["code", "name", "kind", "stage", "ownerId", "divisionCode"], rows, (n) => [`${prefix}${n}`, "试验项目", "CONSTRUCTION", "PLANNED", body!.uscc, "510104"]);
  return { persona, dataset: "projects", table: "project", key: "code", prefix, rows, text };
}

/** Leading posts of the body that delivers. */
export async function posts(sql: postgres.Sql, rows: number): Promise<Material> {
  const prefix = nextPrefix();
  const [body] = await sql<{ uscc: string }[]>`select uscc from organization where id = ${directory.finance.body}`;
  const text = csv(["sourceRecordNo", "postNo", "organizationId", "title", "isLeading"], rows, (n) => [`${prefix}${n}`, `${prefix}${n}`, body!.uscc, "局长", "是"]);
  return { persona: "finance", dataset: "posts", table: "post", key: "source_record_no", prefix, rows, text };
}

interface Registered {
  readonly id: string;
  readonly receiptNo: string;
  readonly state: string;
  readonly inserted: number;
}

/** All deliveries of a material. */
export const deliveriesOf = (sql: postgres.Sql, { dataset, text }: Material): Promise<Registered[]> =>
  sql<Registered[]>`select id, receipt_no as "receiptNo", state, rows_inserted as inserted from delivery where dataset = ${dataset} and file_digest = encode(sha256(convert_to(${text}, 'UTF8')), 'hex') order by received_at`;

export const rowsOf = async (sql: postgres.Sql, { table, key, prefix }: Material): Promise<number> => Number((await sql`select count(*) from ${sql(table)} where ${sql(key)} like ${`${prefix}%`}`)[0]!["count"]);

/** Its rows are there once, each from its row of the file, its one delivery is completed, and its events are those of a delivery that nothing has happened to. */
export async function assertTakenOnce(sql: postgres.Sql, material: Material): Promise<void> {
  const { table, rows } = material;
  const found = await deliveriesOf(sql, material);
  expect(found).toMatchObject([{ state: "COMPLETED", inserted: rows }]);
  const { id } = found[0]!;
  expect(await rowsOf(sql, material)).toBe(rows);
  const [provenance] = await sql`select count(distinct delivery_row)::int as rows, min(delivery_row) as first, max(delivery_row) as last from ${sql(table)} where delivery_id = ${id}`;
  expect(provenance).toEqual({ rows, first: 2, last: rows + 1 });
  const [versions] = await sql`select count(*)::int as count from ${sql(`${table}_history`)} h where h.id in (select id from ${sql(table)} where delivery_id = ${id})`;
  expect(versions).toEqual({ count: 0 });
  expect(await eventsOf(sql, id)).toEqual([[null, "receiveDelivery", "RECEIVED", 1], ["RECEIVED", "processDelivery", "PROCESSING", 2], ["PROCESSING", "completeDelivery", "COMPLETED", 3]]);
}

/** The events of a delivery: from which state, what, to which state, which version. */
export const eventsOf = async (sql: postgres.Sql, id: string): Promise<unknown[][]> =>
  (await sql`select from_state, event, to_state, version from workflow_event where type = 'Delivery' and row_id = ${id} order by version`).map((row) => Object.values(row) as unknown[]);

/** Nothing of it was ever received. */
export async function assertNeverReceived(sql: postgres.Sql, material: Material): Promise<void> {
  expect(await deliveriesOf(sql, material)).toEqual([]);
  expect(await rowsOf(sql, material)).toBe(0);
}

/** Waits until no delivery waits or is processed any more and the folders hold no file of a delivery. */
export async function untilDone(sql: postgres.Sql, folders: readonly string[]): Promise<void> {
  const underWay = async (): Promise<string[]> => [...(await sql<{ state: string }[]>`select state from delivery where state in ('RECEIVED', 'PROCESSING')`).map(({ state }) => state), ...folders.flatMap(filesIn)];
  await expect.poll(underWay, { interval: 20 }).toEqual([]);
}
