import { stepsOf } from "../workflow/workflow-step.ts";
import { dishonestyRecord, handlesDishonesty } from "./dishonesty-record.ts";

export const dishonestyRecordStep = stepsOf(dishonestyRecord, "政务失信记录", handlesDishonesty);
