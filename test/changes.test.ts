import { isEnumType, isInputObjectType, isNonNullType } from "graphql";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { audienceCode } from "../src/catalog/audience-code.ts";
import { commands } from "../src/domains/commands.ts";
import { bodies } from "../src/exchange/demonstration/landmarks.ts";
import { directory } from "../src/exchange/demonstration/personas.ts";
import { buildSchema } from "../src/graph/schema.ts";
import { shielded } from "../src/graph/shield.ts";
import { hubCatalogue } from "../src/server.ts";
import { changesOf, changeText } from "./setup/change.ts";
import { personas, testHub, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";

/** What holds for every change, whatever it changes: who may ask for it at all, what it costs, how it is asked for and answered. */
let hub: TestHub;
beforeAll(async () => {
  hub = await testHub();
});
afterAll(() => hub?.close());
const change = changesOf(() => hub);

const nowhere = "00000000-0000-4000-8000-000000000000";
const wish = {
  providerId: `Organization_${bodies.countyPersonnel.id}`, fields: ["Official.name"], purpose: "AUDIT", basisCitation: "个人信息保护法第13条", scopeDivisionCode: "510104",
  validFrom: new Date().toISOString().slice(0, 10), validTo: new Date(Date.now() + 86_400_000 * 90).toISOString().slice(0, 10),
};

/** An input that the schema takes, of nothing that is there. */
const { schema } = buildSchema(hubCatalogue(), commands);
function inputFor(name: string): Record<string, unknown> {
  const input = schema.getType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Input`);
  if (!isInputObjectType(input)) throw new Error(`${name} has no input`);
  return Object.fromEntries(Object.values(input.getFields()).flatMap(({ name: field, type }) => (isNonNullType(type) ? [[field, valueOf(field, String(type.ofType))]] : [])));
}
const valueOf = (field: string, type: string): unknown => {
  if (type === "ID") return `${field === "providerId" ? "Organization" : "Client"}_${nowhere}`; // of a type that is none of theirs, which nobody gets to know who may not ask
  const list = schema.getType(type);
  if (isEnumType(list)) return list.getValues().at(-1)!.name;
  const values: Record<string, unknown> = { Int: 1, Date: "2026-01-01", DateTime: "2027-01-01T00:00:00Z" };
  return values[type] ?? (type.startsWith("[") ? ["x"] : "x");
};

/** Who may ask for a change at all: written out here and not taken from the code. */
const bodyPersonas: readonly PersonaOrPublic[] = ["department", "finance", "personnel", "otherPersonnel", "supervision", "creditLead", "cityCreditLead", "countyCreditLead", "court", "tradingCentre", "housing", "investment", "centralBank"];
const ofOperator = ["registerClient", "addClientKey", "issueApiKey", "revokeCredential", "suspendClient", "resumeClient", "closeClient", "rotateSigningKeys"];
const ofBodies = [
  "requestSharing", "beginSharingReview", "grantSharing", "refuseSharing", "withdrawSharing", "suspendSharing", "resumeSharing", "revokeSharing",
  "draftRegulation", "reviseRegulation", "openConsultation", "adoptRegulation", "enactRegulation", "amendRegulation", "repealRegulation",
  "draftAssessment", "reviseAssessment", "submitAssessment", "reportIncident", "containIncident", "notifyIncident", "closeIncident",
];
const ofBoth = ["cancelDelivery", "resumeDelivery"];
const ofPerson = ["submitSubjectRequest", "withdrawSubjectRequest"];
const ofPersonnel = ["acceptSubjectRequest", "answerSubjectRequest", "restrictProcessing", "refuseSubjectRequest"];
const records = ["Dishonesty", "Violation"];
const ofLeads = [
  "approveAssessment", "returnAssessment", "proposePolicyChange", "approvePolicyChange", "rejectPolicyChange", "verifyDishonestyAtCounty", "verifyDishonestyAtCity", "acceptDishonesty", "returnDishonesty",
  ...records.flatMap((record) => [`review${record}Disclosure`, `keep${record}Unpublished`, `publish${record}`, `redact${record}`]),
];
const ofReporters = ["reportDishonesty", "resubmitDishonesty"];
const ofSources = [...records.flatMap((record) => [`report${record}Annulment`, `withdraw${record}`]), "recordPublication", "recordTakeDown", "withdrawPolicyChange"];
const all = [...ofOperator, ...ofBodies, ...ofBoth, ...ofPerson, ...ofPersonnel, ...ofLeads, ...ofReporters, ...ofSources];
const leads: readonly PersonaOrPublic[] = ["creditLead", "cityCreditLead", "countyCreditLead"];
/** Whose decisions a dishonesty record can rest on. */
const reporters: readonly PersonaOrPublic[] = ["department", "finance", "supervision", ...leads, "court", "housing", "investment"];
const askers: readonly (readonly [changes: readonly string[], personas: readonly PersonaOrPublic[]])[] = [
  [ofOperator, ["operator"]], [ofBoth, [...bodyPersonas, "operator"]], [ofPerson, ["subject"]], [ofPersonnel, ["personnel", "otherPersonnel"]], [ofLeads, leads], [ofReporters, reporters], [ofSources, bodyPersonas], [ofBodies, bodyPersonas],
];
const mayAsk = (name: string): readonly PersonaOrPublic[] => askers.find(([changes]) => changes.includes(name))![1];
const refusedTo = (name: string): PersonaOrPublic[] => personas.filter((persona) => !mayAsk(name).includes(persona));

it("Every change is one that is spoken of here", () => {
  expect(commands.map(({ name }) => name).toSorted()).toEqual(all.toSorted());
  expect(Object.keys(schema.getMutationType()!.getFields()).toSorted()).toEqual(all.toSorted());
});

describe("Whoever a change is not for is told so at the field, and nothing else", () => {
  it.each(all)("%s", async (name) => {
    for (const persona of refusedTo(name)) {
      const { answered, errors } = await change(persona, name, inputFor(name));
      expect(answered.body.data).toEqual({ [name]: null });
      expect(errors).toEqual([
        { message: expect.stringMatching(new RegExp(`^Mutation\\.${name} is for .* only\\.$`)), path: [name], locations: expect.any(Array), extensions: { code: "FORBIDDEN", coordinate: `Mutation.${name}`, requestId: expect.any(String), documentationUrl: `/catalogue/changes#${name}` } },
      ]);
    }
  });

  it("in the language of the request", async () => {
    const answer = await fetch(`${hub.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", "accept-language": "zh-CN" }, body: JSON.stringify({ query: changeText("closeClient"), variables: { input: inputFor("closeClient") } }) });
    expect(((await answer.json()) as { errors: { message: string }[] }).errors[0]!.message).toBe("Mutation.closeClient 仅限平台运维办理。");
  });
});

describe("Of the locks", () => {
  const off = { plan: false, shield: false, database: false };
  const hubs: TestHub[] = [];
  afterAll(() => Promise.all(hubs.map((each) => each.close())));
  const withLocks = async (locks: object): Promise<ReturnType<typeof changesOf>> => {
    const other = await testHub({ ownerUrl: hub.ownerUrl, locks: { ...off, ...locks } });
    hubs.push(other);
    return changesOf(() => other);
  };

  it.each([["the check before the change", { plan: true }], ["the shield", { shield: true }]])("%s alone refuses whoever a change is not for", async (_lock, locks) => {
    const alone = await withLocks(locks);
    for (const name of all)
      for (const persona of (["public", "enterprise", "subject", "auditor"] as const).filter((each) => !mayAsk(name).includes(each))) {
        const { errors, payload } = await alone(persona, name, inputFor(name));
        expect([name, persona, errors.map(({ extensions }) => extensions["code"]), payload]).toEqual([name, persona, ["FORBIDDEN"], null]);
      }
  });

  it("with both off the statement itself refuses, and makes nothing", async () => {
    const open = await withLocks({});
    const sql = postgres(hub.ownerUrl, { max: 1 });
    const counts = () => sql`select (select count(*) from client) as clients, (select count(*) from sharing_grant) as grants, (select count(*) from workflow_event) as events`;
    const grant = (await change("department", "requestSharing", wish)).row!;
    const before = await counts();
    for (const persona of ["public", "enterprise", "subject", "auditor", "operator"] as const) {
      expect((await open(persona, "requestSharing", wish)).refused).toContain("NOT_ALLOWED");
      expect((await open(persona, "grantSharing", { id: grant["id"], version: 1 })).refused).toEqual(["NOT_ALLOWED"]);
    }
    for (const persona of ["public", "department", "auditor"] as const)
      expect((await open(persona, "registerClient", { clientId: "by-nobody", name: "x", audience: "AUDITOR" })).refused).toEqual(["NOT_ALLOWED"]);
    expect(await counts()).toEqual(before);
    await sql.end();
  });
});

describe("A change", () => {
  it("is not asked for by GET", async () => {
    const query = `mutation { rotateSigningKeys(input: { reason: "x" }) { signingGeneration } }`;
    const answer = await fetch(`${hub.url}/graphql?query=${encodeURIComponent(query)}`, { headers: { authorization: `Bearer ${(await hub.tokenOf("operator"))!}` } });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
    expect(await answer.text()).not.toContain('"data"');
  });

  it("is answered to nobody else: the answer is kept nowhere", async () => {
    expect((await change("department", "requestSharing", wish)).answered.headers.get("cache-control")).toBe("no-store");
  });

  it("says what is wrong in the language of the request", async () => {
    const answer = await fetch(`${hub.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": "zh", authorization: `Bearer ${(await hub.tokenOf("department"))!}` },
      body: JSON.stringify({ query: changeText("requestSharing"), variables: { input: { ...wish, purpose: "x" } } }),
    });
    expect(JSON.stringify(await answer.json())).toContain("purpose 须为大写字母代码。");
  });

  it("names each value that must be given and is not, in the language of the request", async () => {
    const answer = await fetch(`${hub.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": "zh", authorization: `Bearer ${(await hub.tokenOf("department"))!}` },
      body: JSON.stringify({ query: changeText("requestSharing"), variables: { input: { ...wish, purpose: undefined, validTo: "2026/4/1", fields: null } } }),
    });
    const { errors } = (await answer.json()) as { errors: { message: string }[] };
    expect(errors.map(({ message }) => message)).toEqual(["变量 $input.fields 必填，类型为 [String!]!。", "变量 $input.purpose 必填，类型为 String!。", '变量 $input.validTo 不符合类型 Date!：日期写作 "2026-04-01"。']);
  });

  it("says which id is none of the type that it must be of, and what one looks like", async () => {
    const { errors } = await change("department", "requestSharing", { ...wish, providerId: "锦江区人社局" });
    expect(errors.map(({ message }) => message)).toEqual(["input.providerId is no id of Organization: give the id as the graph answers it, such as Organization_5ef57555-2fd4-45f8-88df-f4f592885b1e."]);
    const asked = await hub.ask("public", `{ bids(where: { tenderId: { eq: "TND-1" } }) { totalCount } }`);
    expect(asked.body.errors![0]!.message).toMatch(/^tenderId\.eq is no id of Tender: /);
    expect((await hub.ask("public", `{ bid(id: "B-1") { id } }`)).body.errors![0]!.message).toMatch(/^id is no id of Bid: /);
  });

  it("says to an official by the Chinese names of states and changes what is not possible, and what is", async () => {
    const { row } = await change("department", "requestSharing", wish);
    const answer = await fetch(`${hub.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": "zh-CN", authorization: `Bearer ${(await hub.tokenOf("personnel"))!}` },
      body: JSON.stringify({ query: changeText("resumeSharing"), variables: { input: { id: row!["id"], version: 1, reason: "符合规定" } } }),
    });
    const { data } = (await answer.json()) as { data: { resumeSharing: { userErrors: { message: string }[] } } };
    expect(data.resumeSharing.userErrors.map(({ message }) => message)).toEqual([
      "状态为“已申请”（REQUESTED）时不能办理“恢复共享授权”（resumeSharing）；可办理：“受理并审核共享申请”（beginSharingReview）、“授权共享”（grantSharing）、“拒绝共享申请”（refuseSharing）、“撤回共享申请”（withdrawSharing）。",
    ]);
  });

  it("follows another of the same operation, in the order in which they are written, under whatever names", async () => {
    const { row } = await change("department", "requestSharing", wish);
    const answer = await hub.ask(
      "personnel",
      `mutation ($id: ID!) {
        first: beginSharingReview(input: { id: $id, version: 1 }) { grant: sharingGrant { at: state version } wrong: userErrors { code } }
        second: grantSharing(input: { id: $id, version: 2 }) { __typename grant: sharingGrant { __typename at: state version } wrong: userErrors { code } }
        third: grantSharing(input: { id: $id, version: 2 }) { grant: sharingGrant { at: state } wrong: userErrors { what: code field } }
      }`,
      { id: row!["id"] },
    );
    expect(answer.body).toEqual({
      data: {
        first: { grant: { at: "REVIEWING", version: 2 }, wrong: [] },
        second: { __typename: "GrantSharingPayload", grant: { __typename: "SharingGrant", at: "ACTIVE", version: 3 }, wrong: [] },
        third: { grant: { at: "ACTIVE" }, wrong: [{ what: "STALE_VERSION", field: ["input", "version"] }] },
      },
    });
  });

  it("answers with the row as the asker reads it, what is closed to him with an error", async () => {
    const { row } = await change("department", "requestSharing", wish);
    const answer = await hub.ask("personnel", `mutation ($id: ID!) { grantSharing(input: { id: $id, version: 1 }) { sharingGrant { state requester { name bankAccount } provider { officials(first: 1) { totalCount } } } } }`, { id: row!["id"] });
    expect(answer.body.data).toEqual({ grantSharing: { sharingGrant: { state: "ACTIVE", requester: { name: expect.any(String), bankAccount: null }, provider: { officials: { totalCount: expect.any(Number) } } } } });
    const denied = await hub.ask("department", `mutation ($id: ID!) { withdrawSharing(input: { id: $id, version: 1 }) { sharingGrant { state requester { officials(first: 1) { nodes { idNumber } } } } } }`, { id: row!["id"] });
    expect(denied.body.data).toEqual({ withdrawSharing: { sharingGrant: { state: "ACTIVE", requester: { officials: null } } } });
    expect(denied.body.errors?.map(({ extensions }) => extensions["coordinate"])).toEqual(["Organization.officials"]);
  });

  it("keeps to the limits of every question", async () => {
    const many = Array.from({ length: 41 }, (_, n) => `c${n}: rotateSigningKeys(input: { reason: "x" }) { userErrors { code } }`);
    const refused = await hub.ask("operator", `mutation { ${many.join(" ")} }`);
    expect(refused.body.errors?.map(({ extensions }) => extensions["code"])).toEqual(["LIMIT_EXCEEDED"]);
    const deep = `parent { `.repeat(20) + "name" + " }".repeat(20);
    const nested = await hub.ask("department", `mutation { withdrawSharing(input: { id: "x", version: 1 }) { sharingGrant { requester { ${deep} } } } }`);
    expect(nested.body.errors?.map(({ extensions }) => extensions["code"])).toEqual(["LIMIT_EXCEEDED"]);
  });

  it("asks 500 units beside its rows, and none of them comes back", async () => {
    const answer = await hub.ask("department", changeText("requestSharing"), { input: wish }, { extensions: { cost: true } });
    expect(answer.body.extensions).toEqual({ cost: { asked: 501, used: 501, remaining: expect.any(Number) } });
  });

  it("that the budget does not reach for is not made", async () => {
    const poor = await testHub({ ownerUrl: hub.ownerUrl, budget: { public: 1_000, client: 800 } });
    const asks = changesOf(() => poor);
    expect((await asks("department", "requestSharing", wish)).refused).toEqual([]);
    const sql = postgres(hub.ownerUrl, { max: 1 });
    const before = await sql`select count(*) as n from sharing_grant`;
    const { answered } = await asks("department", "requestSharing", wish);
    expect([answered.status, answered.headers.has("retry-after"), answered.body.errors?.[0]?.extensions["code"]]).toEqual([429, true, "RATE_LIMITED"]);
    expect(await sql`select count(*) as n from sharing_grant`).toEqual(before);
    await sql.end();
    await poor.close();
  });
});

it("A change of which nobody has said for whom it is keeps the hub from starting, by name", () => {
  const { schema: built } = buildSchema(hubCatalogue(), commands);
  const field = built.getMutationType()!.getFields()["closeClient"]!;
  field.extensions = { class: "open" };
  expect(() => shielded(built, hubCatalogue())).toThrow(/no disclosure class:\n {2}- Mutation\.closeClient$/);
});

it("The personas are of the audiences that are spoken of here", () => {
  expect(new Set(bodyPersonas.map((persona) => (persona === "public" ? "" : audienceCode(directory[persona].audience)))).size).toBe(10);
});
