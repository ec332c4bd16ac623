import type { Access, Ask } from "./ask.ts";
import { graphql } from "./generated/gql.ts";
import { inBatches } from "./in-batches.ts";
import { made, NotMade } from "./made.ts";
import { rowsOf } from "./rows-of.ts";

const whoQuestion = graphql(`
  query Who {
    me { audience client body { id name } }
  }
`);

const suppliersQuestion = graphql(`
  query Suppliers($after: String) {
    enterprises(first: 200, after: $after) { nodes { uscc } pageInfo { hasNextPage endCursor } }
  }
`);

const checkQuestion = graphql(`
  query Check($codes: [String!]!) {
    organizationsByCode(codes: $codes) { name uscc status integrityRecords { totalCount } }
  }
`);

const officialsQuestion = graphql(`
  query Officials {
    officials(first: 3) { totalCount nodes { recordNo name postTitle gender } }
  }
`);

const providerQuestion = graphql(`
  query Provider {
    organizations(first: 1, where: { name: { eq: "成都市锦江区人力资源和社会保障局" } }) { nodes { id name } }
  }
`);

const requestSharingChange = graphql(`
  mutation RequestSharing($input: RequestSharingInput!) {
    requestSharing(input: $input) { sharingGrant { grantNo state } userErrors { code field message } }
  }
`);

/** For what the department asks for facts about persons: a grant opens them for its own purpose, and every look is logged with the case. */
const access: Access = { purpose: "AUDIT", caseNo: "锦审〔2026〕12号" };

/** What a department's system does: it checks a list of firms, reads what a grant opens, and asks for another grant. Prints as it goes. */
export async function runDepartment(ask: Ask, print: (line: string) => void): Promise<void> {
  const { me } = (await ask(whoQuestion, {})).data;
  print(`Asking as ${me.audience}${me.body ? `, ${me.body.name}` : ""}`);

  const suppliers = await Array.fromAsync(rowsOf(async (after) => (await ask(suppliersQuestion, { after })).data.enterprises));
  const codes = [...suppliers.map(({ uscc }) => uscc), "000000000000000000"];
  const checked = await inBatches(codes, async (batch) => (await ask(checkQuestion, { codes: batch })).data.organizationsByCode);
  const unknown = codes.filter((_code, place) => checked[place] === null);
  const noted = checked.filter((firm) => firm !== null && firm.integrityRecords.totalCount > 0);
  print(`Checked ${codes.length} codes: ${noted.length} with records on display, unknown: ${unknown.join(", ")}`);

  const { data, denied, requestId } = await ask(officialsQuestion, {}, access);
  print(`Civil servants that this client may know of: ${data.officials.totalCount} (request ${requestId ?? "?"})`);
  for (const { recordNo, name, postTitle } of data.officials.nodes) print(`  ${recordNo} ${name ?? "–"} ${postTitle ?? "–"}`);
  for (const { coordinate, class: declared, howToApply } of denied) print(`  ${coordinate} is denied (${declared}). ${howToApply ?? ""}`);

  await askForGrant(ask, print);
}

async function askForGrant(ask: Ask, print: (line: string) => void): Promise<void> {
  const [provider] = (await ask(providerQuestion, {})).data.organizations.nodes;
  if (!provider) return;
  const year = new Date().getFullYear();
  const input = {
    requestKey: `client-example-${year}`, // the same key asks for the same grant again, so that a repeated run makes no second one
    providerId: provider.id,
    fields: ["Official.name", "Official.gender"],
    purpose: "AUDIT",
    purposeNote: "经济责任审计",
    basisCitation: "政务数据共享条例",
    scopeDivisionCode: "510104",
    validFrom: `${year}-01-01`,
    validTo: `${year + 1}-12-31`,
    dailyQuota: 100,
  };
  try {
    const { sharingGrant } = made((await ask(requestSharingChange, { input })).data.requestSharing);
    print(`Asked ${provider.name} for a sharing grant: ${sharingGrant?.grantNo ?? ""} is ${sharingGrant?.state ?? ""}`);
  } catch (error) {
    if (!(error instanceof NotMade)) throw error;
    print(`Asked ${provider.name} for a sharing grant, which was not made. ${error.message}`);
  }
}
