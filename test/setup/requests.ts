import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the example questions, with the committed answer of each persona beside each. */
export const requestsFolder = fileURLToPath(new URL("../requests", import.meta.url));

/** An example question: a `.graphql` file, its variables and the extensions that are sent with it, and where its answers are. */
export interface ExampleRequest {
  /** `<domain>/<name>`. */
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What a request says beside its question: purpose and case, for example. */
  readonly extensions: Readonly<Record<string, unknown>>;
  /** Path of the committed answer of a persona. */
  answerPath(persona: string): string;
}

/** All example questions, by domain and name. */
export function exampleRequests(): ExampleRequest[] {
  return readdirSync(requestsFolder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".graphql"))
    .sort()
    .map((path) => {
      const base = path.slice(0, -".graphql".length);
      const beside = (what: string): Record<string, unknown> => {
        const file = join(requestsFolder, `${base}.${what}.json`);
        return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>) : {};
      };
      return {
        name: base,
        query: readFileSync(join(requestsFolder, path), "utf8"),
        variables: beside("variables"),
        extensions: beside("extensions"),
        answerPath: (persona) => join(requestsFolder, `${base}.${persona}.json`),
      };
    });
}
