import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { runKey } from "./template.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The file of the province's divisions that is in the repository. */
export const regions = join(root, "scripts/data/sichuan-regions.csv");

/** Runs `npm run ingest` as somebody at the machine does, without a terminal and with a data folder in which nothing is. */
export async function runIngest(databaseUrl: string, ...given: readonly string[]): Promise<{ readonly code: number | null; readonly out: string; readonly progress: string }> {
  const folder = await mkdtemp(join(tmpdir(), "hub-ingest-"));
  try {
    const child = spawn(process.execPath, ["scripts/ingest.ts", ...given], { cwd: root, env: { PATH: process.env["PATH"], DATABASE_URL: databaseUrl, HUB_KEY: runKey.toString("hex"), HUB_DATA_DIR: folder }, stdio: ["ignore", "pipe", "pipe"] });
    const [out, progress, code] = await Promise.all([text(child.stdout), text(child.stderr), new Promise<number | null>((resolve) => child.once("close", resolve))]);
    return { code, out, progress };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
