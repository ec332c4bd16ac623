import { allOf, anyBody, anyOf, clearance, own, within } from "../../catalog/rule.ts";
import { machine } from "../../workflow/declare-machine.ts";
import { asker, today } from "../../workflow/source.ts";
import { channelState } from "./codelists.ts";
import { dishonestyDisclosureMachine } from "./dishonesty-disclosure-machine.ts";
import { publicationChannel } from "./publication-channel.ts";

/** Where a record is published beside the hub (task 4: 信用中国（四川）、部门门户网站、省内媒体), and that it was taken down there. */
export const publicationChannelMachine = machine({
  type: publicationChannel,
  states: channelState.values,
  state: { field: "state" },
  version: "version",
  transitions: {
    recordPublication: {
      doc: "Records that one's own body has published a record elsewhere (登记公开渠道).",
      from: [],
      to: "ONLINE",
      by: anyBody,
      under: { key: "dishonestyRecordId", machine: dishonestyDisclosureMachine, states: ["PUBLISHED"] },
      takes: ["kind", "url", "publishedOn"],
      defaults: { publishedOn: today },
      needs: ["kind", "url"],
      sets: { organizationId: asker("body"), recordedBy: asker("client") },
      demands: { publishedOn: [{ demand: "notFuture" }] },
    },
    recordTakeDown: {
      doc: "Records that a publication was taken down (登记公开渠道下线).",
      from: ["ONLINE"],
      to: "TAKEN_DOWN",
      by: anyOf(allOf(anyBody, own("organizationId")), clearance("creditLead", within("dishonestyRecord.divisionCode"))),
      takes: ["takenDownOn"],
      defaults: { takenDownOn: today },
      demands: { takenDownOn: [{ demand: "notFuture" }, { demand: "from", key: "publishedOn" }] },
    },
  },
});
