import { readFileSync } from "node:fs";

/** A question that fits the demonstration data, as `npm run print` has written it. */
export interface PrintedExample {
  /** Folder that it stands in, such as `bidding`. */
  readonly domain: string;
  readonly name: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly question: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What is sent beside the question: purpose and case, for example. */
  readonly extensions: Readonly<Record<string, unknown>>;
  /** Personas who are answered otherwise than the public. */
  readonly personas: readonly string[];
}

/** The example questions, in the order in which they are offered. */
export const readExamples = (): readonly PrintedExample[] => (JSON.parse(readFileSync(new URL("../../../schema/examples.json", import.meta.url), "utf8")) as { readonly examples: readonly PrintedExample[] }).examples;
