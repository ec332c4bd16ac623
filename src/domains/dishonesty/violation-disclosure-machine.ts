import { always, is } from "../../catalog/rule.ts";
import { disclosureMachine } from "./disclosure-machine.ts";
import { violationRecordDeadline } from "./violation-record-deadline.ts";
import { violationRecordStep } from "./violation-record-step.ts";
import { violationRecord } from "./violation-record.ts";

export const violationDisclosureMachine = disclosureMachine({
  type: violationRecord,
  steps: violationRecordStep,
  deadlines: violationRecordDeadline,
  name: "Violation",
  zh: "违法违规记录",
  isReady: always,
  isOfBody: is("subjectKind", "ENTERPRISE", "INSTITUTION"),
});
