import { expect, it } from "vitest";
import { framesOf } from "../../src/http/frames.ts";

const secret = "SECRET-OF-A-ROW";

it("frames say file, line and function, by the project's own paths", () => {
  const [first] = framesOf(new Error("x"));
  expect(first).toMatch(/^test\/http\/frames\.test\.ts:\d+:\d+$/);
});

it.each([
  ["that looks like frames", () => new TypeError(`broke\n    at ${secret} (${secret})`)],
  ["that is written as frames are", () => new TypeError(`broke\n    at ${secret} (file:///x/src/${secret}.ts:1:1)\n    at src/${secret}.ts:1:1`)],
  ["of another name", () => Object.assign(new Error(`\n    at f (/x/src/${secret}.ts:1:1)`), { name: secret })],
])("a message %s is none of them", (_what, make) => {
  const frames = framesOf(make());
  expect(frames.length).toBeGreaterThan(0);
  expect(frames.join()).not.toContain(secret);
});

it("a stack without the message as it is now says nothing", () => {
  const error = new Error(`broke\n    at f (/x/src/${secret}.ts:1:1)`);
  expect(error.stack).toContain(secret);
  error.message = "masked";
  expect(framesOf(error)).toEqual([]);
});
