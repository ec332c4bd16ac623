import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Folders with packages of their own, which the hub's own install leaves out. */
const folders = ["test/clients", "scripts/examples/client"] as const;
const root = new URL("../../", import.meta.url);

const changedAt = (path: string): number => statSync(new URL(path, root), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Whether npm has installed what the lock file says; its own list is the last thing that it writes. */
const isInstalled = (folder: string): boolean => changedAt(`${folder}/node_modules/.package-lock.json`) > changedAt(`${folder}/package-lock.json`);

/** Runs a program of npm's in a folder of this repository. */
function run(folder: string, ...command: readonly [string, ...string[]]): void {
  const [program, ...parameters] = command;
  const { status, error, stdout, stderr } = spawnSync(program, parameters, { cwd: fileURLToPath(new URL(folder, root)), encoding: "utf8" });
  if (status !== 0) throw new Error(`"${command.join(" ")}" failed in ${folder}: ${error?.message ?? `${stdout}${stderr}`}`);
}

/**
 * Before the tests of the clients: installs what they need where it is missing or another than the lock file says, and makes what is generated of the schema and of the questions.
 *
 * @throws Error with the command that failed, its folder and what it said
 */
export default function prepareClients(): void {
  for (const folder of folders) {
    if (isInstalled(folder)) continue;
    console.log(`Installing the packages of ${folder} (npm ci).`);
    run(folder, "npm", "ci");
  }
  run("scripts/examples/client", "npm", "run", "-s", "generate");
  run("test/clients/relay", "../node_modules/.bin/relay-compiler", "relay.config.json");
}
