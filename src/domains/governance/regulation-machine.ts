import { allOf, anyBody, own, past } from "../../catalog/rule.ts";
import { machine } from "../../workflow/declare-machine.ts";
import { asker, byCommand, due, number, reason, today } from "../../workflow/source.ts";
import { regulationState } from "./codelists.ts";
import { regulation } from "./regulation.ts";

const drafts = allOf(anyBody, own("draftingBodyId"));

const content = ["title", "level", "tags", "issuingBodyName", "summary", "textUrl"];

/**
 * From a draft to the end of a regulation (规章制定程序条例: 起草、征求意见、决定公布、施行、修改、废止). The body that drafts records each step; that it is
 * decided, its issuing body has done elsewhere. What was opened to the public does not become a draft again.
 */
export const regulationMachine = machine({
  type: regulation,
  states: regulationState.values,
  state: { field: "state" },
  version: "version",
  transitions: {
    draftRegulation: {
      doc: "Begins the draft of a regulation, which the drafting body and the lead body for social credit alone know of (起草制度规范).",
      from: [],
      to: "DRAFT",
      by: anyBody,
      takes: content,
      needs: ["title", "level", "tags", "issuingBodyName", "summary"],
      sets: { regulationNo: number("ZD"), draftingBodyId: asker("body"), divisionCode: byCommand, draftedBy: asker("client") },
    },
    reviseRegulation: { doc: "Changes a draft (修改草案).", from: ["DRAFT"], to: "DRAFT", by: drafts, takes: content },
    openConsultation: {
      doc: "Opens a draft to everybody for comments until a last day; where that is earlier than the rule sets, with the reason in public (公开征求意见).",
      from: ["DRAFT"],
      to: "CONSULTATION",
      by: drafts,
      takes: ["consultationTo", "textUrl"],
      defaults: { consultationTo: due("regulation.consultation") },
      sets: { consultationFrom: today, consultationReason: reason },
      // 规章制定程序条例 15: 期限一般不少于30日. Whoever takes comments for less says to everybody why.
      demands: { consultationTo: [{ demand: "notOver" }, { demand: "dueOrReason", threshold: "regulation.consultation" }] },
    },
    adoptRegulation: {
      doc: "Records that a regulation was adopted, once the time for comments has come to its end (记录通过并公布).",
      from: ["CONSULTATION"],
      to: "ADOPTED",
      by: drafts,
      where: past("consultationTo"),
      takes: ["docNo", "adoptedOn", "effectiveFrom", "textUrl"],
      needs: ["docNo", "adoptedOn", "effectiveFrom"],
      demands: { adoptedOn: [{ demand: "from", key: "consultationTo" }, { demand: "notFuture" }], effectiveFrom: [{ demand: "from", key: "adoptedOn" }] },
    },
    enactRegulation: { doc: "Records that an adopted regulation is in force (记录施行).", from: ["ADOPTED"], to: "IN_FORCE", by: drafts },
    amendRegulation: {
      doc: "Records an amendment of a regulation that is in force (记录修改).",
      from: ["IN_FORCE", "AMENDED"],
      to: "AMENDED",
      by: drafts,
      takes: ["amendedBy", "amendedOn", "title", "tags", "summary", "textUrl"],
      needs: ["amendedBy", "amendedOn"],
      demands: { amendedOn: [{ demand: "from", key: "effectiveFrom" }, { demand: "notFuture" }] },
    },
    repealRegulation: {
      doc: "Records that a regulation is no longer in force, and by what (记录废止).",
      from: ["ADOPTED", "IN_FORCE", "AMENDED"],
      to: "REPEALED",
      by: drafts,
      takes: ["repealedBy", "effectiveTo"],
      needs: ["repealedBy", "effectiveTo"],
      demands: { effectiveTo: [{ demand: "from", key: "effectiveFrom" }] },
    },
  },
});
