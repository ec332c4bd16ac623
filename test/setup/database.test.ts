import postgres from "postgres";
import { expect, it } from "vitest";
import { databaseUrl, freshDatabase } from "./database.ts";

it("a fresh database is a copy of its template and gone after its drop, whoever is connected", async () => {
  const template = await freshDatabase();
  const made = postgres(template.url, { max: 1, onnotice: () => {} });
  await made`create table kept as select 1 as n`;
  await made.end();

  const copies = await Promise.all([1, 2, 3].map(() => freshDatabase(new URL(template.url).pathname.slice(1))));
  expect(new Set(copies.map(({ url }) => url)).size).toBe(3);
  const left = postgres(copies[0]!.url, { max: 1, onnotice: () => {} });
  expect(await left`select n from kept`).toEqual([{ n: 1 }]);
  await Promise.all(copies.map(({ drop }) => drop()));
  await template.drop();

  await expect(left`select n from kept`).rejects.toThrow();
  await left.end();
  const gone = postgres(databaseUrl(new URL(copies[1]!.url).pathname.slice(1)), { max: 1, onnotice: () => {} });
  await expect(gone`select`).rejects.toMatchObject({ code: "3D000" });
  await gone.end();
});
