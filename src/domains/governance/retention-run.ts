import { integer, text } from "drizzle-orm/pg-core";
import { basis } from "../../catalog/basis.ts";
import { entity } from "../../catalog/entity.ts";
import { restricted } from "../../catalog/field.ts";
import { one } from "../../catalog/relation.ts";
import { clearance } from "../../catalog/rule.ts";
import { retentionRule } from "./retention-rule.ts";

const deletion = basis("个人信息保护法", 47);

/** Numbers and never identifiers: what was deleted is not to be found in the record of its deletion. They count closed rows, so they are closed as well. */
export const retentionRun = entity(
  "RetentionRun",
  "That a retention rule was carried out, with how many rows were deleted and how many held back (保存期限执行).",
  {
    ruleVersionCode: restricted(text().notNull(), "Version of the rule that was carried out (规则版本代码).", deletion),
    typeName: restricted(text().notNull(), "Type whose rows it was about (数据类型).", deletion),
    dueCount: restricted(integer().notNull(), "Rows whose period was over (期满行数).", deletion),
    doneCount: restricted(integer().notNull(), "Rows that were deleted with their history (已删除行数).", deletion),
    heldBackCount: restricted(integer().notNull(), "Rows that were kept, since others refer to them or they are on display (暂缓行数).", deletion),
  },
  {
    rows: clearance(["operator", "auditor"]),
    restricted: "rows",
    order: { by: "recordedAt", direction: "DESC" },
    appendOnly: true,
    relations: { rule: one(() => retentionRule, "ruleVersionCode", "The version of the rule that was carried out (所执行规则).", { to: "versionCode", enforced: false }) },
  },
);
