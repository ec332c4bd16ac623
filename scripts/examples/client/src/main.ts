/** `npm start -- http://127.0.0.1:4000/graphql`: asks a hub as the public site does and, where the environment says as whom, as a department's system does. */
import { readFileSync } from "node:fs";
import type { JWK } from "jose";
import { HubError } from "./answer.ts";
import { askerOf } from "./ask.ts";
import { bearer, clientAssertion, type Credentials } from "./credentials.ts";
import { runDepartment } from "./department.ts";
import { showPublicSite } from "./public-site.ts";

const print = (line: string): void => console.log(line);
const url = process.argv[2];
if (url === undefined || !URL.canParse(url)) {
  console.error("Say where the hub is: npm start -- http://127.0.0.1:4000/graphql");
  process.exit(1);
}

/** Secrets come by the environment or a file, never as arguments, which everybody on the machine can see. */
function credentialsOf({ HUB_TOKEN, HUB_CLIENT_ID, HUB_PRIVATE_KEY_FILE }: NodeJS.ProcessEnv, hub: string): Credentials | null {
  if (HUB_TOKEN) return bearer(HUB_TOKEN);
  if (!HUB_CLIENT_ID || !HUB_PRIVATE_KEY_FILE) return null;
  return clientAssertion({ clientId: HUB_CLIENT_ID, privateJwk: JSON.parse(readFileSync(HUB_PRIVATE_KEY_FILE, "utf8")) as JWK, hub });
}

try {
  const credentials = credentialsOf(process.env, new URL(url).origin);
  await showPublicSite(askerOf({ url }), print);
  if (credentials) await runDepartment(askerOf({ url, credentials }), print);
  else print("For what a department sees, set HUB_TOKEN, or HUB_CLIENT_ID and HUB_PRIVATE_KEY_FILE.");
} catch (error) {
  if (error instanceof HubError) console.error(`${error.code} ${error.message} (request ${error.requestId ?? "unknown"})`);
  else console.error(error instanceof Error ? [error.message, (error.cause as Error | undefined)?.message].filter(Boolean).join(": ") : error);
  process.exit(1);
}
