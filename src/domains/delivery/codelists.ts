import { codelist } from "../../catalog/codelist.ts";

export const deliveryState = codelist("DeliveryState", "How far a delivery has come (报送状态).", {
  RECEIVED: { en: "It has arrived whole and waits for its turn", zh: "已接收" },
  PROCESSING: { en: "It is being checked and merged", zh: "处理中" },
  COMPLETED: { en: "Its rows are taken, all of them or those without faults", zh: "已完成" },
  REJECTED: { en: "Nothing of it was taken, for its faults", zh: "已退回" },
  CANCELLED: { en: "It was cancelled, and nothing of it was taken", zh: "已取消" },
  INTERRUPTED: { en: "It could not be finished, and nothing of it was taken; it can be resumed", zh: "已中断" },
});

export const deliveryPhase = codelist("DeliveryPhase", "What is being done with a delivery (处理阶段).", {
  READING: { en: "Its rows are read and checked one by one", zh: "读取校验" },
  CHECKING: { en: "Its rows are checked against each other and what they refer to", zh: "关联核验" },
  MERGING: { en: "Its rows are merged with what the hub holds", zh: "合并入库" },
});

export const tableFormat = codelist("TableFormat", "Format of a file with a table (文件格式).", {
  CSV: { en: "Values separated by commas, semicolons or tabs", zh: "CSV" },
  NDJSON: { en: "A JSON object on each line", zh: "NDJSON" },
  XLSX: { en: "Spreadsheet of Office Open XML", zh: "XLSX" },
});
