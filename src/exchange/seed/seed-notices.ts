import { noticeTitles } from "../demonstration/notices.ts";
import { dealsOf } from "./seed-plans.ts";
import type { SeedDeal } from "./seed-specs.ts";
import { seedTable } from "./seed-table.ts";
import { fromTradingCentre, publishedAt, resultPublishedAt } from "./seed-tenders.ts";
import type { SeedWorld } from "./seed-world.ts";

/** What is changed here is a contract. */
const titles = { ...noticeTitles, CHANGE: "合同变更公告" };

type Told = readonly [kind: keyof typeof titles, publishedAt: string | null, text: string];

/** What is told of a tender: that it is held, and how it ended. */
function toldOf(world: SeedWorld, deal: SeedDeal): readonly Told[] {
  const { status, noticedOn, dueOn, awardedOn, told } = deal;
  return [
    ["TENDER", `${noticedOn} 09:00`, titles.TENDER],
    ...(awardedOn === null ? [] : [["RESULT", resultPublishedAt(world, deal), titles.RESULT] as const]),
    ...(status === "FAILED" || status === "CANCELLED" ? [["TERMINATION", publishedAt(world, dueOn, 1, "10:00"), titles.TERMINATION] as const] : []),
    ...(told?.change ? [["CHANGE", publishedAt(world, told.change.signedOn, 2, "10:00"), told.change.text] as const] : []),
  ];
}

/** Rows of Notice; what is not published yet is drafted, and no more. */
export const notices = seedTable("notices", ["tenderId", "kind", "title", "publishedAt", "mediaUrl", "text", "sourceSystem", "sourceRecordNo", "sourceOrganizationId"], {
  about: ({ sizes }) => sizes.projects * 2,
  *rows(world) {
    for (const deal of dealsOf(world)) {
      for (const [kind, published, text] of toldOf(world, deal)) {
        const sourceRecordNo = `GG-${deal.tenderNo}-${kind}`;
        yield {
          tenderId: deal.tenderNo, kind,
          title: `${deal.title}${titles[kind]}`,
          publishedAt: published,
          mediaUrl: published === null ? null : `https://example.invalid/notices/${sourceRecordNo}`,
          text: `${text}（演示公告，编号${deal.tenderNo}）。`,
          ...fromTradingCentre(world, deal), sourceRecordNo,
        };
      }
    }
  },
});
