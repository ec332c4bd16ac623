import { identityNumberCheck, organizationCodeCheck, usccCheck } from "../../catalog/check-digits.ts";
import type { Form } from "../../catalog/form.ts";
import { sourceKey } from "../../catalog/supply.ts";
import { offeredCodes } from "../ingest/codes-by-title.ts";
import type { DatasetColumn } from "../ingest/dataset.ts";
import { expectedForm } from "./expected-form.ts";
import { referredTerm } from "./referred-term.ts";

/** GB/T 2260 has no division 519900, so that no code or number with it is anybody's. */
const unusedAreaCode = "519900";

/** @param prefix registration authority and kind: `11` a state organ, `91` an enterprise */
const exampleUscc = (prefix: string, serial: number): string => {
  const first8 = `XXX9990${serial}`;
  const first17 = `${prefix}${unusedAreaCode}${first8}${organizationCodeCheck(first8)}`;
  return first17 + usccCheck(first17);
};

const exampleIdentityNumber = (serial: number): string => {
  const first17 = `${unusedAreaCode}1980010${serial}001`;
  return first17 + identityNumberCheck(first17);
};

/** Codes and numbers among which every form of the catalogue finds one that it takes. */
const candidates = (serial: number): readonly string[] => [exampleUscc("11", serial), exampleUscc("91", serial), exampleIdentityNumber(serial), "510100"];

/**
 * A synthetic value that the column takes, as it is written in a cell.
 *
 * @param serial 1 or 2: which of two examples, that differ where a value can be only one row's
 * @param isEnd whether it ends a period, so that it lies after the beginning
 */
export function exampleValue(column: DatasetColumn, serial: 1 | 2, isEnd = false): string {
  const form = expectedForm(column);
  switch (column.kind) {
    case "code":
      return exampleCode(column);
    case "day":
      return isEnd ? "2026-09-30" : "2026-04-01";
    case "moment":
      return isEnd ? "2026-09-30 17:00" : "2026-04-01 09:30";
    case "decimal":
      return exampleDecimal(column);
    case "whole":
      if (column.key === "birthYear") return "1980";
      return /year$/i.test(column.key) ? "2026" : String(serial);
    case "flag":
      return serial === 1 ? "是" : "否";
    case "list":
      return form ? exampleOfForm(form, column, serial) : "示例甲；示例乙";
    case "text":
      if (form) return exampleOfForm(form, column, serial);
      return isOwnNumber(column) ? `SL-2026-000${serial}` : `${termOf(column)}示例${serial}`;
  }
}

const isOwnNumber = ({ key, reference }: DatasetColumn): boolean => reference?.isOwn ?? key === sourceKey;

/** What is written in the cell: the field itself, or that by which it names a row of another type. */
const termOf = ({ header, reference }: DatasetColumn): string => (reference ? referredTerm(reference) : header);

function exampleOfForm(form: Form, { key }: DatasetColumn, serial: number): string {
  const example = candidates(serial).find(form.isValid);
  if (example === undefined) throw new Error(`There is no example of ${form.en}, which ${key} demands: src/exchange/template/example-value.ts.`);
  return example;
}

function exampleCode({ key, codelist }: DatasetColumn): string {
  const [code] = offeredCodes(codelist!);
  if (code === undefined) throw new Error(`The codelist of ${key} has no code that is in use.`);
  return code;
}

/** An amount in 元, a percentage, a score or a rate, by what the sentence of the column says and how many digits it takes. */
function exampleDecimal({ doc, precision }: DatasetColumn): string {
  if (!precision) return "100";
  const { digits, scale } = precision;
  if (digits <= scale) return `0.${"5".padStart(scale, "0")}`;
  const whole = doc.includes('in 元') ? "1250000" : scale > 4 ? "0" : scale > 2 ? "3" : "85";
  const fraction = scale > 4 ? "5".padStart(4, "0") : "5";
  const point = scale === 0 ? "" : `.${fraction.slice(0, scale).padEnd(scale, "0")}`;
  return whole.slice(0, digits - scale) + point;
}
