import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askedAt, stopClockOf } from "./setup/clock.ts";
import { personas, testHub, type TestHub } from "./setup/hub.ts";
import { lasting } from "./setup/lasting.ts";
import { exampleRequests } from "./setup/requests.ts";

/**
 * The example questions are the specification: the public's answer is committed beside the question, and that of each persona who is
 * answered otherwise. `npm run requests` writes the answers anew, for review.
 */
let planned: TestHub;
let resolved: TestHub;

beforeAll(async () => {
  planned = await testHub();
  await stopClockOf(planned.ownerUrl, askedAt);
  resolved = await testHub({ ownerUrl: planned.ownerUrl, resolversOnly: true });
});
afterAll(async () => {
  await resolved?.close();
  await planned?.close();
});

for (const request of exampleRequests())
  describe(request.name, () => {
    const committed = (persona: string): unknown => JSON.parse(readFileSync(request.answerPath(persona), "utf8"));

    it("is a question of this schema", () => {
      expect(committed("public")).toHaveProperty("data");
    });

    it.each(personas)("answers %s as committed, on both paths alike", async (persona) => {
      const expected = committed(existsSync(request.answerPath(persona)) ? persona : "public");
      const [answer, byResolvers] = await Promise.all([planned, resolved].map((hub) => hub.ask(persona, request.query, request.variables, { extensions: request.extensions })));
      expect(lasting(answer!)).toEqual(expected);
      expect(lasting(byResolvers!)).toEqual(expected);
    });

    it.each(personas.filter((persona) => persona !== "public" && existsSync(request.answerPath(persona))))("has an answer of its own for %s that is not the public's", (persona) => {
      expect(committed(persona)).not.toEqual(committed("public"));
    });
  });
