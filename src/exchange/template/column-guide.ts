import type { Code } from "../../catalog/codelist.ts";
import { chineseTerm } from "../../catalog/doc-words.ts";
import type { DatasetColumn, Reference } from "../ingest/dataset.ts";
import { expectedForm } from "./expected-form.ts";
import { exampleValue } from "./example-value.ts";
import { referredTerm } from "./referred-term.ts";

interface Said {
  readonly zh: string;
  readonly en: string;
}

/** What a column demands of whoever fills it. */
export interface ColumnGuide {
  /** Whether it must have a value. */
  readonly demand: Said;
  /** What is written in it, and how. */
  readonly how: Said;
  /** `中文 (CODE)`, each of which may be written by either, by the code alone where several have one title; empty where there is no codelist. */
  readonly codes: readonly string[];
  /** A synthetic value that is valid. */
  readonly example: string;
}

/** What a column demands, from its declaration alone: what reads and what checks the cells say the same. */
export const columnGuide = (column: DatasetColumn): ColumnGuide => ({
  demand: column.isRequired ? { zh: "必填", en: "required" } : { zh: "选填", en: "optional" },
  how: howOf(column),
  codes: Object.entries<Code>(column.codelist?.codes ?? {}).map(([code, { zh, retired }]) => `${zh} (${code})${retired === undefined ? "" : "，已停用"}`),
  example: exampleValue(column, 1),
});

function howOf(column: DatasetColumn): Said {
  const form = expectedForm(column);
  if (form && column.kind === "text" && !column.reference) return { zh: form.zh, en: form.en };
  const written = column.reference ? howReferred(column.reference) : writtenAs(column);
  return form ? { zh: `${written.zh}：${form.zh}`, en: `${written.en}: ${form.en}` } : written;
}

function writtenAs({ kind, precision, doc }: DatasetColumn): Said {
  switch (kind) {
    case "text":
      return { zh: "文字", en: "Text" };
    case "code":
      return { zh: "从代码表中选一项，填中文名称或者代码", en: "One of the codes, by its Chinese name or the code itself" };
    case "day":
      return { zh: "日期，写作 2026-04-01", en: "A day, written as 2026-04-01" };
    case "moment":
      return { zh: "时间，写作 2026-04-01 09:30（北京时间），或 2026-04-01T09:30:00+08:00", en: "A moment, written as 2026-04-01 09:30 (China time) or 2026-04-01T09:30:00+08:00" };
    case "decimal":
      return decimal(precision, doc);
    case "whole":
      return { zh: "整数，不带千分位", en: "A whole number without separators" };
    case "flag":
      return { zh: "填“是”或“否”", en: "是 (yes) or 否 (no)" };
    case "list":
      return { zh: "可填多项，各项之间用“；”分隔", en: "Several, parted by ；" };
  }
}

function decimal(precision: DatasetColumn["precision"], doc: string): Said {
  const unit = unitOf(doc);
  const digits = precision && { zh: `，整数部分最多 ${precision.digits - precision.scale} 位，小数最多 ${precision.scale} 位`, en: `, up to ${precision.digits - precision.scale} digits before and ${precision.scale} after the point` };
  return { zh: `数字${unit.zh}${digits?.zh ?? ""}，不带千分位`, en: `A number${unit.en}${digits?.en ?? ""}, without separators` };
}

/** The unit is in the sentence of the field and nowhere else. */
function unitOf(doc: string): Said {
  if (doc.includes('in 元')) return { zh: "，单位：元", en: " in 元" };
  if (doc.includes('in percent')) return { zh: "，单位：%", en: " in percent" };
  return { zh: "", en: "" };
}

function howReferred(reference: Reference): Said {
  const { to, by, isOwn } = reference;
  const term = referredTerm(reference);
  const title = chineseTerm(to.doc);
  if (isOwn) return { zh: `本单位报送的“${title}”的“${term}”`, en: `The ${by} of the ${to.name} as the body delivered it` };
  return { zh: `“${title}”的“${term}”`, en: `The ${by} of the ${to.name}` };
}
