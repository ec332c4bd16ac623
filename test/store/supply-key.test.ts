import { afterAll, beforeAll, expect, it } from "vitest";
import { department } from "../../src/domains/reference/organization.ts";
import { project } from "../../src/domains/reference/project.ts";
import { post } from "../../src/domains/reference/post.ts";
import { insertRows, type NewRow } from "../../src/store/insert-rows.ts";
import { bodies, planted, secrets, uuid, type Planted } from "./planted.ts";

let database: Planted;
beforeAll(async () => {
  database = await planted();
});
afterAll(() => database.close());

const somePost = (n: number, further: Partial<NewRow<typeof post>>): NewRow<typeof post> => ({
  id: uuid(n), recordNo: `PST-${n}`, postNo: `POST-${n}`, organizationId: bodies.audit.id, title: "局长", isLeading: true, ...further,
});
const insertPosts = (...rows: NewRow<typeof post>[]) => insertRows(database.database, post, rows, secrets);

it("A source numbers its records once", async () => {
  await insertPosts(somePost(300, { sourceOrganizationId: bodies.audit.id, sourceRecordNo: "1" }));
  await expect(insertPosts(somePost(301, { sourceOrganizationId: bodies.audit.id, sourceRecordNo: "1" }))).rejects.toThrow();
  expect(await database.owner`select 1 from post where record_no = 'PST-301'`).toHaveLength(0);
});

it("Another source may use the same number, so that no refusal tells of its rows", async () => {
  await insertPosts(somePost(310, { sourceOrganizationId: bodies.audit.id, sourceRecordNo: "2" }), somePost(311, { sourceOrganizationId: bodies.otherAudit.id, sourceRecordNo: "2" }));
  expect(await database.owner`select 1 from post where source_record_no = '2'`).toHaveLength(2);
});

it("What is recognised by a code of its own has no second key", async () => {
  const of = (n: number) => ({ recordNo: `NEW-${n}`, sourceOrganizationId: bodies.audit.id, sourceRecordNo: "3" });
  await insertRows(database.database, department, [1, 2].map((n) => ({ ...of(n), uscc: `NEW-${n}`, name: "Body", divisionCode: bodies.audit.divisionCode, level: "COUNTY" as const })), secrets);
  await insertRows(database.database, project, [3, 4].map((n) => ({ ...of(n), code: `NEW-${n}`, name: "Project", kind: "CONSTRUCTION" as const, stage: "PLANNED" as const, ownerId: bodies.audit.id, divisionCode: bodies.audit.divisionCode })), secrets);
  expect(await database.owner`select 1 from organization where source_record_no = '3' union all select 1 from project where source_record_no = '3'`).toHaveLength(4);
});
