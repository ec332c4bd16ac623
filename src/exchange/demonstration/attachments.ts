import { createHash } from "node:crypto";
import { bodyId } from "./bodies.ts";
import { chanceOf, uuidOf } from "./chance.ts";
import type { DishonestyRow, PublishedOfficialRow } from "./dishonesty.ts";
import { dishonestyStories } from "./dishonesty-stories.ts";
import { envelopeOf } from "./envelopes.ts";
import { violationStories } from "./violation-stories.ts";
import type { ViolationRow } from "./violations.ts";

interface AttachmentSpec {
  /** The stable name, from which the identifier follows. */
  readonly name: string;
  readonly dishonestyRecordId: string | null;
  readonly violationRecordId: string | null;
  readonly isPublishable: boolean;
}

type Keys = Pick<AttachmentSpec, "dishonestyRecordId" | "violationRecordId">;

const story = (name: string, isPublishable: boolean, keys: Partial<Keys> = {}): AttachmentSpec => ({
  name: `attachment/story/${name}`, isPublishable, dishonestyRecordId: null, violationRecordId: null, ...keys,
});
const displayed = { dishonestyRecordId: uuidOf(dishonestyStories.displayed.name) };
const ended = { dishonestyRecordId: uuidOf(dishonestyStories.ended.name) };
const collusion = { violationRecordId: uuidOf(violationStories.collusion.name) };

/** One file for each question about who may see it. */
export const attachmentStories = {
  /** Of a record on display: one for everybody, one for those who read the facts in full. */
  displayed: story("displayed", true, displayed),
  displayedClosed: story("displayed-closed", false, displayed),
  /** For publication, of a record whose display is over. */
  ended: story("ended", true, ended),
  collusion: story("collusion", true, collusion),
  collusionClosed: story("collusion-closed", false, collusion),
  /** For publication, and of no record: nobody's. */
  ofNothing: story("of-nothing", true),
} as const satisfies Record<string, AttachmentSpec>;

/** The decision as published, and what the file of the case holds beside it. */
const titles = { published: "决定书（公开稿）", closed: ["调查报告", "会议纪要", "企业申报材料"] } as const;

/** Rows of Attachment: the stories, and none to two files for each record. */
export function attachmentRows(dishonesty: readonly (DishonestyRow | PublishedOfficialRow)[], violations: readonly ViolationRow[]) {
  const generated = [
    ...dishonesty.flatMap(({ id, sourceOrganizationId }) => filesOf(id, sourceOrganizationId, { dishonestyRecordId: id, violationRecordId: null })),
    ...violations.flatMap(({ id, sourceOrganizationId }) => filesOf(id, sourceOrganizationId, { dishonestyRecordId: null, violationRecordId: id })),
  ];
  const sources = new Map([...dishonesty, ...violations].map((row) => [row.id, row.sourceOrganizationId]));
  const told = Object.values<AttachmentSpec>(attachmentStories).map((spec) => rowOf(spec, sources.get(spec.dishonestyRecordId ?? spec.violationRecordId ?? "") ?? bodyId("510000", "developmentReform")));
  return [...told, ...generated];
}

function filesOf(record: string, source: string, keys: Keys) {
  const chance = chanceOf(`attachments/${record}`);
  return [true, false].filter(() => chance.percent(30)).map((isPublishable) => rowOf({ name: `attachment/${record}/${isPublishable ? "published" : "closed"}`, ...keys, isPublishable }, source));
}

function rowOf({ name, isPublishable, dishonestyRecordId, violationRecordId }: AttachmentSpec, source: string) {
  const chance = chanceOf(name);
  return {
    ...envelopeOf("ATT", name, { sourceOrganizationId: source, sourceSystem: "政务诚信管理系统" }),
    dishonestyRecordId,
    violationRecordId,
    title: isPublishable ? titles.published : chance.pick(titles.closed),
    mediaType: isPublishable || chance.percent(70) ? "application/pdf" : "image/tiff",
    bytes: chance.whole(20_000, 4_000_000),
    isPublishable,
    sha256: createHash("sha256").update(name).digest("hex"),
  };
}
