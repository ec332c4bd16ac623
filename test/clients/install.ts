import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Folders with packages of their own, which the hub's own install leaves out. */
const folders = ["test/clients", "scripts/examples/client"] as const;
const root = new URL("../../", import.meta.url);

/** Runs a program of npm's in a folder of this repository. */
function run(folder: string, ...command: readonly [string, ...string[]]): void {
  const [program, ...parameters] = command;
  const { status, error, stdout, stderr } = spawnSync(program, parameters, { cwd: fileURLToPath(new URL(folder, root)), encoding: "utf8" });
  if (status !== 0) throw new Error(`"${command.join(" ")}" failed in ${folder}: ${error?.message ?? `${stdout}${stderr}`}`);
}

/**
 * Before the tests of the clients: installs what they need where it is missing, and makes what is generated of the schema and of the questions.
 *
 * @throws Error with the command that failed, its folder and what it said
 */
export default function prepareClients(): void {
  for (const folder of folders) {
    if (existsSync(new URL(`${folder}/node_modules`, root))) continue;
    console.log(`Installing the packages of ${folder} (npm ci), once.`);
    run(folder, "npm", "ci");
  }
  run("scripts/examples/client", "npm", "run", "-s", "generate");
  run("test/clients/relay", "../node_modules/.bin/relay-compiler", "relay.config.json");
}
