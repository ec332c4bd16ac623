import { integer, numeric, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { audienceCodes } from "../../catalog/audience-code.ts";
import { basis } from "../../catalog/basis.ts";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { open, restricted, withheld } from "../../catalog/field.ts";
import { one } from "../../catalog/relation.ts";
import { anyOf, clearance, own } from "../../catalog/rule.ts";
import { organization } from "../reference/organization.ts";
import { deliveryPhase, deliveryState, tableFormat } from "./codelists.ts";

const security = basis("数据安全法", 27);
const moment = () => timestamp({ withTimezone: true, precision: 3 });
const count = () => integer().notNull().default(0);

/**
 * Who gets the row reads how it stands without a line in the access log, however often; who delivered and what, down to the digest of the file, is logged.
 * Its numbers tell of the deliverer's own rows and of nobody else's: whether another body has a row that is referred to does not show in them.
 */
export const delivery = entity(
  "Delivery",
  "One file with rows of a dataset that a body has delivered (报送批次).",
  {
    receiptNo: open(text().notNull().unique(), "Number of the receipt (回执编号)."),
    organizationId: open(uuid(), "Body that delivered; absent where the platform's operator did (报送单位)."),
    clientId: restricted(text().notNull(), "Client that delivered (报送客户端标识).", security),
    audience: restricted(coded(audienceCodes), "As whom it delivered; absent for the hub's own commands (报送身份).", security),
    dataset: open(text().notNull(), "Name of the dataset, as it stands in its address (数据集)."),
    format: open(coded(tableFormat).notNull(), "Format of the file (文件格式)."),
    encoding: open(text(), "Encoding of the file's text; absent until it is known (字符编码)."),
    byteCount: open(numeric({ precision: 15, scale: 0 }).notNull(), "Length of the file in bytes (文件字节数)."),
    fileDigest: restricted(text().notNull(), "SHA-256 of the file in hexadecimal (文件摘要).", security),
    state: open(coded(deliveryState).notNull().default("RECEIVED"), "How far it has come (报送状态)."),
    stateReason: restricted(text(), "Why it is in that state, where somebody has said so (状态原因).", security),
    phase: open(coded(deliveryPhase), "What is being done with it; absent before and afterwards (处理阶段)."),
    progress: open(integer(), "How much of the phase is done, in percent; absent where it is not known (进度百分比)."),
    rowsRead: open(count(), "Rows that have been read (读取行数)."),
    rowsTaken: open(count(), "Rows that were taken (接收行数)."),
    rowsFaulty: open(count(), "Rows with faults, which were not taken (差错行数)."),
    rowsInserted: open(count(), "Of the rows that were taken, those that were new (新增行数)."),
    rowsUpdated: open(count(), "Of the rows that were taken, those that changed an earlier one (更新行数)."),
    rowsUnchanged: open(count(), "Of the rows that were taken, those that said nothing new (未变行数)."),
    receivedAt: open(moment().notNull(), "When the file had arrived whole (接收时间)."),
    finishedAt: open(moment(), "When it was finished, whatever came of it (完成时间)."),
    version: open(integer().notNull().default(1), "Number of the version, to be named by whoever changes it (版本号)."),
    jurisdiction: withheld(text(), "Prefix of the codes of the deliverer's jurisdiction at the time (报送时管辖区域前缀)."),
  },
  {
    kept: "workflow",
    rows: anyOf(clearance("operator"), own("organizationId")),
    restricted: "rows",
    plural: "deliveries",
    keys: { receiptNo: "receiptNo" },
    order: { by: "receivedAt", direction: "DESC" },
    relations: { organization: one(() => organization, "organizationId", "The body that delivered (报送单位).", { enforced: false }) },
    indexes: [["dataset", "organizationId", "receivedAt"], ["state"]],
  },
);
