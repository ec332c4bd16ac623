import { existsSync } from "node:fs";
import { directory } from "../../src/exchange/demonstration/personas.ts";
import type { PrintedExample } from "../../src/exchange/demonstration/examples.ts";
import { exampleRequests, type ExampleRequest } from "./requests.ts";

/** Folders of questions in the order in which somebody new to the hub would read them. */
const domains = ["reference", "search", "bidding", "debt", "dishonesty", "sanctions", "access", "delivery", "policy", "governance"];

/** The examples of the playground: the questions of test/requests with all that is sent with them, and who is answered otherwise than the public. */
export function examplesJson(): string {
  const examples = exampleRequests().map(exampleOf);
  const order = ({ domain }: PrintedExample): number => domains.indexOf(domain);
  const unknown = examples.find((example) => order(example) < 0);
  if (unknown) throw new Error(`test/requests/${unknown.domain} has no place among the examples: add it to the domains of test/setup/examples-json.ts.`);
  examples.sort((one, other) => order(one) - order(other)); // stable: by name within each
  return `${JSON.stringify({ comment: "Made from test/requests by: npm run print.", examples }, null, 2)}\n`;
}

function exampleOf({ name, query, variables, extensions, answerPath }: ExampleRequest): PrintedExample {
  const [domain = "", own = ""] = name.split("/");
  const comment = query.split("\n").filter((line) => line.startsWith("#")).at(-1) ?? "";
  const zh = /\(([^()]+)\)\.$/.exec(comment)?.[1];
  if (!zh) throw new Error(`The comment of test/requests/${name}.graphql does not end with the question's title in Chinese, as in: # Who is asking (我是谁).`);
  const en = `${own.charAt(0).toUpperCase()}${own.slice(1).replaceAll("-", " ")}`;
  return { domain, name: own, title: { en, zh }, question: query, variables, extensions, personas: Object.keys(directory).filter((persona) => existsSync(answerPath(persona))) };
}
