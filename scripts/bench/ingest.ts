/**
 * `npm run bench:ingest`: a delivery of bids against COPY of the rows that come of it, see ingest-share.ts.
 *
 * --rows N    rows of the file (100,000)
 * --scale N   rows that are there before, as `npm run bench` adds them (10)
 * --rounds N  how many rounds (3)
 */
import { parseArgs } from "node:util";
import { copyShare, measureIngest } from "./ingest-share.ts";

const { values: options } = parseArgs({ options: { rows: { type: "string", default: "100000" }, scale: { type: "string", default: "10" }, rounds: { type: "string", default: "3" } } });
const rows = Number(options.rows);
const { times, rss } = await measureIngest({ rows, scale: Number(options.scale), rounds: Number(options.rounds) }, (text) => console.log(`${text} · node ${process.version} · ${options.rounds} rounds`));
console.table(Object.fromEntries(Object.entries(times).map(([name, ms]) => [name, { ms: ms.toFixed(0), "rows/s": ((rows / ms) * 1000).toFixed(0), "of COPY": (times.COPY / ms).toFixed(2), floor: name === "first delivery" ? copyShare.toFixed(2) : "" }])));
console.log(`resident memory at most ${(rss / 2 ** 20).toFixed(0)} MiB, the measurement's own included`);
