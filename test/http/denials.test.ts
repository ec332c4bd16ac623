import { randomBytes } from "node:crypto";
import { GraphQLInterfaceType, GraphQLList, GraphQLObjectType, GraphQLSchema, GraphQLString, Kind, parse, visit, type FieldNode } from "graphql";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HubError } from "../../src/errors.ts";
import { createHttpServer, type HttpServer } from "../../src/http/http-server.ts";
import { Identity } from "../../src/http/identity.ts";
import { SigningKeys } from "../../src/http/signing-keys.ts";
import { Tokens } from "../../src/http/tokens.ts";
import { anybody } from "../setup/anybody.ts";

const forbidden = (coordinate: string, node?: FieldNode): HubError => new HubError("FORBIDDEN", { coordinate, class: "shared", classZh: "有条件共享" }, { ...(node ? { nodes: node } : {}), extensions: { coordinate } });
const denied = (coordinate: string) => ({ type: GraphQLString, resolve: () => Promise.reject(forbidden(coordinate)) });

const Party = new GraphQLInterfaceType({ name: "Party", fields: { name: { type: GraphQLString }, phone: { type: GraphQLString } }, resolveType: (value: { type: string }) => value.type });
const party = (name: string) => new GraphQLObjectType({ name, interfaces: [Party], fields: { name: denied(`${name}.name`), phone: denied(`${name}.phone`) } });
const schema = new GraphQLSchema({
  types: [party("Firm"), party("Person")],
  query: new GraphQLObjectType({ name: "Query", fields: { parties: { type: new GraphQLList(Party), resolve: () => ["Firm", "Person", "Firm", "Person"].map((type) => ({ type })) } } }),
});
const question = "{ parties { phone name } }";
const [phone, name] = ["phone", "name"].map((field) => {
  let found: FieldNode | undefined;
  visit(parse(question), { [Kind.FIELD]: (node) => void (node.name.value === field ? (found = node) : undefined) });
  return found!;
}) as [FieldNode, FieldNode];

let planned: readonly HubError[] = [];
let server: HttpServer;
beforeAll(async () => {
  const registry = anybody();
  const tokens = new Tokens(new SigningKeys(() => randomBytes(32)));
  server = await createHttpServer({
    schema,
    answering: { answer: () => null, denials: () => planned },
    identity: new Identity(tokens, registry, { demonstration: false }),
    authorization: { registry, tokens, assertions: { take: () => Promise.resolve(true) } },
    publicUrl: null,
    usage: { count: () => {} },
    budget: { public: 0, client: 0 },
    obstacles: () => Promise.resolve([]),
    log: pino({ level: "silent" }),
    host: "127.0.0.1",
    port: 0,
  });
});
afterAll(() => server.close());

interface Reported {
  readonly errors?: readonly { readonly path?: unknown; readonly extensions: { readonly coordinate: string } }[];
  readonly extensions?: { readonly denied: Reported["errors"] };
}
const ask = async (extensions?: object): Promise<Reported> =>
  (await (await fetch(`${server.url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query: question, extensions }) })).json()) as Reported;
const coordinates = (list: Reported["errors"] = []): string[] => list.map(({ extensions }) => extensions.coordinate);

describe("Fields that are denied while resolvers answer", () => {
  it("are reported once for the operation where the plan knows of them, however many rows the shield has refused", async () => {
    planned = [forbidden("Party.name", name), forbidden("Party.phone", phone)];
    const { errors } = await ask();
    expect(coordinates(errors)).toEqual(["Party.phone", "Party.name"]);
    expect(errors!.every(({ path }) => path === undefined)).toBe(true);
  });

  it("stand in the order of the question, whoever has denied them", async () => {
    planned = [forbidden("Party.phone", phone)];
    expect(coordinates((await ask()).errors)).toEqual(["Party.phone", "Firm.name", "Person.name"]);
    planned = [forbidden("Party.name", name)];
    expect(coordinates((await ask()).errors)).toEqual(["Firm.phone", "Person.phone", "Party.name"]);
  });

  it("that the shield alone denies are reported once for each coordinate", async () => {
    planned = [];
    expect(coordinates((await ask()).errors)).toEqual(["Firm.phone", "Person.phone", "Firm.name", "Person.name"]);
  });

  it("go to the extensions where the request wants them there", async () => {
    planned = [forbidden("Party.name", name), forbidden("Party.phone", phone)];
    const { errors, extensions } = await ask({ denied: "EXTENSION" });
    expect(errors).toBeUndefined();
    expect(coordinates(extensions?.denied)).toEqual(["Party.phone", "Party.name"]);
  });
});
