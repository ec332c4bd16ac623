import { expect, it } from "vitest";
import { dataset } from "../../src/exchange/demonstration/dataset.ts";
import { enterprises } from "../../src/exchange/demonstration/landmarks.ts";
import { directory } from "../../src/exchange/demonstration/personas.ts";

it("The personas are the fifteen of the contract and the leads of a city and a county, each in the body of its division, the firm in none, and each a registered client", () => {
  const rows = dataset();
  const organizations = new Map([...rows.governments, ...rows.departments, ...rows.institutions, ...rows.enterprises].map((row) => [row.id, row]));
  const officials = new Set(rows.officials.map(({ id }) => id));
  expect(Object.keys(directory)).toEqual(
    "department finance personnel otherPersonnel supervision creditLead cityCreditLead countyCreditLead court tradingCentre housing investment centralBank subject enterprise auditor operator".split(" "),
  );
  for (const [name, { body, jurisdiction, subject }] of Object.entries(directory)) {
    if (body !== null) expect(organizations.get(body), name).toMatchObject(jurisdiction === null ? { uscc: enterprises.winner.uscc } : { divisionCode: jurisdiction });
    if (subject !== null) expect(officials.has(subject), name).toBe(true);
    expect(rows.clients.map(({ clientId }) => clientId)).toContain(name);
  }
});
