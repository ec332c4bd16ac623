import { anyBody, anyOf, allOf, clearance, own, within } from "../../catalog/rule.ts";
import type { Demand } from "../../workflow/demand.ts";
import { machine } from "../../workflow/declare-machine.ts";
import { reasonName, type Transition } from "../../workflow/machine.ts";
import { asker, byCommand, number, reason, today } from "../../workflow/source.ts";
import { sharingGrantState } from "./codelists.ts";
import { sharingGrantDeadline } from "./sharing-grant-deadline.ts";
import { sharingGrantStep } from "./sharing-grant-step.ts";
import { sharingGrant } from "./sharing-grant.ts";

/** The body that supplies the data decides, or the lead body for social credit in whose jurisdiction all of them lie. */
const decides = anyOf(allOf(anyBody, own("providerId")), clearance("creditLead", within("scopeDivisionCode")));

/** Nobody decides on what he has asked for. */
const notBy = { body: "requesterId", client: "requestedBy" };

const decision = { decidedBy: asker("client"), decisionReason: reason } as const;

const competent: Demand = {
  demand: "among",
  list: "competent",
  words: {
    en: "fields holds some that the asker is not in charge of: a body that is, or the lead body for social credit, grants them.",
    zh: "fields 含有不属于办理单位职责范围的信息项，须由主管单位或信用牵头部门授权。",
  },
};

/** What is in force can be stopped, let go on, and ended. */
const afterwards = (doc: string, from: Transition["from"], to: string): Transition => ({ doc, from, to, by: decides, notBy, needs: [reasonName], sets: decision });

/**
 * How a sharing grant comes about and ends (政务数据共享条例: 申请、审核、授权、撤销). That it is over follows from its days and is no state: every
 * statement that reads looks at them.
 */
export const sharingGrantMachine = machine({
  type: sharingGrant,
  states: sharingGrantState.values,
  state: { field: "state" },
  version: "version",
  steps: sharingGrantStep,
  deadlines: sharingGrantDeadline,
  clocks: { "share.reply": { starts: ["requestSharing"], stops: ["grantSharing", "refuseSharing", "withdrawSharing"] } },
  transitions: {
    requestSharing: {
      doc: "Asks the body that supplies data to let one's own body read conditional fields of it (申请有条件共享).",
      from: [],
      to: "REQUESTED",
      by: anyBody,
      takes: ["providerId", "fields", "purpose", "purposeNote", "basisCitation", "scopeDivisionCode", "validFrom", "validTo", "dailyQuota"],
      needs: ["providerId", "fields", "purpose", "basisCitation", "scopeDivisionCode", "validFrom", "validTo"],
      sets: { grantNo: number("GX"), requesterId: asker("body"), requestedBy: asker("client"), requestedOn: today, items: byCommand },
      demands: {
        validTo: [{ demand: "from", key: "validFrom" }, { demand: "yearsFrom", key: "validFrom", years: 2 }, { demand: "notOver" }],
        dailyQuota: [{ demand: "positive" }],
      },
    },
    beginSharingReview: { doc: "Begins to review what was asked for (受理并审核共享申请).", from: ["REQUESTED"], to: "REVIEWING", by: decides, notBy },
    grantSharing: {
      doc: "Grants what was asked for, or less of it: never more (授权共享，可缩小、不得扩大申请范围).",
      from: ["REQUESTED", "REVIEWING"],
      to: "ACTIVE",
      by: decides,
      notBy,
      takes: ["fields", "scopeDivisionCode", "validFrom", "validTo", "dailyQuota"],
      sets: { ...decision, decidedOn: today, items: byCommand, coversWholeScope: byCommand },
      demands: {
        fields: [{ demand: "subset" }, competent],
        scopeDivisionCode: [{ demand: "subtree" }, { demand: "jurisdiction" }],
        validFrom: [{ demand: "notEarlier" }],
        validTo: [{ demand: "notLater" }, { demand: "from", key: "validFrom" }, { demand: "notOver" }],
        dailyQuota: [{ demand: "positive" }, { demand: "notGreater" }],
      },
    },
    refuseSharing: { doc: "Refuses what was asked for, with the reason (拒绝共享申请，须说明理由).", from: ["REQUESTED", "REVIEWING"], to: "REFUSED", by: decides, notBy, needs: [reasonName], sets: { ...decision, decidedOn: today } },
    withdrawSharing: { doc: "Takes one's own request back before it is decided (撤回共享申请).", from: ["REQUESTED", "REVIEWING"], to: "WITHDRAWN", by: allOf(anyBody, own("requesterId")) },
    suspendSharing: afterwards("Suspends a grant for the time being, with the reason (暂停共享授权，须说明理由).", ["ACTIVE"], "SUSPENDED"),
    resumeSharing: afterwards("Lets a suspended grant go on, with the reason (恢复共享授权，须说明理由).", ["SUSPENDED"], "ACTIVE"),
    revokeSharing: afterwards("Revokes a grant for good, with the reason (撤销共享授权，须说明理由).", ["ACTIVE", "SUSPENDED"], "REVOKED"),
  },
});
