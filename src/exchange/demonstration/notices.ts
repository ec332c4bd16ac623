import type { noticeKind } from "../../domains/bidding/codelists.ts";
import type { AcceptanceRow } from "./acceptances.ts";
import type { Decided } from "./awards.ts";
import { bodyId } from "./bodies.ts";
import { addDays, at, chanceOf, uuidOf } from "./chance.ts";
import type { Contracted } from "./contracts.ts";
import { envelopeOf } from "./envelopes.ts";
import type { TenderSpec } from "./specs.ts";
import { regimeOf, tenderName } from "./tenders.ts";

type NoticeKind = (typeof noticeKind.values)[number];

export const noticeName = (tenderNo: string, kind: NoticeKind): string => `notice/${tenderNo}/${kind}`;

/** What follows the title of a tender in those of its notices. */
export const noticeTitles: Readonly<Record<NoticeKind, string>> = {
  INTENT: "采购意向公开", TENDER: "公告", CHANGE: "更正公告", CANDIDATES: "中标候选人公示", RESULT: "结果公告", CONTRACT: "合同公告", ACCEPTANCE: "验收公告", TERMINATION: "终止公告",
};

/** What has happened around tenders, of which notices tell. */
export interface Happened {
  readonly tenders: readonly TenderSpec[];
  readonly awards: readonly Decided[];
  readonly contracts: readonly Contracted[];
  readonly acceptances: readonly AcceptanceRow[];
}

/** Rows of Notice: each step is told on the day on which it is published; what is not published is drafted, and no more. */
export function noticeRows({ tenders, awards, contracts, acceptances }: Happened) {
  const accepted = new Map(acceptances.map((row) => [row.contractId, row]));
  return [
    ...tenders.flatMap((spec) => [
      ...(regimeOf(spec) === "PROCUREMENT" ? [noticeOf(spec, "INTENT", at(addDays(spec.noticedOn, -35), "09:00"))] : []),
      noticeOf(spec, "TENDER", at(spec.noticedOn, "09:00")),
      ...(spec.dueOn !== null && chanceOf(`change/${spec.tenderNo}`).percent(15) ? [noticeOf(spec, "CHANGE", at(addDays(spec.noticedOn, 3), "15:00"))] : []),
      ...(spec.status === "FAILED" || spec.status === "CANCELLED" ? [noticeOf(spec, "TERMINATION", at(addDays(spec.dueOn ?? spec.noticedOn, 1), "10:00"))] : []),
    ]),
    ...awards.flatMap(({ spec, row }) => [
      ...(regimeOf(spec) === "BIDDING" && row.publishedAt !== null ? [noticeOf(spec, "CANDIDATES", at(addDays(spec.dueOn!, 1), "10:00"))] : []),
      noticeOf(spec, "RESULT", row.publishedAt),
    ]),
    ...contracts.map(({ spec, row }) => noticeOf(spec, "CONTRACT", row.publishedAt)),
    ...contracts.flatMap(({ spec, row }) => {
      const acceptance = row.publishedAt === null ? undefined : accepted.get(row.id);
      return acceptance ? [noticeOf(spec, "ACCEPTANCE", at(addDays(acceptance.acceptedOn, 1), "10:00"))] : [];
    }),
  ];
}

function noticeOf(spec: TenderSpec, kind: NoticeKind, publishedAt: Date | null) {
  const name = noticeName(spec.tenderNo, kind);
  const { id, ...envelope } = envelopeOf("NTC", name, { sourceOrganizationId: bodyId(spec.project.divisionCode, "tradingCentre"), sourceSystem: "公共资源交易平台" });
  const title = `${spec.title}${noticeTitles[kind]}`;
  return {
    id,
    ...envelope,
    tenderId: uuidOf(tenderName(spec.tenderNo)),
    lotId: null,
    kind,
    title,
    publishedAt,
    mediaUrl: publishedAt === null ? null : `https://example.invalid/notices/${id}`,
    text: `${title}（演示公告，编号${spec.tenderNo}）。`,
  };
}
