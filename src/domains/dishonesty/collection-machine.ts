import type { BodyAudience } from "../../catalog/audience.ts";
import { anyOf, allOf, clearance, is, level, not, own, seat, type Rule, type SeatLevel } from "../../catalog/rule.ts";
import { machine } from "../../workflow/declare-machine.ts";
import { reasonName } from "../../workflow/machine.ts";
import { asker, byCommand, constant, number } from "../../workflow/source.ts";
import { collectionState } from "./codelists.ts";
import { dishonestyRecordDeadline } from "./dishonesty-record-deadline.ts";
import { dishonestyRecordStep } from "./dishonesty-record-step.ts";
import { dishonestyRecord, suppliedKinds } from "./dishonesty-record.ts";

/** Of a record that was emptied nothing climbs any more. */
const saysSomething = not(is("disclosureState", "REDACTED"));

/** Whose turn it is: levels are skipped that the record's own division is above. */
const isReportedAt = (...levels: readonly SeatLevel[]): Rule => allOf(is("collectionState", "REPORTED"), level("divisionCode", ...levels));
const atCounty = allOf(isReportedAt("COUNTY", "TOWNSHIP"), saysSomething);
const atCity = allOf(anyOf(is("collectionState", "COUNTY_VERIFIED"), isReportedAt("PREFECTURE")), saysSomething);
const atProvince = allOf(anyOf(is("collectionState", "CITY_VERIFIED"), isReportedAt("PROVINCE")), saysSomething);

const countyLead = clearance("creditLead", seat("divisionCode", "COUNTY"));
const cityLead = clearance("creditLead", seat("divisionCode", "PREFECTURE"));
const provinceLead = clearance("creditLead", seat("divisionCode", "PROVINCE"));

/** Whoever may deliver may report. */
const suppliers = Object.keys(suppliedKinds) as BodyAudience[];

/** Nobody verifies what he has reported himself. */
const notBy = { client: "submittedBy" };

const told = ["title", "issuingOrganizationName", "issuedOn", "documentNo", "documentDate", "severity", "field", "factSummary", "lossAmount"] as const;

/**
 * How dishonesty records of government reach the provincial platform (task 4: 有关记录逐级归集至省社会信用信息平台): each level's lead for social
 * credit verifies what its own division's bodies report, and hands it on.
 */
export const collectionMachine = machine({
  type: dishonestyRecord,
  states: collectionState.values,
  state: { field: "collectionState" },
  version: "version",
  steps: dishonestyRecordStep,
  deadlines: dishonestyRecordDeadline,
  arrival: "reportDishonesty",
  clocks: {
    "record.verify.county": { starts: ["reportDishonesty", "resubmitDishonesty"], stops: ["verifyDishonestyAtCounty", "returnDishonesty"], when: atCounty },
    "record.verify.city": { starts: ["reportDishonesty", "resubmitDishonesty", "verifyDishonestyAtCounty"], stops: ["verifyDishonestyAtCity", "returnDishonesty"], when: atCity },
    "record.update": { starts: ["reportDishonesty", "resubmitDishonesty", "verifyDishonestyAtCity"], stops: ["acceptDishonesty", "returnDishonesty"], when: atProvince },
    "record.resubmit": { starts: ["returnDishonesty"], stops: ["resubmitDishonesty"] },
    "disclosure.publish": { starts: ["acceptDishonesty"], stops: [] },
  },
  transitions: {
    reportDishonesty: {
      doc: "Reports that a body broke faith, in the name of one's own body (上报政务失信记录).",
      from: [],
      to: "REPORTED",
      by: clearance(suppliers),
      takes: [...told, "subjectOrganizationId", "divisionCode", "sourceKind", "sourceRecordNo"],
      needs: ["title", "issuingOrganizationName", "issuedOn", "documentDate", "severity", "field", "factSummary", "subjectOrganizationId", "divisionCode", "sourceKind", "sourceRecordNo"],
      sets: {
        recordNo: number("DIS"), subjectKind: constant("ORGANIZATION"), subjectName: byCommand, catalogItemCode: constant("SC-ZW-SX"),
        sourceOrganizationId: asker("body"), submittedBy: asker("client"),
      },
      demands: { divisionCode: [{ demand: "jurisdiction" }], issuedOn: [{ demand: "notFuture" }], documentDate: [{ demand: "notFuture" }], lossAmount: [{ demand: "positive" }] },
    },
    verifyDishonestyAtCounty: { doc: "Verifies a record of one's county and hands it to the city (县级核实并上报市级).", from: ["REPORTED"], to: "COUNTY_VERIFIED", where: atCounty, by: countyLead, notBy },
    verifyDishonestyAtCity: { doc: "Verifies a record of one's city and hands it to the province (市级核实并上报省级).", from: ["REPORTED", "COUNTY_VERIFIED"], to: "CITY_VERIFIED", where: atCity, by: cityLead, notBy },
    acceptDishonesty: { doc: "Accepts a record on the provincial platform (省级归集入库).", from: ["REPORTED", "CITY_VERIFIED"], to: "ACCEPTED", where: atProvince, by: provinceLead, notBy },
    returnDishonesty: {
      doc: "Returns a record to whoever reported it, with the reason, when it is one's turn (退回，须说明理由).",
      from: ["REPORTED", "COUNTY_VERIFIED", "CITY_VERIFIED"],
      to: "RETURNED",
      where: saysSomething,
      by: anyOf(...([[atCounty, countyLead], [atCity, cityLead], [atProvince, provinceLead]] as const).map(([turn, lead]) => allOf(lead, turn))),
      needs: [reasonName],
    },
    resubmitDishonesty: {
      doc: "Reports a returned record again, corrected (更正后重新上报).",
      from: ["RETURNED"],
      to: "REPORTED",
      where: saysSomething,
      by: clearance(suppliers, own("sourceOrganizationId")),
      takes: told,
      demands: { issuedOn: [{ demand: "notFuture" }], documentDate: [{ demand: "notFuture" }], lossAmount: [{ demand: "positive" }] },
      sets: { submittedBy: asker("client") },
    },
  },
});
