import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testHub, type TestHub } from "../setup/hub.ts";
import { identifierIn, typeIn } from "./questions.ts";
import { Reading } from "./reading.ts";
import { openStage, personas, registry, type Stage } from "./stage.ts";
import { askers, type Asker } from "./viewers.ts";
import type { Row } from "./policy/vocabulary.ts";
import { noAccess } from "./write-grants.ts";

/**
 * Searches for pieces of what stands in rows, hidden ones and persons' among them: what is found exists for the asker and for everybody, says
 * what it is, and is all that bears the piece in its title. How titles are told by pinyin, the oracle does not know.
 */
const titles: Readonly<Record<string, string>> = { AdministrativeDivision: "name", Organization: "name", FormerIdentity: "name", Project: "name", Tender: "title", Notice: "title", Contract: "title" };
/** Types whose names and titles are looked for: of persons, of rows that are not all there, of what everybody gets. */
const pieces = ["Organization", "Tender", "Bid", "Official", "OfficeHolder", "Notice", "Award", "Contract", "DishonestyRecord", "ViolationRecord", "Project"];
const searches = 150;

let stage: Stage;
let hub: TestHub;

beforeAll(async () => {
  stage = await openStage("2026-11-25T04:00:00.000Z");
  hub = await testHub({ registry, ownerUrl: stage.ownerUrl });
});
afterAll(async () => {
  await hub.close();
  await stage.close();
});

interface Found {
  readonly search: { readonly totalCount: number; readonly nodes: readonly { readonly title: string; readonly type: string; readonly node: { readonly id: string } }[] };
}

const titleOf = (row: Row): string | undefined => {
  const type = Object.keys(titles).find((name) => stage.shape.concrete(name).includes(row.type));
  return type === undefined ? undefined : String(row.values[titles[type]!]);
};

/** How many rows have been found, hit by hit: that nothing is wrong must not mean that there was nothing. */
let hits = 0;

async function faultsOf(asker: Asker, text: string): Promise<string[]> {
  const types = Object.keys(titles).map((name) => name.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toUpperCase());
  const query = "query ($text: String!, $types: [SearchType!]) { search(text: $text, types: $types, first: 200) { totalCount nodes { title type node { id } } } everything: search(text: $text, first: 200) { nodes { node { id } } } }";
  const { answer: { data, errors } } = await stage.ask(hub, asker, { query, variables: { text, types }, access: noAccess });
  if (errors) return [`${text}: ${JSON.stringify(errors)}`];
  const { shape, world } = stage;
  const readings = [asker.viewer, personas[0]!.viewer].map((viewer) => new Reading(shape, world, { viewer, access: noAccess, now: stage.now }));
  const { search, everything } = data as Found & { readonly everything: Found["search"] };
  hits += everything.nodes.length;
  const rowOf = (id: string): Row | undefined => {
    const type = typeIn(shape, id);
    return type === null ? undefined : world.row(type, "id", identifierIn(shape, type, id));
  };
  const hidden = [...search.nodes, ...everything.nodes].filter(({ node }) => !readings.every((reading) => reading.exists(rowOf(node.id)!)));
  const misnamed = search.nodes.filter(({ title, node }) => title !== titleOf(rowOf(node.id)!));
  const bearers = Object.keys(titles).flatMap((type) => world.rowsOf(type).filter((row) => readings.every((reading) => reading.exists(row)) && titleOf(row)!.includes(text)));
  const found = new Set(search.nodes.map(({ node }) => rowOf(node.id)));
  const missing = bearers.length <= 200 && search.totalCount <= 200 ? bearers.filter((row) => !found.has(row)) : [];
  return [...hidden.map(({ node }) => `${node.id} does not exist for ${asker.viewer.audience}`), ...misnamed.map(({ node }) => `${node.id} is called otherwise`), ...missing.map(({ id, type }) => `${type}_${id} is not found`)].map((fault) => `${text}: ${fault}`);
}

it("finds what exists for the asker and bears the text, all of it and nothing else", { timeout: 120_000 }, async () => {
  const drawn = fc.sample(fc.tuple(askers(personas, stage), fc.constantFrom(...pieces), fc.nat(), fc.nat({ max: 6 }), fc.integer({ min: 2, max: 6 })), { numRuns: searches, seed: 1 });
  const faults: string[] = [];
  for (const [asker, type, which, from, length] of drawn) {
    const rows = stage.world.rowsOf(type);
    const { values } = rows[which % rows.length]!;
    const name = String(values["title"] ?? values["name"] ?? values["supplierName"]);
    const text = [...name].slice(from % Math.max([...name].length - length, 1)).slice(0, length).join("");
    if (/^\p{Script=Han}{2,}$/u.test(text)) faults.push(...(await faultsOf(asker, text)));
  }
  expect(faults).toEqual([]);
  expect(hits).toBeGreaterThan(searches * 10);
});
