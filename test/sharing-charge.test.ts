import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies } from "../src/exchange/demonstration/landmarks.ts";
import { changesOf, changeText, type Changed } from "./setup/change.ts";
import { day } from "./setup/dishonesty.ts";
import { runTokens, testHub, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";

/** A grant opens what there is in a division. So whoever gives one must be in charge there: what a body reads as the one that bought or owes, it cannot open of all others. */
let hub: TestHub;
beforeAll(async () => {
  hub = await testHub();
});
afterAll(() => hub?.close());
const change = changesOf(() => hub);

const requested = async (provider: { readonly id: string }, fields: readonly string[], scopeDivisionCode: string): Promise<Readonly<Record<string, unknown>>> => {
  const { row, refused } = await change("department", "requestSharing", { providerId: `Organization_${provider.id}`, fields, purpose: "AUDIT", basisCitation: "个人信息保护法第13条", scopeDivisionCode, validFrom: day(), validTo: day(30) });
  expect(refused).toEqual([]);
  return { id: row!["id"], version: row!["version"] };
};
const grants = (by: PersonaOrPublic, request: Readonly<Record<string, unknown>>): Promise<Changed> => change(by, "grantSharing", request);

/** The texts of contracts that the audit office of 锦江区 is given with a purpose and a case. */
async function texts(): Promise<readonly unknown[]> {
  const { body } = await hub.ask("department", "{ contracts(first: 50) { nodes { text } } }", {}, { extensions: { access: { purpose: "AUDIT", caseNo: "锦审〔2026〕1号" } } });
  return (body.data!["contracts"] as { nodes: { text: unknown }[] }).nodes.flatMap(({ text }) => text ?? []);
}

describe("A body that is party to contracts and debts, as any is", () => {
  it.each([["Contract.text"], ["ArrearsRecord.amount"], ["ArrearsRecord.debtorId"]])("opens %s to nobody: it would be that of others", async (field) => {
    const before = await texts();
    expect((await grants("investment", await requested(bodies.provinceInvestment, [field], "510000"))).refused).toEqual(["INVALID input.fields"]);
    expect(await texts()).toEqual(before);
  });

  it("leaves it to those who are in charge of it in the division", async () => {
    const before = await texts();
    expect((await grants("finance", await requested(bodies.provinceFinance, ["Contract.text", "ArrearsRecord.amount"], "510104"))).row).toMatchObject({ state: "ACTIVE" });
    expect((await texts()).length).toBeGreaterThan(before.length);
  });
});

describe("A client whose jurisdiction is narrower than its body's division", () => {
  it("grants what lies within its own, and leaves the rest to others", async () => {
    const clientId = "sichuan-finance-jinjiang";
    expect((await change("operator", "registerClient", { clientId, name: "财政厅锦江专用系统", organizationId: `Organization_${bodies.provinceFinance.id}`, audience: "FINANCE", jurisdictionCode: "510104" })).refused).toEqual([]);
    const authorization = `Bearer ${await runTokens.signDemonstration(clientId, null, 60)}`;
    const decide = async (input: object): Promise<unknown> => {
      const response = await fetch(`${hub.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", authorization }, body: JSON.stringify({ query: changeText("grantSharing"), variables: { input } }) });
      const { data } = (await response.json()) as { data: { grantSharing: { sharingGrant: { state: string }; userErrors: { code: string; field: string[] }[] } } };
      return { state: data.grantSharing.sharingGrant.state, refused: data.grantSharing.userErrors.map(({ code, field }) => `${code} ${field.join(".")}`) };
    };
    const request = await requested(bodies.provinceFinance, ["Contract.text"], "510000");
    expect(await decide(request)).toEqual({ state: "REQUESTED", refused: ["INVALID input.scopeDivisionCode"] });
    expect(await decide({ ...request, scopeDivisionCode: "510104" })).toEqual({ state: "ACTIVE", refused: [] });
  });
});

describe("A body that manages its own civil servants and nobody else's", () => {
  const purpose = { purpose: "SELECTION", caseNo: "锦审〔2026〕2号" };
  /** How many civil servants each managing body has let the audit office of 锦江区 see for a purpose of this test alone. */
  async function seen(): Promise<readonly string[]> {
    const { body } = await hub.ask("department", "{ officials(first: 100) { nodes { managingOrganization { uscc } } } }", {}, { extensions: { access: purpose } });
    return [...new Set((body.data!["officials"] as { nodes: { managingOrganization: { uscc: string } | null }[] }).nodes.map(({ managingOrganization }) => managingOrganization?.uscc ?? ""))].sort();
  }
  const ask = async (fields: readonly string[], scopeDivisionCode: string) => {
    const { row, refused } = await change("department", "requestSharing", { providerId: `Organization_${bodies.prefecturePersonnel.id}`, fields, purpose: purpose.purpose, basisCitation: "个人信息保护法第13条", scopeDivisionCode, validFrom: day(), validTo: day(30) });
    expect(refused).toEqual([]);
    return { id: row!["id"], version: row!["version"] };
  };
  let prefecture: string;
  beforeAll(async () => {
    const clientId = "chengdu-personnel";
    expect((await change("operator", "registerClient", { clientId, name: "成都市人事系统", organizationId: `Organization_${bodies.prefecturePersonnel.id}`, audience: "PERSONNEL", jurisdictionCode: "510100" })).refused).toEqual([]);
    prefecture = `Bearer ${await runTokens.signDemonstration(clientId, null, 300)}`;
  });
  const grant = async (authorization: string, input: object): Promise<unknown> => {
    const query = "mutation ($input: GrantSharingInput!) { grantSharing(input: $input) { sharingGrant { state coversWholeScope } userErrors { code field } } }";
    const response = await fetch(`${hub.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", authorization }, body: JSON.stringify({ query, variables: { input } }) });
    return ((await response.json()) as { data: { grantSharing: unknown } }).data.grantSharing;
  };

  it("opens those of its own division, and none of the divisions below that another body manages", async () => {
    expect(await seen()).toEqual([]);
    expect(await grant(prefecture, await ask(["Official.managingOrganizationId"], "510104"))).toEqual({ sharingGrant: { state: "ACTIVE", coversWholeScope: false }, userErrors: [] });
    expect(await seen()).toEqual([]);
    expect(await grant(prefecture, await ask(["Official.managingOrganizationId"], "510100"))).toEqual({ sharingGrant: { state: "ACTIVE", coversWholeScope: false }, userErrors: [] });
    expect(await seen()).toEqual([bodies.prefecturePersonnel.uscc]);
  });

  it("leaves those below to the lead, whose grant covers them", async () => {
    const lead = `Bearer ${(await hub.tokenOf("creditLead"))!}`;
    expect(await grant(lead, await ask(["Official.managingOrganizationId"], "510100"))).toMatchObject({ sharingGrant: { state: "ACTIVE", coversWholeScope: true } });
    expect((await seen()).length).toBeGreaterThan(1);
  });
});
