import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { directory } from "../../src/exchange/demonstration/personas.ts";
import { lasting } from "../setup/lasting.ts";
import { runTokens, type PersonaOrPublic } from "../setup/hub.ts";
import { exampleRequests } from "../setup/requests.ts";
import { runKey } from "../setup/template.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A hub as an operator starts it, in a process of its own. */
export interface RunningHub {
  readonly url: string;
  /** Lines of its log. */
  readonly log: readonly string[];
  close(): Promise<void>;
}

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

const environment = (settings: Readonly<Record<string, string>>) => ({ PATH: process.env["PATH"], HUB_KEY: runKey.toString("hex"), ...settings });

/** Carries out a command of the hub, as npm does it. */
export async function command(script: string, given: readonly string[], settings: Readonly<Record<string, string>>): Promise<Ended> {
  const child = spawn(process.execPath, [script, ...given], { cwd: root, env: environment(settings), stdio: ["ignore", "pipe", "pipe"] });
  const [out, error, code] = await Promise.all([text(child.stdout), text(child.stderr), new Promise<number | null>((resolve) => child.once("close", resolve))]);
  return { code, out, error };
}

/** Starts a hub and waits until it answers; where it does not start, how it ended. */
export async function startHub(settings: Readonly<Record<string, string>>): Promise<RunningHub | Ended> {
  const folder = mkdtempSync(join(tmpdir(), "hub-production-data-"));
  const child = spawn(process.execPath, ["src/main.ts"], { cwd: root, env: environment({ PORT: "0", HUB_DATA_DIR: folder, ...settings }), stdio: ["ignore", "pipe", "pipe"] });
  let [out, error] = ["", ""];
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve)).finally(() => rmSync(folder, { recursive: true, force: true }));
  child.stderr.setEncoding("utf8").on("data", (piece: string) => (error += piece));
  const url = await new Promise<string | null>((resolve) => {
    child.stdout.setEncoding("utf8").on("data", (piece: string) => {
      out += piece;
      const address = /GraphQL +(http:\S+)\/graphql/.exec(out)?.[1];
      if (address) resolve(address);
    });
    void ended.then(() => resolve(null));
  });
  if (url === null) return { code: await ended, out, error };
  return {
    url,
    get log() {
      return out.split("\n").filter((line) => line.startsWith("{"));
    },
    async close() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** The hub, where it has started. */
export function started(hub: RunningHub | Ended): RunningHub {
  if ("url" in hub) return hub;
  throw new Error(`The hub ended with ${hub.code}: ${hub.error}${hub.out}`);
}

/** Asks as a persona. */
export async function ask(url: string, persona: PersonaOrPublic, question: { readonly query: string; readonly variables?: object; readonly extensions?: object }): Promise<{ readonly status: number; readonly body: { data?: unknown; errors?: unknown } }> {
  const token = persona === "public" ? null : await runTokens.signDemonstration(persona, directory[persona].subject, 600);
  const response = await fetch(`${url}/graphql`, { method: "POST", headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) }, body: JSON.stringify(question) });
  return { status: response.status, body: (await response.json()) as { data?: unknown } };
}

/** The example questions that a hub answers a persona otherwise than committed; all of them are asked. */
export async function unlikeCommitted(url: string, persona: PersonaOrPublic): Promise<readonly string[]> {
  const unlike: string[] = [];
  for (const { name, query, variables, extensions, answerPath } of exampleRequests()) {
    const path = answerPath(persona);
    const committed: unknown = JSON.parse(readFileSync(existsSync(path) ? path : answerPath("public"), "utf8"));
    const { body } = await ask(url, persona, { query, variables, extensions });
    if (JSON.stringify(lasting({ body })) !== JSON.stringify(committed)) unlike.push(name);
  }
  return unlike;
}
