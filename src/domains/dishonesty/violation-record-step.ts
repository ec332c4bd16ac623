import { stepsOf } from "../workflow/workflow-step.ts";
import { handlesViolation, violationRecord } from "./violation-record.ts";

export const violationRecordStep = stepsOf(violationRecord, "违法违规记录", handlesViolation);
