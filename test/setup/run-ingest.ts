import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { runKey } from "./template.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Runs `npm run ingest` as somebody at the machine does, without a terminal.
 *
 * @param folder its data folder, where nothing is kept
 */
export async function runIngest(databaseUrl: string, folder: string, given: readonly string[]): Promise<{ readonly code: number | null; readonly out: string; readonly progress: string }> {
  const child = spawn(process.execPath, ["scripts/ingest.ts", ...given], { cwd: root, env: { PATH: process.env["PATH"], DATABASE_URL: databaseUrl, HUB_KEY: runKey.toString("hex"), HUB_DATA_DIR: folder }, stdio: ["ignore", "pipe", "pipe"] });
  const [out, progress, code] = await Promise.all([text(child.stdout), text(child.stderr), new Promise<number | null>((resolve) => child.once("close", resolve))]);
  return { code, out, progress };
}
