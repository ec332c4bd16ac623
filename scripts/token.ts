/** `npm run -s token -- <persona>`: prints a bearer token of a demonstration persona, good for twelve hours on this machine. */
import { readConfig } from "../src/config.ts";
import { demonstrationClients } from "../src/exchange/demonstration/clients.ts";
import { SigningKeys } from "../src/http/signing-keys.ts";
import { Tokens } from "../src/http/tokens.ts";
import { StartError } from "../src/start-error.ts";
import { hubKey } from "../src/store/hub-key.ts";
import { signingSeed } from "../src/store/secrets.ts";
import { fail } from "./fail.ts";

const hours = 12;
const name = process.argv[2];
const persona = Object.entries(demonstrationClients).find(([each]) => each === name)?.[1];
if (!name || !persona) {
  fail(`${name ? `There is no persona ${name}.` : "Say as whom: npm run -s token -- personnel."} The personas are: ${Object.keys(demonstrationClients).join(", ")}. Without a token one is the public.`);
}
try {
  const tokens = new Tokens(new SigningKeys(signingSeed(hubKey(readConfig()))));
  console.log(await tokens.signDemonstration(name, persona.subject, hours * 3600));
} catch (error) {
  if (error instanceof StartError) fail(error.message);
  throw error;
}
