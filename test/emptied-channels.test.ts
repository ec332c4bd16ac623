import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changesOf } from "./setup/change.ts";
import { dishonestyOf, type OnItsWay } from "./setup/dishonesty.ts";
import { deliveringHub, type DeliveringHub } from "./setup/deliver.ts";

/** Where else an emptied record was published says its words too, in the page's address and in why it was taken down: they go with the record, the address of a page that is up once it is taken down. */
let hub: DeliveringHub;
beforeAll(async () => {
  hub = await deliveringHub();
});
afterAll(() => hub?.close());
const { published, look } = dishonestyOf(() => hub);
const change = changesOf(() => hub);

const word = "乌有县拖欠工程款";
const emptied = "（已删减）";

async function publishedAt(record: OnItsWay, page: string): Promise<string> {
  const { row, refused } = await change("department", "recordPublication", { dishonestyRecordId: record.id, kind: "PORTAL", url: `https://www.example.gov.cn/${word}/${page}` });
  expect(refused).toEqual([]);
  return String(row!["id"]);
}
const takeDown = async (id: string, version: number): Promise<readonly string[]> => (await change("department", "recordTakeDown", { id, version, reason: `${word}，已下线` })).refused;
const redact = (record: OnItsWay) => record.done("creditLead", "redactDishonesty", { reason: "含有不应公开的信息。" });
const channels = async (record: OnItsWay): Promise<unknown> => (await look("department", record.id, "publicationChannels { nodes { url state } }"))!["publicationChannels"];
const wordsLeft = () => hub.sql`select 'row' as at from publication_channel c where c::text like ${`%${word}%`} union all select 'history' from publication_channel_history h where h::text like ${`%${word}%`} union all select 'event' from workflow_event e where e.reason like ${`%${word}%`}`;

describe("A page elsewhere on which an emptied record was published", () => {
  it("has no address any more, nor a reason for which it was taken down, where it was taken down before", async () => {
    const record = await published();
    expect(await takeDown(await publishedAt(record, "1"), 1)).toEqual([]);
    expect((await wordsLeft()).map(({ at }) => String(at)).toSorted()).toEqual(["event", "history", "row"]);
    await redact(record);
    expect(await channels(record)).toEqual({ nodes: [{ url: emptied, state: "TAKEN_DOWN" }] });
    expect(await wordsLeft()).toEqual([]);
  });

  it("has its address as long as it is up, for whoever has to take it down, and no longer", async () => {
    const record = await published();
    const page = await publishedAt(record, "2");
    await redact(record);
    expect(await channels(record)).toEqual({ nodes: [{ url: `https://www.example.gov.cn/${word}/2`, state: "ONLINE" }] });
    expect(await takeDown(page, 1)).toEqual([]);
    expect(await channels(record)).toEqual({ nodes: [{ url: emptied, state: "TAKEN_DOWN" }] });
    expect(await wordsLeft()).toEqual([]);
  });

  it("keeps both where the record was not emptied", async () => {
    const record = await published();
    expect(await takeDown(await publishedAt(record, "3"), 1)).toEqual([]);
    expect((await wordsLeft()).map(({ at }) => String(at)).toSorted()).toEqual(["event", "history", "row"]);
  });
});

describe("A record that was emptied", () => {
  it("leads nobody to whom it was about, not those in charge of it either", async () => {
    const record = await published();
    expect(await look("creditLead", record.id, "subjectOrganization { name }")).toEqual({ subjectOrganization: { name: "成都市锦江区人民政府" } });
    await redact(record);
    for (const by of ["creditLead", "department"] as const) expect(await look(by, record.id, "subjectName subjectOrganizationId subjectOrganization { name }")).toEqual({ subjectName: emptied, subjectOrganizationId: null, subjectOrganization: null });
    expect(await hub.sql`select from dishonesty_record_history where id = ${record.uuid} and subject_organization_id is not null`).toEqual([]);
  });
});
