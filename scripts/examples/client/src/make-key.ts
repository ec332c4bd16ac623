/** `npm run -s make-key -- key.json`: makes a client's pair of keys; writes the private one for its user alone, and prints the public one, which the operator registers with `addClientKey`. */
import { existsSync, writeFileSync } from "node:fs";
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";

const path = process.argv[2];
if (path === undefined || existsSync(path)) {
  console.error(path === undefined ? "Say where the private key goes: npm run -s make-key -- key.json" : `${path} is there already: a key that is lost under another cannot be had again.`);
  process.exit(1);
}
const { publicKey, privateKey } = await generateKeyPair("EdDSA", { extractable: true });
const publicJwk = await exportJWK(publicKey);
const kid = await calculateJwkThumbprint(publicJwk);
writeFileSync(path, `${JSON.stringify({ ...(await exportJWK(privateKey)), alg: "EdDSA", kid })}\n`, { mode: 0o600, flag: "wx" });
console.log(JSON.stringify({ ...publicJwk, alg: "EdDSA", kid }));
