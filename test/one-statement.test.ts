import { Kind, parse, validate, type OperationDefinitionNode } from "graphql";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { directory } from "../src/exchange/demonstration/personas.ts";
import { Answerer } from "../src/graph/answerer.ts";
import { buildSchema } from "../src/graph/schema.ts";
import { readRequestOptions } from "../src/http/request-options.ts";
import { coerceVariables } from "../src/http/variables.ts";
import { Planner } from "../src/plan/planner.ts";
import { publicViewer, type Viewer } from "../src/policy/viewer.ts";
import { hubCatalogue } from "../src/server.ts";
import { openPools, type Pools } from "../src/store/pools.ts";
import { Reader } from "../src/store/reader.ts";
import { storedSecrets } from "../src/store/secrets.ts";
import { freshDatabase, type FreshDatabase } from "./setup/database.ts";
import { exampleRequests } from "./setup/requests.ts";
import { demonstrationTemplate, runKey } from "./setup/template.ts";

/** Questions about the asker and the policy, and the one of the register that no rule of rows could say, are the resolvers'; everything else is one statement, whatever it asks together. */
const resolved = /\b(me|whyDenied|dutyCrimeSearch)\b *[({]/;

const catalogue = hubCatalogue();
const { schema, roots } = buildSchema(catalogue);
let database: FreshDatabase;
let pools: Pools;
let asked: string[] = [];
let answerer: Answerer;

beforeAll(async () => {
  database = await freshDatabase(await demonstrationTemplate());
  pools = openPools({ ownerUrl: database.url, embedded: inject("embedded"), secret: runKey });
  const counting = {
    ask: (audience: Viewer["audience"], text: string, parameters: readonly (string | null)[]) => {
      asked.push(text);
      return pools.of(audience).ask(text, parameters, { prepare: false });
    },
  };
  answerer = new Answerer(new Planner({ schema, catalogue, roots }, { guarded: true }), new Reader(counting, storedSecrets(runKey)));
});
afterAll(async () => {
  await pools.close();
  await database.drop();
});

describe("One question is one statement", () => {
  const requests = exampleRequests().filter(({ query }) => !resolved.test(query));
  it.each(requests.map((request) => [request.name, request] as const))("%s", async (_name, { query, variables: given, extensions }) => {
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    const operation = document.definitions.find((definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION)!;
    const coerced = coerceVariables(schema, operation, given);
    if (coerced.errors) throw coerced.errors[0]!;
    const variables = coerced.values;
    const { access } = readRequestOptions(extensions, undefined, publicViewer);
    for (const viewer of [publicViewer, { ...directory.finance, client: "finance", mayHide: false }, { ...directory.personnel, client: "personnel", mayHide: false }] satisfies Viewer[]) {
      asked = [];
      const answer = await answerer.answer({ document, operation, variables, occasion: { viewer, access, requestId: "test", operationName: null }, language: "en" });
      expect(asked).toHaveLength(1);
      expect(JSON.parse(answer!.data.toString())).toBeTypeOf("object");
    }
  });
});
