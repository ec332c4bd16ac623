import { randomBytes } from "node:crypto";
import { GraphQLBoolean, GraphQLInputObjectType, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString } from "graphql";
import { pino } from "pino";
import type { Answering } from "../../src/http/answering.ts";
import { createHttpServer, type HttpParts } from "../../src/http/http-server.ts";
import { Identity } from "../../src/http/identity.ts";
import { SigningKeys } from "../../src/http/signing-keys.ts";
import { Tokens } from "../../src/http/tokens.ts";
import { anybody } from "../setup/anybody.ts";

/** Thrown by the resolver of `broken`; holds what must never leave. */
export const brokenSecret = "SECRET-OF-A-ROW";

const Price = new GraphQLInputObjectType({ name: "Price", fields: { above: { type: GraphQLInt } } });
const Where: GraphQLInputObjectType = new GraphQLInputObjectType({
  name: "Where",
  fields: () => ({ name: { type: GraphQLString }, price: { type: Price }, and: { type: new GraphQLList(new GraphQLNonNull(Where)) } }),
});

/** A thing with things: enough of a graph for the edge, which knows nothing of the catalogue. */
const Thing: GraphQLObjectType = new GraphQLObjectType({
  name: "Thing",
  fields: () => ({
    name: { type: GraphQLString, resolve: () => "thing" },
    broken: {
      type: GraphQLString,
      resolve: () => {
        throw new TypeError(`It broke at\n    at ${brokenSecret} (${brokenSecret})`);
      },
    },
    parent: { type: Thing, extensions: { rows: 1 }, resolve: () => ({}) },
    things: { type: new GraphQLList(Thing), args: { first: { type: GraphQLInt, defaultValue: 20 }, where: { type: Where } }, resolve: () => [{}] },
  }),
});
const Query = new GraphQLObjectType({
  name: "Query",
  fields: {
    thing: { type: Thing, resolve: () => ({}) },
    things: { type: new GraphQLList(Thing), args: { first: { type: GraphQLInt, defaultValue: 20 }, where: { type: Where }, all: { type: GraphQLBoolean } }, resolve: () => [{}] },
    thingsByCode: { type: new GraphQLList(Thing), args: { codes: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(GraphQLString))) } }, resolve: () => [{}] },
  },
});
const Mutation = new GraphQLObjectType({ name: "Mutation", fields: { change: { type: GraphQLString, resolve: () => "changed" } } });
export const stubSchema = new GraphQLSchema({ query: Query, mutation: Mutation });

export interface StubAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly errors: readonly { readonly message: string; readonly locations?: unknown; readonly extensions: Record<string, unknown> }[];
}

export interface StubServer {
  readonly url: string;
  readonly port: number;
  /** A token of a department's client. */
  tokenOf(client: string, seconds?: number): Promise<string>;
  readonly logged: string[];
  send(path: string, init?: RequestInit): Promise<StubAnswer>;
  ask(query: string, variables?: Readonly<Record<string, unknown>>, further?: { readonly headers?: Readonly<Record<string, string>>; readonly body?: Readonly<Record<string, unknown>> }): Promise<StubAnswer>;
  close(): Promise<void>;
}

/** The HTTP edge alone over real HTTP: without catalogue, policy and database. */
export async function stubServer(parts: Partial<Pick<HttpParts, "obstacles" | "budget" | "trustedProxies" | "arrival" | "versions" | "metrics" | "traces">> & { readonly answer?: Answering["answer"]; readonly denials?: Answering["denials"] } = {}): Promise<StubServer> {
  const logged: string[] = [];
  const registry = anybody();
  const secret = randomBytes(32);
  const tokens = new Tokens(new SigningKeys(() => secret));
  const server = await createHttpServer({
    schema: stubSchema,
    answering: { answer: parts.answer ?? (() => null), denials: parts.denials ?? (() => []) },
    identity: new Identity(tokens, registry, { demonstration: true }),
    authorization: { registry, tokens, assertions: { take: () => Promise.resolve(true) } },
    publicUrl: null,
    usage: { count: () => {} },
    budget: parts.budget ?? { public: 1e9, client: 1e9 },
    ...(parts.trustedProxies ? { trustedProxies: parts.trustedProxies } : {}),
    ...(parts.arrival === undefined ? {} : { arrival: parts.arrival }),
    ...(parts.versions ? { versions: parts.versions } : {}),
    ...(parts.metrics ? { metrics: parts.metrics } : {}),
    traces: parts.traces,
    obstacles: parts.obstacles ?? (() => Promise.resolve([])),
    log: pino({ level: "trace" }, { write: (line: string) => void logged.push(line) }),
    host: "127.0.0.1",
    port: 0,
  });
  const send = async (path: string, init: RequestInit = {}): Promise<StubAnswer> => {
    const response = await fetch(server.url + path, init);
    const text = await response.text();
    const { errors = [] } = (text.startsWith("{") ? JSON.parse(text) : {}) as Partial<Pick<StubAnswer, "errors">>;
    return { status: response.status, headers: response.headers, text, errors };
  };
  return {
    url: server.url,
    port: Number(new URL(server.url).port),
    tokenOf: (client, seconds = 60) => {
      registry.add(client, { audience: "department" });
      return tokens.signDemonstration(client, null, seconds);
    },
    logged,
    send,
    ask: (query, variables, { headers = {}, body = {} } = {}) =>
      send("/graphql", { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify({ query, ...(variables ? { variables } : {}), ...body }) }),
    close: () => server.close(),
  };
}
