import type { Question } from "./questions.ts";

/** The questions as PostGraphile has them, with the names that it gives to what the database holds. */
export const postgraphileQueries: Readonly<Record<Question["name"], string>> = {
  Q1: "query Q1($code: String!) { projectByCode(code: $code) { rowId code name kind stage divisionCode investment approvedOn } }",
  Q2: `query Q2($division: String!) { allOrganizations(first: 20, condition: { divisionCode: $division }, orderBy: [USCC_ASC]) {
    edges { cursor node { uscc name level status foundedOn phone officeAddress } } pageInfo { hasNextPage endCursor } } }`,
  Q3: `query Q3($county: String!) { administrativeDivisionByCode(code: $county) { code name organizationByGovernedCode { name uscc
    organizationsByGovernmentId(first: 5, condition: { kind: "DEPARTMENT" }, orderBy: [USCC_ASC]) { nodes { name uscc
    projectsByOwnerId(first: 3, orderBy: [CODE_ASC]) { nodes { code name investment tendersByProjectId(first: 3, orderBy: [NOTICED_AT_DESC]) { nodes { title method status openedAt
    bidsByTenderId(first: 5, orderBy: [RECEIVED_AT_ASC]) { nodes { supplierName bidPriceByRowId { price } status } } } } } } } } } } }`,
  Q4: `query Q4($division: String!) { allProjects(first: 200, condition: { divisionCode: $division }, orderBy: [CODE_ASC]) { nodes {
    rowId code name kind stage divisionCode investment approvedOn recordNo documentNo documentDate validFrom } } }`,
};

/** The values of an answer, sorted: names of fields, marks of types in ids, forms of times and cursors are each server's own. */
export function valuesOf(text: string): readonly string[] {
  const values: string[] = [];
  JSON.parse(text, (key, value: string | number | boolean | object | null) => {
    if (key === "cursor" || key === "endCursor" || value === null || typeof value === "object") return value;
    const plain = String(value).replace(/^[A-Z]\w+_(?=[\da-f]{8}-)/, "");
    values.push(/^\d{4}-\d\d-\d\dT/.test(plain) ? new Date(plain).toISOString() : plain);
    return value;
  });
  return values.sort();
}
