import { createHash, randomBytes, randomInt } from "node:crypto";

/** An API key as it is told once, and what is kept of it. */
export interface ApiKey {
  /** `hub_<label>_<secret>`: told to whoever asked for it, and kept nowhere. */
  readonly text: string;
  /** By which it is found: 8 characters. */
  readonly label: string;
  /** SHA-256 of the secret, hexadecimal. The secret is 256 random bits: nobody finds it by trying, so that the digest needs no salt. */
  readonly digest: string;
}

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const labelLength = 8;
/** Of 62 letters and digits, 43 hold 256 bits. */
const secretLength = 43;
const form = new RegExp(`^hub_([0-9A-Za-z]{${labelLength}})_([0-9A-Za-z]{${secretLength}})$`);

/** A new API key. */
export function makeApiKey(): ApiKey {
  const label = Array.from({ length: labelLength }, () => alphabet[randomInt(alphabet.length)]).join("");
  const secret = inAlphabet(BigInt(`0x${randomBytes(32).toString("hex")}`));
  return { text: `hub_${label}_${secret}`, label, digest: digestOf(secret) };
}

/** The label and the digest of what is sent as an API key; null where it has not the form of one. */
export function readApiKey(text: string): Pick<ApiKey, "label" | "digest"> | null {
  const [, label, secret] = form.exec(text) ?? [];
  return label === undefined || secret === undefined ? null : { label, digest: digestOf(secret) };
}

const digestOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** A number of 256 bits, by the letters and digits of the alphabet. */
function inAlphabet(number: bigint): string {
  const base = BigInt(alphabet.length);
  let text = "";
  for (let rest = number, place = 0; place < secretLength; place++, rest /= base) text = alphabet[Number(rest % base)]! + text;
  return text;
}
