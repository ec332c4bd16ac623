import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PersonaName } from "../../src/exchange/demonstration/personas.ts";

/** The folder of the scenarios: each a folder of steps that are asked one after the other, in a database of its own. */
export const scenariosFolder = fileURLToPath(new URL("../scenarios", import.meta.url));

type PersonaOrPublic = PersonaName | "public";
type Values = Readonly<Record<string, unknown>>;

/**
 * One step of a scenario: a `.graphql` file whose first comments say what it is and who asks it, and beside it its variables
 * (`.variables.json`) and the answers of everybody (`.answers.json`).
 */
export interface ScenarioStep {
  /** The file without its ending, such as "02-verified-by-the-county". */
  readonly name: string;
  /** `# <sentence with the Chinese term in parentheses>.` */
  readonly doc: string;
  readonly query: string;
  readonly variables: Values;
  /** What is sent beside the question: purpose and case. */
  readonly extensions: Values;
  /** `.cases.json`: by what is wrong with it, the input that is asked with first, over that of the variables. Each is refused. */
  readonly cases: Readonly<Record<string, Values>>;
  /** `# at:` the moment that the database's clock is set to; where it says none, the clock stays. */
  readonly at: string | null;
  /** `# asked by:` who asks; everybody where it says none. */
  readonly askedBy: readonly PersonaOrPublic[] | null;
  /** `# done by:` whose change is made, after it was refused to all others; nobody's where it says none. */
  readonly doneBy: PersonaOrPublic | null;
  /** `# then by:` who could have made it as well, and asks once it is made. */
  readonly thenBy: readonly PersonaOrPublic[];
  /** `# repeated` after what was done already: it is answered as then, and nothing is new. */
  readonly isRepeated: boolean;
  /** `# keep: name = path`: rows of the answer by which later steps go on, as `{{name}}`, `{{name.version}}`. */
  readonly keep: readonly { readonly name: string; readonly path: readonly string[] }[];
  readonly answersPath: string;
}

/** What a step was answered with, and by whom: those who are answered alike stand together. */
export interface StepAnswer {
  readonly case?: string;
  readonly personas: readonly PersonaOrPublic[];
  readonly answer: unknown;
}

export interface Scenario {
  /** `<domain>/<name>`. */
  readonly name: string;
  readonly steps: readonly ScenarioStep[];
}

/** All scenarios, by domain and name, each with its steps in the order of their numbers. */
export function scenarios(): Scenario[] {
  const files = readdirSync(scenariosFolder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".graphql"));
  const steps = Map.groupBy(files.sort(), (path) => path.slice(0, path.lastIndexOf("/")));
  return [...steps].map(([name, paths]) => ({ name, steps: paths.map((path) => stepOf(path.slice(0, -".graphql".length))) }));
}

function stepOf(path: string): ScenarioStep {
  const base = join(scenariosFolder, path);
  const query = readFileSync(`${base}.graphql`, "utf8");
  const comments = query.split("\n").flatMap((line) => (line.startsWith("# ") ? [line.slice(2).trim()] : []));
  const said = (what: string): string[] => comments.flatMap((line) => (line.startsWith(`${what}: `) ? [line.slice(what.length + 2)] : []));
  const list = (what: string): PersonaOrPublic[] => said(what).flatMap((line) => line.split(", ")) as PersonaOrPublic[];
  const beside = (what: string): Values => (existsSync(`${base}.${what}.json`) ? (JSON.parse(readFileSync(`${base}.${what}.json`, "utf8")) as Values) : {});
  const asked = list("asked by");
  return {
    name: path.slice(path.lastIndexOf("/") + 1),
    doc: comments[0] ?? "",
    query,
    variables: beside("variables"),
    extensions: beside("extensions"),
    cases: beside("cases") as ScenarioStep["cases"],
    at: said("at")[0] ?? null,
    askedBy: asked.length > 0 ? asked : null,
    doneBy: list("done by")[0] ?? null,
    thenBy: list("then by"),
    isRepeated: comments.includes("repeated"),
    keep: said("keep").map((line) => {
      const [name = "", path = ""] = line.split(" = ");
      return { name, path: path.split(".") };
    }),
    answersPath: `${base}.answers.json`,
  };
}
