import postgres from "postgres";
import { expect, it } from "vitest";
import { hubCatalogue } from "../../src/server.ts";
import { openOwnerSession } from "../../src/store/owner-session.ts";
import { refreshPending } from "../../src/store/refresh-search.ts";
import { freshDatabase } from "../setup/database.ts";
import { demonstrationTemplate } from "../setup/template.ts";

it("After a large delivery the search is right for all rows of its types, and nothing is left noted", async () => {
  const database = await freshDatabase(await demonstrationTemplate());
  const sql = postgres(database.url, { max: 1, onnotice: () => {} });
  const [project] = await sql`update project set name = '改名后的示例项目' where id = (select id from project limit 1) returning id`;
  await sql`insert into search_pending (type, id) select 'PROJECT', gen_random_uuid() from generate_series(1, 20001)`;
  const session = openOwnerSession(database.url, "test");
  expect(await refreshPending(session, hubCatalogue())).toBe(1);
  expect(await sql`select title from search_entry where type = 'PROJECT' and id = ${String(project!["id"])}`).toEqual([{ title: "改名后的示例项目" }]);
  expect(await sql`select from search_pending`).toHaveLength(0);
  await Promise.all([session.close(), sql.end()]);
  await database.drop();
});
