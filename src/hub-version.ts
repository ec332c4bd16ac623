import { readFileSync } from "node:fs";

/** The version of this hub, which is also that of its contract. */
export const { version: hubVersion } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { readonly version: string };
