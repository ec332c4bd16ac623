import { fromTradingCentre, publishedAt, resultPublishedAt } from "./seed-tenders.ts";
import { dealsOf } from "./seed-plans.ts";
import { seedTable } from "./seed-table.ts";
import type { SeedDeal } from "./seed-specs.ts";
import type { SeedWorld } from "./seed-world.ts";

const titles = { TENDER: "公告", RESULT: "结果公告", TERMINATION: "终止公告", CHANGE: "合同变更公告" } as const;

type Told = readonly [kind: keyof typeof titles, publishedAt: string | null, text: string];

/** What is told of a tender: that it is held, and how it ended. */
function toldOf(world: SeedWorld, deal: SeedDeal): readonly Told[] {
  const { status, noticedOn, dueOn, awardedOn, told } = deal;
  return [
    ["TENDER", `${noticedOn} 09:00`, "公告"],
    ...(awardedOn === null ? [] : [["RESULT", resultPublishedAt(world, deal), "结果公告"] as const]),
    ...(status === "FAILED" || status === "CANCELLED" ? [["TERMINATION", publishedAt(world, dueOn, 1, "10:00"), "终止公告"] as const] : []),
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
