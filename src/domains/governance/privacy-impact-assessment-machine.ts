import { allOf, anyBody, clearance, own, within } from "../../catalog/rule.ts";
import { machine } from "../../workflow/declare-machine.ts";
import { reasonName } from "../../workflow/machine.ts";
import { asker, byCommand, number, reason, today } from "../../workflow/source.ts";
import { assessmentState } from "./codelists.ts";
import { privacyImpactAssessment } from "./privacy-impact-assessment.ts";

const assesses = allOf(anyBody, own("assessingBodyId"));
const decides = clearance("creditLead", within("divisionCode"));

/** Nobody approves what he has assessed himself. */
const notBy = { body: "assessingBodyId", client: "assessedBy" };

const content = ["title", "occasion", "assessedTypes", "legality", "risks", "measures", "conclusion"];

/** From the draft of an assessment to its approval (个人信息保护法第55、56条). */
export const privacyImpactAssessmentMachine = machine({
  type: privacyImpactAssessment,
  states: assessmentState.values,
  state: { field: "state" },
  version: "version",
  transitions: {
    draftAssessment: {
      doc: "Begins the assessment of what one's own body is about to do with personal information (起草个人信息保护影响评估).",
      from: [],
      to: "DRAFT",
      by: anyBody,
      takes: content,
      needs: content,
      sets: { assessmentNo: number("PG"), assessingBodyId: asker("body"), divisionCode: byCommand, assessedBy: asker("client") },
    },
    reviseAssessment: { doc: "Changes an assessment that is a draft or was returned (修改影响评估).", from: ["DRAFT", "RETURNED"], to: "DRAFT", by: assesses, takes: content },
    submitAssessment: { doc: "Submits an assessment for approval (提交影响评估).", from: ["DRAFT"], to: "SUBMITTED", by: assesses, sets: { submittedOn: today } },
    approveAssessment: { doc: "Approves another body's assessment (审核通过影响评估).", from: ["SUBMITTED"], to: "APPROVED", by: decides, notBy, sets: { approvedOn: today, decisionReason: reason, decidedBy: asker("client") } },
    returnAssessment: { doc: "Returns another body's assessment, with what is to be mended (退回影响评估，须说明理由).", from: ["SUBMITTED"], to: "RETURNED", by: decides, notBy, needs: [reasonName], sets: { decisionReason: reason, decidedBy: asker("client") } },
  },
});
