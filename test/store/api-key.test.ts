import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { makeApiKey, readApiKey } from "../../src/policy/api-key.ts";

it("An API key is 256 random bits in letters and digits, behind the label by which it is found", () => {
  const keys = Array.from({ length: 200 }, makeApiKey);
  for (const { text, label, digest } of keys) {
    const [, secret] = /^hub_[0-9A-Za-z]{8}_([0-9A-Za-z]{43})$/.exec(text)!;
    expect(text.startsWith(`hub_${label}_`)).toBe(true);
    expect(digest).toBe(createHash("sha256").update(secret!).digest("hex"));
    expect(readApiKey(text)).toEqual({ label, digest });
  }
  expect(new Set(keys.flatMap(({ label, digest }) => [label, digest])).size).toBe(400);
});

it("What has not the form of an API key is none", () => {
  const { text } = makeApiKey();
  for (const other of ["", text.slice(0, -1), `${text}0`, text.replace("hub_", "HUB_"), ` ${text}`, `${text}\n`, text.replace(/.$/, "-")]) expect(readApiKey(other)).toBeNull();
});
