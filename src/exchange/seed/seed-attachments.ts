import { chanceOf } from "../demonstration/chance.ts";
import { deciderOf, dishonestyOf, hubNumberOf } from "./seed-dishonesty.ts";
import { seedTable } from "./seed-table.ts";
import { penaliserOf, violationsOf } from "./seed-violations.ts";

const closed = ["调查报告", "会议纪要", "企业申报材料"];

/** What a record's files are: the decision as published, and what the file of the case holds beside it. */
function* filesOf(recordNo: string) {
  for (const isPublishable of [true, false]) {
    const chance = chanceOf(`seed/file/${recordNo}/${isPublishable}`);
    if (!chance.percent(20)) continue;
    yield { title: isPublishable ? "决定书（公开稿）" : chance.pick(closed), mediaType: "application/pdf", bytes: String(chance.whole(40, 4_000) * 1_000), isPublishable: String(isPublishable), sourceRecordNo: `FJ-${recordNo}-${isPublishable ? 1 : 2}` };
  }
}

/** Rows of Attachment: none to two files for each record, from whoever supplied it. */
export const attachments = seedTable("attachments", ["dishonestyRecordId", "violationRecordId", "title", "mediaType", "bytes", "isPublishable", "sourceSystem", "sourceRecordNo", "sourceOrganizationId"], {
  about: ({ sizes }) => (sizes.dishonestyRecords + sizes.violationRecords) * 0.4,
  *rows(world) {
    for (const spec of dishonestyOf(world)) {
      const common = { dishonestyRecordId: hubNumberOf(world, spec), sourceSystem: "政务诚信管理系统", sourceOrganizationId: deciderOf(world, spec).uscc };
      for (const file of filesOf(spec.recordNo)) yield { ...common, ...file };
    }
    for (const spec of violationsOf(world)) {
      const common = { violationRecordId: spec.recordNo, sourceSystem: "行政处罚信息系统", sourceOrganizationId: penaliserOf(world, spec).uscc };
      for (const file of filesOf(spec.recordNo)) yield { ...common, ...file };
    }
  },
});
