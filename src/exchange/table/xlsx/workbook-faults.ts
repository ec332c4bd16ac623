import { FileFault } from "../../ingest/fault-code.ts";

/** The workbook is not what its format demands; `row` where that is told of one. */
export const unreadable = (en: string, zh: string, row: number | null = null): FileFault => new FileFault("UNREADABLE", { row, detail: { en, zh } });

/** The workbook holds what the hub does not open. */
export const unsafe = (en: string, zh: string): FileFault => new FileFault("UNSAFE", { detail: { en, zh } });

/** The archive is cut off or was changed on its way. */
export const damaged = (): FileFault => unreadable("The workbook is damaged or incomplete; save it again as .xlsx and deliver it anew.", "工作簿已损坏或者不完整，请重新另存为 .xlsx 后报送。");
