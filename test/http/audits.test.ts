import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testHub, type TestHub } from "../setup/hub.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await testHub();
});
afterAll(() => hub.close());

/** See https://graphql.github.io/graphql-over-http/draft/; the audits of its reference implementation, those that only recommend included. */
const audits = serverAudits({ url: () => `${hub.url}/graphql`, fetchFn: fetch });

describe("GraphQL over HTTP", () => {
  it("has 61 audits", () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => [audit.name, audit] as const))("%s", async (_name, audit) => {
    const result = await audit.fn();
    expect(result.status === "ok" ? "" : result.reason).toBe("");
    expect(result.status).toBe("ok");
  });
});
