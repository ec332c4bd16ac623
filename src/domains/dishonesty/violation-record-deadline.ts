import { deadlinesOf } from "../workflow/workflow-deadline.ts";
import { handlesViolation, violationRecord } from "./violation-record.ts";

export const violationRecordDeadline = deadlinesOf(violationRecord, "违法违规记录", handlesViolation);
