/** `npm run verify-log -- <file> [--heads heads.json]`: verifies an exported access log, without a database. */
import { createReadStream, readFileSync } from "node:fs";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { createGunzip } from "node:zlib";
import { publishedHeads } from "../src/store/access-chain/published-heads.ts";
import { ArchiveVerification } from "../src/store/access-chain/verify-archive.ts";
import { codeOf, hasCode } from "../src/store/has-code.ts";
import { fail } from "./fail.ts";

const help = `Verifies an exported access log, without a database: npm run verify-log -- log.ndjson.gz --heads heads.json

Computes every leaf, every link of the chain and every commitment again, and prints a line for each thing that is wrong; then the status is 1.
What was left out or rewritten together with all that follows from it, only the published heads can tell: --heads names a file with the hub's
answer to { accessLogHeads(first: 200) { nodes { day commitment } } }, or a list of such answers, as they were kept when they were published.`;

const { file, heads } = readArguments();
const verification = new ArchiveVerification(heads === null ? null : published(heads), (fault) => console.log(fault));
const isWhole = await verify(file);
const { events, heads: headCount, compared, faults } = verification.end();
console.log(`Events: ${events}. Heads: ${headCount}. Faults: ${faults}.`);
console.log(heads === null ? "The heads were not compared with published ones: give those with --heads." : `Heads that are as they were published: ${compared}.`);
process.exitCode = isWhole && faults === 0 ? 0 : 1;

function readArguments(): { readonly file: string; readonly heads: string | null } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { heads: { type: "string" }, help: { type: "boolean", short: "h" } } });
    if (values.help) {
      console.log(help);
      process.exit(0);
    }
    if (positionals[0] !== undefined && positionals.length === 1) return { file: positionals[0], heads: values.heads ?? null };
  } catch (error) {
    if (!hasCode(error, "ERR_PARSE_ARGS_UNKNOWN_OPTION", "ERR_PARSE_ARGS_INVALID_OPTION_VALUE")) throw error;
  }
  return fail(`Say which file.\n\n${help}`);
}

function published(path: string): ReadonlyMap<string, string> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    return fail(`${path} can't be read: ${codeOf(error)}.`);
  }
  try {
    const found = publishedHeads(text);
    if (found.size > 0) return found;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return fail(`${path} holds no published heads: give the hub's answer to { accessLogHeads(first: 200) { nodes { day commitment } } } as JSON.`);
}

/** Hands the lines of a file to the verification as they come, and answers whether it could be read to its end. */
async function verify(path: string): Promise<boolean> {
  let rest = "";
  const lines = new Writable({
    decodeStrings: false,
    write(chunk: Buffer | string, _encoding, done) {
      const [first = "", ...others] = String(chunk).split("\n");
      rest += first;
      for (const next of others) {
        verification.add(rest);
        rest = next;
      }
      done();
    },
  });
  const input = createReadStream(path);
  let isWhole = true;
  try {
    await (path.endsWith(".gz") ? pipeline(input, createGunzip().setEncoding("utf8"), lines) : pipeline(input.setEncoding("utf8"), lines));
  } catch (error) {
    if (!codeOf(error).startsWith("Z_")) return fail(`${path} can't be read: ${codeOf(error)}.`);
    console.log(`${path} is damaged or cut off, and can't be decompressed to its end.`);
    isWhole = false;
  }
  if (rest !== "") verification.add(rest);
  return isWhole;
}
