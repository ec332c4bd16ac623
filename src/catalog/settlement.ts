import { sql } from "drizzle-orm";
import { coded, codelist } from "./codelist.ts";
import { snakeCase } from "./snake-case.ts";

export const settlement = codelist("Settlement", "Whether what was due was done, and whether in time (履行情况).", {
  OUTSTANDING: { en: "Not yet done, whether the day is over or not", zh: "未履行" },
  IN_TIME: { en: "Done on or before the day", zh: "按期履行" },
  LATE: { en: "Done after the day", zh: "逾期履行" },
});

/**
 * A column in which the database itself keeps what follows from the day on which something was due and the day on which it was done, so
 * that it can never contradict them. Whether the due day is over, it does not say: no column may follow from a clock.
 */
export const settled = (due: string, done: string) =>
  coded(settlement)
    .notNull()
    .generatedAlwaysAs(sql.raw(`case when ${snakeCase(done)} is null then 'OUTSTANDING' when ${snakeCase(done)} <= ${snakeCase(due)} then 'IN_TIME' else 'LATE' end`));
