import { existsSync } from "node:fs";
import { directory } from "../../src/exchange/demonstration/personas.ts";
import type { PrintedExample } from "../../src/exchange/demonstration/examples.ts";
import { exampleRequests, type ExampleRequest } from "./requests.ts";
import { scenarios, type ScenarioStep } from "./scenarios.ts";

/** Folders of questions in the order in which somebody new to the hub would read them. */
const domains = ["reference", "search", "bidding", "debt", "dishonesty", "sanctions", "access", "delivery", "policy", "governance"];

/**
 * The examples of the playground: the questions of test/requests with all that is sent with them, and who is answered otherwise than the public;
 * after them the changes with which the workflows of test/scenarios begin, and whose each is.
 */
export function examplesJson(): string {
  const examples = exampleRequests().map(exampleOf);
  const order = ({ domain }: PrintedExample): number => domains.indexOf(domain);
  const unknown = examples.find((example) => order(example) < 0);
  if (unknown) throw new Error(`test/requests/${unknown.domain} has no place among the examples: add it to the domains of test/setup/examples-json.ts.`);
  examples.sort((one, other) => order(one) - order(other)); // stable: by name within each
  return `${JSON.stringify({ comment: "Made from test/requests and test/scenarios by: npm run print.", examples: [...examples, ...beginnings()] }, null, 2)}\n`;
}

/** Changes that can be asked for as they are: of those that no other step must come before, the first of each event. */
function beginnings(): PrintedExample[] {
  const steps = scenarios().flatMap((scenario) => scenario.steps).filter(({ doneBy, variables }) => doneBy !== null && !JSON.stringify(variables).includes("{{"));
  return [...Map.groupBy(steps, ({ query }) => /^mutation (\w+)/m.exec(query)?.[1] ?? "")].flatMap(([event, [first]]) => (event === "" ? [] : [changeOf(event, first!)]));
}

function changeOf(event: string, { doc, query, variables, extensions, doneBy }: ScenarioStep): PrintedExample {
  const words = event.split(/(?=[A-Z])/).map((word, place) => (place === 0 ? word : word.toLowerCase()));
  const question = query.split("\n").filter((line) => !/^# (at|asked by|done by|then by|keep):/.test(line)).join("\n");
  return { domain: "workflows", name: words.join("-").toLowerCase(), title: { en: words.join(" "), zh: zhOf(doc) ?? event }, question, variables, extensions, personas: [doneBy!] };
}

/** The title in Chinese with which a comment ends. */
const zhOf = (comment: string): string | undefined => /\(([^()]+)\)\.$/.exec(comment)?.[1];

function exampleOf({ name, query, variables, extensions, answerPath }: ExampleRequest): PrintedExample {
  const [domain = "", own = ""] = name.split("/");
  const comment = query.split("\n").filter((line) => line.startsWith("#")).at(-1) ?? "";
  const zh = zhOf(comment);
  if (!zh) throw new Error(`The comment of test/requests/${name}.graphql does not end with the question's title in Chinese, as in: # Who is asking (我是谁).`);
  const en = `${own.charAt(0).toUpperCase()}${own.slice(1).replaceAll("-", " ")}`;
  return { domain, name: own, title: { en, zh }, question: query, variables, extensions, personas: Object.keys(directory).filter((persona) => existsSync(answerPath(persona))) };
}
