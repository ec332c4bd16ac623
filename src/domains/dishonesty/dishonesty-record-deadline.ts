import { deadlinesOf } from "../workflow/workflow-deadline.ts";
import { dishonestyRecord, handlesDishonesty } from "./dishonesty-record.ts";

export const dishonestyRecordDeadline = deadlinesOf(dishonestyRecord, "政务失信记录", handlesDishonesty);
