import { allOf, anyBody, own } from "../../catalog/rule.ts";
import { machine } from "../../workflow/declare-machine.ts";
import { reasonName } from "../../workflow/machine.ts";
import { asker, byCommand, number, reason, today, due } from "../../workflow/source.ts";
import { incidentState } from "./codelists.ts";
import { securityIncident } from "./security-incident.ts";

const handles = allOf(anyBody, own("organizationId"));

/** From the finding of an incident to its close (个人信息保护法第57条: 补救、通知). */
export const securityIncidentMachine = machine({
  type: securityIncident,
  states: incidentState.values,
  state: { field: "state" },
  version: "version",
  transitions: {
    reportIncident: {
      doc: "Reports that something has happened to one's own body's data (报告安全事件).",
      from: [],
      to: "FOUND",
      by: anyBody,
      takes: ["kind", "foundOn", "description", "dataCategories", "personsAffected", "cause"],
      needs: ["kind", "foundOn", "description", "dataCategories", "personsAffected"],
      sets: { incidentNo: number("SJ"), organizationId: asker("body"), divisionCode: byCommand, notifyBy: due("incident.notify", "foundOn"), reportedBy: asker("client") },
      demands: { foundOn: [{ demand: "notFuture" }] },
    },
    containIncident: {
      doc: "Says by which measures an incident was contained, and what has since been found of it (处置安全事件).",
      from: ["FOUND"],
      to: "CONTAINED",
      by: handles,
      takes: ["measures", "cause", "dataCategories", "personsAffected"],
      needs: ["measures"],
      sets: { containedOn: today },
    },
    notifyIncident: {
      doc: "Says when authority and persons were told of an incident, or why the persons need not be (通知主管部门和个人).",
      from: ["CONTAINED"],
      to: "NOTIFIED",
      by: handles,
      takes: ["authorityNotifiedOn", "personsNotifiedOn", "notNotifiedReason"],
      needs: ["authorityNotifiedOn"],
      demands: { authorityNotifiedOn: [{ demand: "from", key: "foundOn" }, { demand: "notFuture" }], personsNotifiedOn: [{ demand: "from", key: "foundOn" }, { demand: "notFuture" }] },
    },
    closeIncident: { doc: "Closes an incident, with what was learnt from it (安全事件结案，须说明).", from: ["NOTIFIED"], to: "CLOSED", by: handles, needs: [reasonName], sets: { closedOn: today, lesson: reason } },
  },
});
