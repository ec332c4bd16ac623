import { spawn } from "node:child_process";
import type { Account } from "./account.ts";

export interface Outcome {
  /** Exit status; null when the program could not be started or was killed. */
  readonly status: number | null;
  /** The system's code when the program could not be started, such as `EACCES`; empty otherwise. */
  readonly failure: string;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment of every program that the hub starts: nothing of the hub's own reaches it, neither its secrets nor settings such as PGPORT. */
export const plainEnvironment = Object.freeze({ PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", LANG: "C", TZ: "UTC" });

/** Runs a program to its end, as the account when one is given; never throws. */
export function run(program: string, parameters: readonly string[], account: Account | null): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      stdio: ["ignore", "pipe", "pipe"], cwd: "/", env: plainEnvironment, ...(account && { uid: account.uid, gid: account.gid }),
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.once("error", (error: NodeJS.ErrnoException) => resolve({ status: null, failure: error.code ?? "UNKNOWN", stdout, stderr }));
    child.once("close", (status) => resolve({ status, failure: "", stdout, stderr }));
  });
}
