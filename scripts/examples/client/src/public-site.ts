import type { Ask } from "./ask.ts";
import { graphql } from "./generated/gql.ts";
import { sumOf } from "./money.ts";
import { rowsOf } from "./rows-of.ts";

const searchQuestion = graphql(`
  query Search($text: String!) {
    search(text: $text, first: 5) { totalCount nodes { title type matchedBy node { id ... on Organization { uscc } } } }
  }
`);

const countyQuestion = graphql(`
  query County($code: String!, $year: Int!) {
    administrativeDivision(code: $code) { name debtLimits(where: { year: { eq: $year } }) { nodes { kind amount } } }
  }
`);

const recordsQuestion = graphql(`
  query PublishedRecords($after: String) {
    integrityRecords(first: 50, after: $after, orderBy: { field: ISSUED_ON, direction: DESC }) {
      nodes { __typename title subjectName issuedOn displayUntil }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** What a page of the public site shows: a search, a county's figures, and every record that is on display. Prints as it goes. */
export async function showPublicSite(ask: Ask, print: (line: string) => void): Promise<void> {
  const { search } = (await ask(searchQuestion, { text: "锦江区" })).data;
  print(`Search 锦江区: ${search.totalCount} found`);
  for (const { title, type, node } of search.nodes) print(`  ${title} (${type}${"uscc" in node ? `, ${node.uscc}` : ""})`);

  const { administrativeDivision: county } = (await ask(countyQuestion, { code: "510104", year: 2025 })).data;
  if (county) {
    const limits = county.debtLimits.nodes;
    print(`Debt limits of ${county.name} in 2025: ${limits.map(({ kind, amount }) => `${kind} ${amount} 元`).join(", ")}; together ${sumOf(limits.map(({ amount }) => amount))} 元`);
  }

  const records = await Array.fromAsync(rowsOf(async (after) => (await ask(recordsQuestion, { after })).data.integrityRecords));
  print(`Records on display, read page by page: ${records.length}`);
  for (const { title, subjectName, issuedOn, displayUntil } of records.slice(0, 3)) print(`  ${issuedOn} ${subjectName}: ${title}${displayUntil ? `, shown until ${displayUntil}` : ""}`);
}
