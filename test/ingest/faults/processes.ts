import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, inject } from "vitest";
import { directory, type PersonaName } from "../../../src/exchange/demonstration/personas.ts";
import { runTokens } from "../../setup/hub.ts";
import { runKey } from "../../setup/template.ts";
import type { HubOrders } from "./hub-process.ts";

/** A hub that runs in a process of its own. */
export interface RunningHub {
  readonly url: string;
  readonly pid: number;
  /** Every line that it logged. */
  readonly lines: string[];
  /** Exit status or signal. */
  readonly ended: Promise<number | NodeJS.Signals>;
  signal(signal: NodeJS.Signals): void;
  /** Sends a file to a dataset; answers the status and the body. */
  deliver(persona: PersonaName, dataset: string, file: string | Uint8Array | ReadableStream, headers?: Readonly<Record<string, string>>): Promise<Delivered>;
  /** Asks for something of a delivery, or changes it. */
  ask(persona: PersonaName, query: string, variables?: object): Promise<{ readonly data?: Record<string, unknown> | null; readonly errors?: readonly { readonly message: string }[] }>;
}

export interface Delivered {
  readonly status: number;
  readonly body: { readonly receiptNo: string; readonly isSameAsBefore: boolean; readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[] };
}

const root = mkdtempSync(join(tmpdir(), "integrity-hub-faults-"));
const running = new Set<ChildProcess>();
afterAll(async () => {
  for (const child of running) {
    child.kill("SIGKILL");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  }
  rmSync(root, { recursive: true, force: true });
});

let folders = 0;
/** A folder for deliveries. */
export const spoolFolder = (): string => join(root, `deliveries-${++folders}`);

/** The files of deliveries in a folder, those that are arriving included. */
export const filesIn = (folder: string): string[] => readdirSync(folder).filter((name) => /^[0-9a-f]{8}-/.test(name));

const tokens = new Map<PersonaName, Promise<string>>();
export function tokenOf(persona: PersonaName): Promise<string> {
  let token = tokens.get(persona);
  if (!token) tokens.set(persona, (token = runTokens.signDemonstration(persona, directory[persona].subject, 600)));
  return token;
}

/** Starts a hub on a database and a folder; rejects where it ends instead of listening. */
export async function startProcess(ownerUrl: string, folder: string, { embedded = inject("embedded"), ...deliveryLimits }: NonNullable<HubOrders["deliveryLimits"]> & { readonly embedded?: boolean } = {}): Promise<RunningHub> {
  const orders: HubOrders = { ownerUrl, embedded, deliveries: folder, key: runKey.toString("hex"), deliveryLimits: { every: 50, ...deliveryLimits } };
  const child = spawn(process.execPath, [fileURLToPath(new URL("hub-process.ts", import.meta.url)), JSON.stringify(orders)], { stdio: ["ignore", "pipe", "pipe"], env: { NODE_COMPILE_CACHE: join(tmpdir(), "integrity-hub-compiled") } });
  running.add(child);
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => lines.push(line));
  const ended = new Promise<number | NodeJS.Signals>((resolve) => child.once("exit", (status, signal) => resolve(signal ?? status ?? -1)));
  const [line] = (await Promise.race([once(createInterface({ input: child.stdout }), "line"), ended.then(() => [""])])) as [string];
  if (line === "") throw new Error(`the hub did not start: ${lines.join("\n")}`);
  const { url } = JSON.parse(line) as { url: string };
  return {
    url,
    pid: child.pid!,
    lines,
    ended,
    signal: (signal) => void child.kill(signal),
    async deliver(persona, dataset, body, headers = {}) {
      const sent = { method: "POST", headers: { authorization: `Bearer ${await tokenOf(persona)}`, "content-type": "text/csv", ...headers }, body, duplex: "half" };
      const response = await fetch(`${url}/ingest/${dataset}`, sent as RequestInit);
      return { status: response.status, body: (await response.json()) as Delivered["body"] };
    },
    async ask(persona, query, variables = {}) {
      const response = await fetch(`${url}/graphql`, { method: "POST", headers: { authorization: `Bearer ${await tokenOf(persona)}`, "content-type": "application/json" }, body: JSON.stringify({ query, variables }) });
      return (await response.json()) as Awaited<ReturnType<RunningHub["ask"]>>;
    },
  };
}

/** Ends a hub as the system's power cut would. */
export async function kill(hub: RunningHub): Promise<void> {
  hub.signal("SIGKILL");
  await hub.ended;
}
