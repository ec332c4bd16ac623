import { expect, it } from "vitest";
import { preferredType } from "../../src/http/accept.ts";

const json = "application/json";
const graphql = "application/graphql-response+json";

it.each<readonly [string | undefined, string | null]>([
  [undefined, json],
  ["*/*", json],
  ["application/*", json],
  [json, json],
  ["Application/JSON; charset=utf-8", json],
  [graphql, graphql],
  [`${graphql}; charset=utf-8, ${json}; charset=utf-8`, graphql],
  [`${json}, ${graphql}`, json],
  [`${graphql};q=0.5, ${json}`, json],
  [`${json};q=0.5, ${graphql};q=0.6`, graphql],
  [`*/*, ${graphql}`, graphql], // named, so meant
  [`${json};q=0, */*`, graphql], // anything but
  ["text/html, application/xhtml+xml, */*;q=0.8", json],
  [`${json};q=0`, null],
  [`${json};q=0, application/*;q=0`, null],
  ["text/html", null],
  ["application/json5", null],
  ["x-application/json", null],
  [`${json};q=abc`, null],
  ["", null],
])("Accept %j is answered as %j", (accept, type) => {
  expect(preferredType(accept)).toBe(type);
});
