/** `npm run release-schema -- <version>`: makes the contract that is printed in `schema/` the released one, if the changelog tells what has changed. */
import { fileURLToPath } from "node:url";
import { releaseContract } from "./contract/release-contract.ts";
import { todayInShanghai } from "./contract/today.ts";
import { fail } from "./fail.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const outcome = await releaseContract(root, process.argv[2] ?? "", todayInShanghai());
if ("refusals" in outcome) fail(outcome.refusals.join("\n"));
for (const path of outcome.written) console.log(`Wrote ${path}`);
