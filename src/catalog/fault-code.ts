import { codelist } from "./codelist.ts";

/** What can be wrong with a delivered file or with a row of it. The sentences are said with the column; they never hold a value, and never tell of another body's rows. */
export const faultCode = codelist("FaultCode", "What is wrong with a delivered file or row (差错代码).", {
  // of the file as a whole
  UNREADABLE: { en: "The file is not what its format demands, or ends in the midst", zh: "文件不符合其格式，或者内容不完整" },
  UNSAFE: { en: "The file holds what the hub does not open: formulas, macros, external links, or far more than its size tells", zh: "文件含有系统不予打开的内容：公式、宏、外部链接，或者解压后体积异常" },
  ENCODING: { en: "The bytes are not text in the encoding that was stated", zh: "内容与所声明的字符编码不符" },
  NO_HEADER: { en: "The file has no line of column names", zh: "文件没有表头行" },
  UNKNOWN_COLUMN: { en: "The dataset has no such column", zh: "数据集没有该列" },
  REPEATED_COLUMN: { en: "The column stands in the file more than once", zh: "该列重复出现" },
  MISSING_COLUMN: { en: "The column must be in the file and is not", zh: "文件缺少该必填列" },
  NO_ROWS: { en: "The file has no rows", zh: "文件没有数据行" },
  // of a row
  CELL_COUNT: { en: "The row has more or fewer cells than the line of column names", zh: "该行的列数与表头不一致" },
  EMPTY: { en: "The cell must have a value", zh: "该项不能为空" },
  NOT_A_DAY: { en: "The value is not a day of the calendar, written as 2026-04-01", zh: "不是有效日期，应写作 2026-04-01" },
  NOT_A_MOMENT: { en: "The value is not a moment, written as 2026-04-01 09:30 (China time) or 2026-04-01T09:30:00+08:00", zh: "不是有效时间，应写作 2026-04-01 09:30（北京时间）或 2026-04-01T09:30:00+08:00" },
  NOT_A_NUMBER: { en: "The value is not a number, written without separators as 1234567.89", zh: "不是有效数字，应写作 1234567.89，不带千分位" },
  NOT_WHOLE: { en: "The value is not a whole number", zh: "不是整数" },
  OUT_OF_RANGE: { en: "The number has more digits than the column takes", zh: "数值超出该列允许的位数" },
  NOT_YES_OR_NO: { en: "The value is neither 是 nor 否", zh: "应填“是”或“否”" },
  NOT_IN_CODELIST: { en: "The value is not in the column's codelist", zh: "不在该列的代码表内" },
  TOO_LONG: { en: "The text is longer than the column takes", zh: "文字超过该列允许的长度" },
  CONTROL_CHARACTER: { en: "The text holds characters that cannot be stored or seen", zh: "含有无法存储或不可见的控制字符" },
  FORM: { en: "The value does not have the form or the check character that the column demands", zh: "格式或者校验位不符合该列要求" },
  DIGITS_LOST: { en: "A spreadsheet has shortened the number, as in 5.1E+17, and its last digits are lost; format the column as text and fill it in anew", zh: "长编号已被表格软件改为科学计数法（形如 5.1E+17），末尾数字已丢失，请将该列设为文本格式后重新填写" },
  PERIOD: { en: "The end lies before the beginning", zh: "截止早于起始" },
  REPEATED_ROW: { en: "An earlier row of the file has the same key", zh: "与文件中前面的某行标识重复" },
  NO_SUCH_ROW: { en: "There is nothing of that code or number to refer to", zh: "所引用的代码或编号不存在" },
  SUPPLIED_BY_ANOTHER: { en: "Another body supplies the row of this key", zh: "该标识的记录由其他单位提供" },
  TAKEN: { en: "Another row has this value, which only one can have", zh: "该值已被另一条记录使用，不能重复" },
  DECIDED_ON: { en: "What the row says was decided on or is in force; it is changed by its workflow, not by a delivery", zh: "该记录已进入办理环节或者已经施行，内容变更须通过相应流程办理，不能以报送更改" },
  NOT_IN_CHARGE: { en: "The body that delivers is not in charge of this row", zh: "报送单位对该记录没有管辖权限" },
});

export type FaultCode = keyof typeof faultCode.codes;

/** A fault of one row, at one column (by field, or by what stands in the file where it is no field); null where it is about the whole row. */
export interface RowFault {
  readonly code: FaultCode;
  readonly column: string | null;
}
