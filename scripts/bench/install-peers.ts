import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Installs what the hub is measured against, by the lock beside this file; the hub's own installation stays without it. */
export function installPeers(progress: (text: string) => void): void {
  const folder = import.meta.dirname;
  if (existsSync(join(folder, "node_modules", "postgraphile"))) return;
  progress("installing PostGraphile into scripts/bench/node_modules, once (300 MB)");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error("PostGraphile could not be installed: run npm ci in scripts/bench, or measure without it (--without-postgraphile).");
}
