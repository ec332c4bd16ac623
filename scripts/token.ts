/** `npm run -s token -- <persona>`: prints a bearer token of a demonstration persona, good for twelve hours on this machine. */
import { readConfig } from "../src/config.ts";
import { directory } from "../src/exchange/demonstration/personas.ts";
import { Identity } from "../src/http/identity.ts";
import { signingKeyFrom } from "../src/http/keys.ts";
import { StartError } from "../src/start-error.ts";
import { hubKey } from "../src/store/hub-key.ts";
import { signingSeed } from "../src/store/secrets.ts";

const hours = 12;
const name = process.argv[2];
const persona = Object.entries(directory).find(([each]) => each === name)?.[1];
if (!name || !persona) {
  console.error(`${name ? `There is no persona ${name}.` : "Say as whom: npm run -s token -- personnel."} The personas are: ${Object.keys(directory).join(", ")}. Without a token one is the public.`);
  process.exit(1);
}
try {
  const identity = new Identity(await signingKeyFrom(signingSeed(hubKey(readConfig()))), { demonstration: true });
  console.log(await identity.sign(name, persona, { seconds: hours * 3600, demonstration: true }));
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exit(1);
}
