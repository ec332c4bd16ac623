/**
 * `npm run oracle -- --operations 100000 --seed 7`: asks the hub random operations under random sharing grants, more than the tests do,
 * and compares its answers and its access log with those of the oracle in test/oracle. Without a seed it takes a new one; a failure says with which seed and path it can be repeated.
 *
 * `npm run oracle -- --moments 100000`: sweeps the clock over that many moments of each type, all that there are, instead.
 */
import { parseArgs } from "node:util";
import { startVitest } from "vitest/node";

const { values } = parseArgs({ options: { operations: { type: "string", default: "10000" }, seed: { type: "string" }, path: { type: "string", default: "" }, moments: { type: "string" } } });
const oracle = { operations: Number(values.operations), seed: values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed), path: values.path, moments: Number(values.moments ?? 6) };
if (values.moments === undefined) console.log(`${oracle.operations} operations, seed ${oracle.seed}${oracle.path ? `, path ${oracle.path}` : ""}`);
const vitest = await startVitest([values.moments === undefined ? "test/oracle/answers.test.ts" : "test/oracle/clock.test.ts"], { watch: false, provide: { oracle } });
await vitest.close();
