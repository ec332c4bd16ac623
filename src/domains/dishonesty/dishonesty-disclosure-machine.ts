import { is } from "../../catalog/rule.ts";
import { constant, due, row } from "../../workflow/source.ts";
import { disclosureMachine } from "./disclosure-machine.ts";
import { dishonestyRecordDeadline } from "./dishonesty-record-deadline.ts";
import { dishonestyRecordStep } from "./dishonesty-record-step.ts";
import { dishonestyRecord } from "./dishonesty-record.ts";
import { publicationChannel } from "./publication-channel.ts";

export const dishonestyDisclosureMachine = disclosureMachine({
  type: dishonestyRecord,
  steps: dishonestyRecordStep,
  deadlines: dishonestyRecordDeadline,
  name: "Dishonesty",
  zh: "政务失信记录",
  isReady: is("collectionState", "ACCEPTED"),
  isOfBody: is("subjectKind", "ORGANIZATION"),
  otherClocks: ["record.verify.county", "record.verify.city", "record.update", "record.resubmit"],
  // Wherever else it is up, it is to be taken down within the time that is set for it.
  onStop: [{ effect: "change", of: publicationChannel, where: { dishonestyRecordId: row("id"), state: constant("ONLINE") }, sets: { takeDownBy: due("channel.takeDown") } }],
});
