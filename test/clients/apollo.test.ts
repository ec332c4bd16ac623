import { createHash } from "node:crypto";
import { CombinedGraphQLErrors, gql, type TypedDocumentNode } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { bodies } from "../../src/exchange/demonstration/landmarks.ts";
import { testHub, type TestHub } from "../setup/hub.ts";
import { apolloProgram, possibleTypesOf } from "./apollo/apollo-client.ts";

let hub: TestHub;
let sql: postgres.Sql;
beforeAll(async () => {
  hub = await testHub();
  sql = postgres(hub.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  await hub.close();
});

/** Apollo Client tells the developer where data cannot be merged, or where a field of a question is missing from an answer. */
const complaints = [vi.spyOn(console, "error"), vi.spyOn(console, "warn")];
beforeEach(() => complaints.forEach((spy) => void spy.mockClear()));
afterEach(() => expect(complaints.flatMap((spy) => spy.mock.calls)).toEqual([]));

describe("Apollo Client's cache", () => {
  const card = gql`
    fragment Card on Organization { id name status ... on Department { duty } }
  `;
  interface ByCode {
    readonly organizationsByCode: readonly (Record<string, unknown> | null)[];
  }
  const byCode: TypedDocumentNode<ByCode, { codes: string[] }> = gql`
    query ByCode($codes: [String!]!) { organizationsByCode(codes: $codes) { ...Card } }
    ${card}
  `;

  it("knows the members of interfaces and unions from the hub's introspection", async () => {
    const possibleTypes = await possibleTypesOf(hub);
    expect(possibleTypes["Organization"]).toEqual(["Department", "Enterprise", "Government", "Institution"]);
    expect(possibleTypes["Node"]).toEqual(expect.arrayContaining(["Bid", "Department", "Official"]));
  });
  it("matches fragments on interfaces and keeps each body once, by its global id, wherever it was found", async () => {
    const { client, answered } = await apolloProgram(hub, "public");
    const { data } = await client.query({ query: byCode, variables: { codes: [bodies.countyAudit.uscc, "000000000000000000", bodies.countyGovernment.uscc] } });
    const id = `Organization_${bodies.countyAudit.id}`;
    expect(data!.organizationsByCode).toEqual([{ __typename: "Department", id, name: "成都市锦江区审计局", status: "ACTIVE", duty: expect.any(String) }, null, expect.objectContaining({ __typename: "Government" })]);
    expect(client.readFragment({ id: `Department:${id}`, fragment: gql`fragment Named on Organization { name }` })).toEqual({ __typename: "Department", name: "成都市锦江区审计局" });
    // The same question is not sent again; another one changes what the first is answered.
    await client.query({ query: byCode, variables: { codes: [bodies.countyAudit.uscc, "000000000000000000", bodies.countyGovernment.uscc] } });
    expect(answered).toHaveLength(1);
    await sql`update organization set status = 'MERGED' where id = ${bodies.countyAudit.id}`;
    await client.query({ query: gql`query Again($id: ID!) { node(id: $id) { id ... on Organization { status } } }`, variables: { id } });
    await sql`update organization set status = 'ACTIVE' where id = ${bodies.countyAudit.id}`;
    expect(client.readQuery({ query: byCode, variables: { codes: [bodies.countyAudit.uscc, "000000000000000000", bodies.countyGovernment.uscc] } })).toMatchObject({ organizationsByCode: [{ status: "MERGED" }, null, {}] });
  });
});

describe("Apollo Client pages by relayStylePagination", () => {
  interface PageInfo {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string;
    readonly endCursor: string;
  }
  interface Records {
    readonly integrityRecords: { readonly totalCount: number; readonly edges: { readonly node: { readonly title: string } }[]; readonly pageInfo: PageInfo };
  }
  interface PageAsked {
    readonly first?: number;
    readonly after?: string;
    readonly last?: number;
    readonly before?: string;
  }
  const records: TypedDocumentNode<Records, PageAsked> = gql`
    query Records($first: Int, $after: String, $last: Int, $before: String) {
      integrityRecords(first: $first, after: $after, last: $last, before: $before, orderBy: { field: ISSUED_ON, direction: DESC }) {
        totalCount
        edges { cursor node { id title } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }
  `;
  const titlesOf = ({ integrityRecords }: Records): string[] => integrityRecords.edges.map(({ node }) => node.title);

  const whole = async (): Promise<string[]> => titlesOf((await (await apolloProgram(hub, "public")).client.query({ query: records, variables: { first: 200 } })).data!);

  it.each([
    ["from the beginning to the end", { first: 40 }, ({ hasNextPage, endCursor }: PageInfo) => (hasNextPage ? { after: endCursor } : null)],
    ["from the end to the beginning", { last: 40 }, ({ hasPreviousPage, startCursor }: PageInfo) => (hasPreviousPage ? { before: startCursor } : null)],
  ])("%s, and the cache holds the list as it is", async (_way, variables, further) => {
    const { client, answered } = await apolloProgram(hub, "public");
    await client.query({ query: records, variables });
    const list = client.watchQuery({ query: records, variables });
    const watched = list.subscribe(() => {});
    const held = () => client.readQuery({ query: records, variables })!;
    for (let more = further(held().integrityRecords.pageInfo); more; more = further(held().integrityRecords.pageInfo)) await list.fetchMore({ variables: more });
    watched.unsubscribe();
    expect(titlesOf(held())).toEqual(await whole());
    expect(answered).toHaveLength(Math.ceil(held().integrityRecords.totalCount / 40));
  });
});

describe("Apollo Client's data is partial where fields are denied", () => {
  const access = { purpose: "AUDIT", caseNo: "锦审〔2026〕12号" };
  interface Officials {
    readonly officials: { readonly nodes: { readonly name: string | null; readonly gender: string | null }[] };
  }
  const officials: TypedDocumentNode<Officials> = gql`
    query Officials { officials(first: 2) { totalCount nodes { id recordNo name gender } } }
  `;
  const expectNames = ({ officials: { nodes } }: Officials): void => expect(nodes).toEqual([expect.objectContaining({ name: expect.any(String), gender: null }), expect.objectContaining({ name: expect.any(String), gender: null })]);

  it("and beside it with errorPolicy all stands what was denied and how to apply", async () => {
    const { client } = await apolloProgram(hub, "department", { access });
    const { data, error } = await client.query({ query: officials, errorPolicy: "all" });
    expectNames(data!);
    expect(CombinedGraphQLErrors.is(error) && error.errors.map(({ extensions }) => [extensions!["code"], extensions!["coordinate"], extensions!["class"]])).toEqual([["FORBIDDEN", "Official.gender", "conditional"]]);
    // It is in the cache as what it is for this reader.
    expectNames(client.readQuery({ query: officials })!);
  });
  it("and is dropped as a whole by default, as every error is", async () => {
    const { client } = await apolloProgram(hub, "department", { access });
    await expect(client.query({ query: officials })).rejects.toThrow(/Official\.gender is not disclosed/);
  });
  it("and is there by default too where the client asks for denials as extensions", async () => {
    const { client, answered } = await apolloProgram(hub, "department", { access, denied: "EXTENSION" });
    const { data, error } = await client.query({ query: officials });
    expect(error).toBeUndefined();
    expectNames(data!);
    expect(answered[0]!.body.extensions).toMatchObject({ denied: [{ extensions: { code: "FORBIDDEN", coordinate: "Official.gender" } }] });
  });
});

describe("Apollo Client is told what is wrong with a question", () => {
  it("by an error with its code, under the media type that it prefers", async () => {
    const { client, answered } = await apolloProgram(hub, "public");
    const error = await client.query({ query: gql`query Absent { nothing }` }).catch((thrown: unknown) => thrown);
    expect(CombinedGraphQLErrors.is(error) && error.errors[0]!.extensions!["code"]).toBe("GRAPHQL_VALIDATION_FAILED");
    expect(answered.map(({ status, headers }) => [status, headers.get("content-type")])).toEqual([[400, expect.stringContaining("application/graphql-response+json")]]);
  });
  it("by RATE_LIMITED where its budget has run out", async () => {
    const poor = await testHub({ ownerUrl: hub.ownerUrl, budget: { public: 5, client: 0, now: () => 0 } });
    const question = { query: gql`query Five { bids(first: 4) { nodes { id } } }`, fetchPolicy: "network-only" } as const;
    const { client } = await apolloProgram({ ...poor, ask: (...asked) => hub.ask(...asked) }, "public");
    await client.query(question);
    const error = await client.query(question).then(() => client.query(question)).catch((thrown: unknown) => thrown);
    await poor.close();
    expect(CombinedGraphQLErrors.is(error) && error.errors[0]!.extensions!["code"]).toBe("RATE_LIMITED");
  });
});

describe("Apollo Client makes changes", () => {
  it("of which one that was not made says why, and one that was made is in the cache", async () => {
    const { client } = await apolloProgram(hub, "department");
    interface Changed {
      readonly requestSharing: { readonly sharingGrant: { readonly id: string } | null; readonly userErrors: readonly { readonly code: string }[] };
    }
    const change: TypedDocumentNode<Changed, { input: object }> = gql`
      mutation Ask($input: RequestSharingInput!) { requestSharing(input: $input) { sharingGrant { id state } userErrors { code field message } } }
    `;
    const input = {
      providerId: `Organization_${bodies.countyPersonnel.id}`, fields: ["Official.gender"], purpose: "AUDIT", basisCitation: "政务数据共享条例",
      scopeDivisionCode: "510104", validFrom: "2026-12-01", validTo: "2028-11-30",
    };
    const refused = (await client.mutate({ mutation: change, variables: { input: { ...input, fields: ["Official.shoeSize"] } } })).data!.requestSharing;
    expect(refused).toMatchObject({ sharingGrant: null, userErrors: [{ code: "INVALID" }] });
    const made = (await client.mutate({ mutation: change, variables: { input } })).data!.requestSharing;
    expect(made.userErrors).toEqual([]);
    expect(client.readFragment({ id: `SharingGrant:${made.sharingGrant!.id}`, fragment: gql`fragment State on SharingGrant { state }` })).toEqual({ __typename: "SharingGrant", state: "REQUESTED" });
  });
});

describe("Apollo Client's persisted queries", () => {
  const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
  const byHash = () => new PersistedQueryLink({ sha256, useGETForHashedQueries: true });
  const question: TypedDocumentNode<{ administrativeDivision: { name: string } }> = gql`query ByHash { administrativeDivision(code: "510104") { id name } }`;

  it("are sent once with their text, and from then on by GET and hash alone, for whoever asks, so that caches can keep the answer", async () => {
    const first = await apolloProgram(hub, "public", {}, byHash());
    expect((await first.client.query({ query: question })).data).toMatchObject({ administrativeDivision: { name: "锦江区" } });
    expect(first.answered.map(({ method, body }) => [method, "data" in body])).toEqual([["GET", false], ["POST", true]]);
    const other = await apolloProgram(hub, "public", {}, byHash());
    expect((await other.client.query({ query: question })).data).toMatchObject({ administrativeDivision: { name: "锦江区" } });
    const [answered, ...further] = other.answered;
    expect([answered!.method, new URL(answered!.address).searchParams.get("query"), further]).toEqual(["GET", null, []]);
    expect(answered!.headers.get("cache-control")).toMatch(/^public/);
    expect(answered!.headers.get("etag")).toEqual(expect.any(String));
  });
});
