import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { archiveOf, partsOf, rowOf } from "../exchange/table/make-workbook.ts";
import { testHub, type Answered, type PersonaOrPublic, type TestHub } from "./hub.ts";

/** A hub that takes deliveries, its owner's connection to the database, and the folder of its files. */
export interface DeliveringHub extends TestHub {
  readonly sql: postgres.Sql;
  readonly folder: string;
}

/** A hub over real HTTP that takes deliveries into a folder of its own and looks for them all the time. */
export async function deliveringHub(options: Parameters<typeof testHub>[0] = {}): Promise<DeliveringHub> {
  const folder = await mkdtemp(join(tmpdir(), "hub-deliveries-"));
  const hub = await testHub({ deliveries: folder, deliveryLimits: { every: 20 }, ...options });
  const sql = postgres(hub.ownerUrl, { max: 2, onnotice: () => {} });
  return {
    ...hub,
    sql,
    folder,
    async close() {
      await sql.end();
      await hub.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What the hub has said of a delivery. */
export interface Delivered {
  /** HTTP status of the POST. */
  readonly status: number;
  /** What the POST was answered with. */
  readonly answer: Readonly<Record<string, unknown>>;
  /** The first error's sentence; empty where there is none. */
  readonly refusal: string;
  readonly receiptNo: string;
  /** COMPLETED, REJECTED or whatever it ended in; empty where it was not received. */
  readonly state: string;
  /** `read taken faulty inserted updated unchanged`. */
  readonly rows: string;
  /** Each as `row column CODE`, in the order of the graph; `-` for no column. */
  readonly faults: readonly string[];
  /** What is said beyond the codes. */
  readonly details: readonly string[];
}

/** How a file is sent. */
export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  /** Appended to the address, with its question mark. */
  readonly search?: string;
}

export const types = { csv: "text/csv", ndjson: "application/x-ndjson", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" } as const;

/** Asks an address of the hub as somebody; the answer as text and as JSON where it is that. */
export async function asked(hub: TestHub, persona: PersonaOrPublic, path: string, init: RequestInit = {}): Promise<{ readonly status: number; readonly headers: Headers; readonly bytes: Buffer; readonly text: string; readonly body: Answered["body"] & Readonly<Record<string, unknown>> }> {
  const token = await hub.tokenOf(persona);
  const response = await fetch(`${hub.url}${path}`, { ...init, headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(init.headers as Record<string, string> | undefined) } });
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = bytes.toString();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
  return { status: response.status, headers: response.headers, bytes, text, body: (isJson ? JSON.parse(text) : {}) as never };
}

/** Sends a file, without waiting for what becomes of it. */
export const send = (hub: TestHub, persona: PersonaOrPublic, dataset: string, content: string | Buffer, { headers = {}, search = "" }: Sent = {}) =>
  asked(hub, persona, `/ingest/${dataset}${search}`, { method: "POST", body: typeof content === "string" ? content : new Uint8Array(content), headers: { "content-type": types.csv, ...headers } });

const patience = 20_000;

/** Asks how a delivery stands until it is one of these, or over. */
export async function ended(hub: TestHub, persona: PersonaOrPublic, receiptNo: string, until: readonly string[] = ["COMPLETED", "REJECTED", "CANCELLED", "INTERRUPTED"]): Promise<Readonly<Record<string, unknown>>> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; ) {
    const { body } = await asked(hub, persona, `/ingest/deliveries/${receiptNo}`);
    if (until.includes(String(body["state"]))) return body;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The delivery ${receiptNo} does not come to an end.`);
}

export const deliveryQuestion = `query ($receiptNo: String!) { delivery(receiptNo: $receiptNo) { receiptNo dataset state rowsRead rowsTaken rowsFaulty faults(first: 200) { totalCount nodes { row column code detail } } } }`;

interface FaultNode {
  readonly row: number;
  readonly column: string | null;
  readonly code: string;
  readonly detail: string | null;
}

/** The faults of a delivery as the graph tells them. */
export async function faultsOf(hub: TestHub, persona: PersonaOrPublic, receiptNo: string): Promise<readonly FaultNode[]> {
  const { body } = await hub.ask(persona, deliveryQuestion, { receiptNo });
  return (body.data!["delivery"] as { faults: { nodes: FaultNode[] } }).faults.nodes;
}

/** Delivers a file as somebody, CSV where no other type is said, and waits until it is over. */
export async function deliver(hub: TestHub, persona: PersonaOrPublic, dataset: string, content: string | Buffer, sent: Sent = {}): Promise<Delivered> {
  const { status, body } = await send(hub, persona, dataset, content, sent);
  const refusal = body.errors?.[0]?.message ?? "";
  if (status >= 300) return { status, answer: body, refusal, receiptNo: "", state: "", rows: "", faults: [], details: [] };
  const receiptNo = String(body["receiptNo"]);
  const end = await ended(hub, persona, receiptNo);
  const faults = await faultsOf(hub, persona, receiptNo);
  return {
    status,
    answer: body,
    refusal,
    receiptNo,
    state: String(end["state"]),
    rows: ["rowsRead", "rowsTaken", "rowsFaulty", "rowsInserted", "rowsUpdated", "rowsUnchanged"].map((key) => String(end[key])).join(" "),
    faults: faults.map(({ row, column, code }) => `${row} ${column ?? "-"} ${code}`),
    details: faults.flatMap(({ detail }) => (detail === null ? [] : [detail])),
  };
}

/** The file of a delivery with its faults, as it is given back. */
export const marked = (hub: TestHub, persona: PersonaOrPublic, receiptNo: string, search = "", language = "zh") => asked(hub, persona, `/ingest/deliveries/${receiptNo}/faults${search}`, { headers: { "accept-language": language } });

const csvLine = (cells: readonly (string | number | null)[]): string =>
  cells.map((cell) => (cell === null ? "" : /[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell))).join(",") + "\n";

/** A table of comma-separated values; a cell with a comma, a quotation mark or a line break is quoted. */
export const csv = (...rows: readonly (readonly (string | number | null)[])[]): string => rows.map(csvLine).join("");

/** A table of comma-separated values, of rows that all name the same columns. */
export const csvOf = (...rows: readonly Readonly<Record<string, string | null>>[]): string => [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row))].map(csvLine).join("");

/** A table of an object on each line. */
export const ndjson = (head: readonly string[], ...rows: readonly (readonly (string | null)[])[]): string =>
  rows.map((row) => JSON.stringify(Object.fromEntries(head.map((name, place) => [name, row[place] ?? null]))) + "\n").join("");

/** A table as a workbook of one sheet; all cells are text. */
export const xlsx = (...rows: readonly (readonly (string | null)[])[]): Buffer => Buffer.from(archiveOf(partsOf([{ data: rows.map((cells, place) => rowOf(place + 1, ...cells)).join("") }])));
