import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { bodies } from "../../src/exchange/demonstration/landmarks.ts";
import { testHub, type TestHub } from "../setup/hub.ts";
import departmentsPage, { type departments_page$data } from "./relay/questions/__generated__/departments_page.graphql.ts";
import departmentsQuery, { type departmentsQuery as DepartmentsQuery } from "./relay/questions/__generated__/departmentsQuery.graphql.ts";
import officialsCaughtQuery, { type officialsCaughtQuery as OfficialsCaughtQuery } from "./relay/questions/__generated__/officialsCaughtQuery.graphql.ts";
import officialsQuery, { type officialsQuery as OfficialsQuery } from "./relay/questions/__generated__/officialsQuery.graphql.ts";
import organizationCard, { type organization_card$data } from "./relay/questions/__generated__/organization_card.graphql.ts";
import organizationQuery, { type organizationQuery as OrganizationQuery } from "./relay/questions/__generated__/organizationQuery.graphql.ts";
import recordsPage, { type records_page$data } from "./relay/questions/__generated__/records_page.graphql.ts";
import recordsQuery, { type recordsQuery as RecordsQuery } from "./relay/questions/__generated__/recordsQuery.graphql.ts";
import sharingGrant, { type sharing_grant$data } from "./relay/questions/__generated__/sharing_grant.graphql.ts";
import sharingRequestMutation, { type sharingRequestMutation as RequestMutation } from "./relay/questions/__generated__/sharingRequestMutation.graphql.ts";
import sharingWithdrawMutation, { type sharingWithdrawMutation as WithdrawMutation } from "./relay/questions/__generated__/sharingWithdrawMutation.graphql.ts";
import { relayClientOf, type RelayClient } from "./relay/relay-client.ts";

let hub: TestHub;
let resolved: TestHub;
let sql: postgres.Sql;
beforeAll(async () => {
  hub = await testHub();
  resolved = await testHub({ ownerUrl: hub.ownerUrl, resolversOnly: true });
  sql = postgres(hub.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  await resolved.close();
  await hub.close();
});

/** Relay tells the developer of what it does not expect, such as two types under one id. */
const complaints = vi.spyOn(console, "error");
beforeEach(() => void complaints.mockClear());
afterEach(() => expect(complaints.mock.calls).toEqual([]));

describe("Relay pages forward", () => {
  it("through the departments of a government to the end, in a fragment that is asked for by the government's id", async () => {
    const relay = relayClientOf(hub, "public");
    const { administrativeDivision } = await relay.ask<DepartmentsQuery>(departmentsQuery, { code: "510104", count: 3 });
    const government = administrativeDivision!.government!;
    const page = () => relay.read<departments_page$data & { departments: { pageInfo: { hasNextPage: boolean } } }>(departmentsPage, government).departments;
    expect(page().edges).toHaveLength(3);
    while (page().pageInfo.hasNextPage) await relay.loadMore(departmentsPage, government, "forward", 2);
    const names = page().edges.map(({ node }) => node.name);
    expect(names).toEqual((await sql<{ name: string }[]>`select name from organization where kind = 'DEPARTMENT' and parent_id = ${bodies.countyGovernment.id} order by name collate "C"`).map(({ name }) => name));
    expect(names).toHaveLength(page().totalCount);
    expect(relay.sent.at(-1)).toEqual({ count: 2, cursor: expect.any(String), id: `Organization_${bodies.countyGovernment.id}` });
  });
});

describe("Relay pages in both directions", () => {
  const rows = async (relay: RelayClient, variables: RecordsQuery["variables"]) => {
    const root = await relay.ask<RecordsQuery>(recordsQuery, variables);
    const page = () => relay.read<records_page$data & { integrityRecords: { pageInfo: { endCursor: string; startCursor: string; hasNextPage: boolean; hasPreviousPage: boolean } } }>(recordsPage, root).integrityRecords;
    return { root, page, titles: () => page().edges.map(({ node }) => node.title) };
  };

  it("from the midst of a list, forward to its end and backward to its beginning, with nulls for the other direction", async () => {
    const whole = await rows(relayClientOf(hub, "public"), { count: 200 });
    const eighth = await rows(relayClientOf(hub, "public"), { count: 8 });

    const relay = relayClientOf(hub, "public");
    const { root, page, titles } = await rows(relay, { count: 4, cursor: eighth.page().pageInfo.endCursor });
    expect(titles()).toEqual(whole.titles().slice(8, 12));
    await relay.loadMore(recordsPage, root, "forward", 5);
    expect(relay.sent.at(-1)).toEqual({ count: 5, cursor: expect.any(String), last: null, before: null });
    expect(titles()).toEqual(whole.titles().slice(8, 17));
    await relay.loadMore(recordsPage, root, "backward", 3);
    expect(relay.sent.at(-1)).toEqual({ count: null, cursor: null, last: 3, before: expect.any(String) });
    expect(titles()).toEqual(whole.titles().slice(5, 17));
    while (page().pageInfo.hasPreviousPage) await relay.loadMore(recordsPage, root, "backward", 3);
    while (page().pageInfo.hasNextPage) await relay.loadMore(recordsPage, root, "forward", 100);
    expect(titles()).toEqual(whole.titles());
  });

  it("from the end of a list to its beginning", async () => {
    const relay = relayClientOf(hub, "public");
    const { root, page, titles } = await rows(relay, { last: 60 });
    while (page().pageInfo.hasPreviousPage) await relay.loadMore(recordsPage, root, "backward", 60);
    expect(titles()).toEqual((await rows(relayClientOf(hub, "public"), { count: 200 })).titles());
    expect(page().pageInfo.hasNextPage).toBe(false);
  });
});

describe("Relay asks for an object again by its id", () => {
  it.each(["one statement answers", "resolvers answer"])("whatever kind of body it is, and every place that shows it has the new value, where %s", async (how) => {
    const relay = relayClientOf(how === "resolvers answer" ? resolved : hub, "public");
    const [department, government, absent] = (await relay.ask<OrganizationQuery>(organizationQuery, { codes: [bodies.countyAudit.uscc, bodies.countyGovernment.uscc, "000000000000000000"] })).organizationsByCode;
    expect([department?.__typename, government?.__typename, absent]).toEqual(["Department", "Government", null]);
    const card = (reference: unknown) => relay.read<organization_card$data>(organizationCard, reference);
    expect([card(department).status, card(department).duty, card(government).duty]).toEqual(["ACTIVE", expect.any(String), undefined]);
    await sql`update organization set status = 'MERGED' where id = ${bodies.countyAudit.id}`;
    await relay.loadAgain(organizationCard, department);
    expect(card(department).status).toBe("MERGED");
    await sql`update organization set status = 'ACTIVE' where id = ${bodies.countyAudit.id}`;
  });
});

describe("Relay's data is partial where fields are denied", () => {
  const access = { purpose: "AUDIT", caseNo: "锦审〔2026〕12号" };
  const nodesOf = (answer: OfficialsQuery["response"]) => answer.officials.edges.map(({ node }) => node);

  it.each(["ERROR", "EXTENSION"])("and what is not denied is there, with the denial as %s", async (denied) => {
    const nodes = nodesOf(await relayClientOf(hub, "department", { access, denied }).ask<OfficialsQuery>(officialsQuery, {}));
    expect(nodes).toHaveLength(3);
    for (const node of nodes) expect(node).toEqual({ id: expect.stringMatching(/^Official_/), recordNo: expect.any(String), name: expect.any(String), gender: null });
  });
  it("and of who reads nothing at all, the list is empty", async () => {
    expect(await relayClientOf(hub, "public").ask<OfficialsQuery>(officialsQuery, {})).toEqual({ officials: { totalCount: 0, edges: [] } });
  });
  it("and a field that is caught is a value without error: the denial is one of the field and not of each row, so that it has no path", async () => {
    const { officials } = await relayClientOf(hub, "department", { access }).ask<OfficialsCaughtQuery>(officialsCaughtQuery, {});
    expect(officials.edges.map(({ node }) => node.gender)).toEqual(Array(3).fill({ ok: true, value: null }));
  });
});

describe("Relay makes changes", () => {
  const input = {
    providerId: `Organization_${bodies.countyPersonnel.id}`, fields: ["Official.gender"], purpose: "AUDIT", basisCitation: "政务数据共享条例",
    scopeDivisionCode: "510104", validFrom: "2026-12-01", validTo: "2028-11-30",
  };

  it("of which one that was not made says why", async () => {
    const { requestSharing } = await relayClientOf(hub, "department").change<RequestMutation>(sharingRequestMutation, { input: { ...input, fields: ["Official.shoeSize"] } });
    expect(requestSharing).toEqual({ sharingGrant: null, userErrors: [{ code: "INVALID", field: ["input", "fields", "0"], message: expect.any(String) }] });
  });
  it("and every place that shows the row has it as it is then", async () => {
    const relay = relayClientOf(hub, "department");
    const { requestSharing } = await relay.change<RequestMutation>(sharingRequestMutation, { input });
    const grant = () => relay.read<sharing_grant$data>(sharingGrant, requestSharing!.sharingGrant);
    expect(grant()).toMatchObject({ state: "REQUESTED", version: 1 });
    const { withdrawSharing } = await relay.change<WithdrawMutation>(sharingWithdrawMutation, { input: { id: grant().id, version: 1 } });
    expect(withdrawSharing!.userErrors).toEqual([]);
    expect(grant()).toMatchObject({ state: "WITHDRAWN", version: 2 });
  });
});
