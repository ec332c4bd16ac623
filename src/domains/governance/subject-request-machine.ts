import { clearance, is, self } from "../../catalog/rule.ts";
import { machine } from "../../workflow/declare-machine.ts";
import { reasonName } from "../../workflow/machine.ts";
import { asker, byCommand, constant, number, reason, today, due } from "../../workflow/source.ts";
import { whoManages } from "../reference/who-manages.ts";
import { subjectRequestState } from "./codelists.ts";
import { subjectRequest } from "./subject-request.ts";

const handling = { handledBy: asker("client"), decidedOn: today } as const;

/**
 * How a person's rights over the own information are exercised (个人信息保护法第44至50条): whose request it is and who handles it follow from the
 * person's own row, never from what is said.
 */
export const subjectRequestMachine = machine({
  type: subjectRequest,
  states: subjectRequestState.values,
  state: { field: "state" },
  version: "version",
  transitions: {
    submitSubjectRequest: {
      doc: "Asks the body that manages oneself to show, copy, correct, delete or explain one's own personal information (提出个人信息权利请求).",
      from: [],
      to: "SUBMITTED",
      by: clearance("subject"),
      takes: ["kind", "aboutType", "aboutRow", "statement"],
      needs: ["kind", "aboutType", "statement"],
      sets: { requestNo: number("QL"), officialId: byCommand, managingOrganizationId: byCommand, submittedOn: today, acceptBy: due("subjectRequest.accept"), answerBy: due("subjectRequest.answer") },
    },
    acceptSubjectRequest: { doc: "Takes a person's request up (受理个人信息权利请求).", from: ["SUBMITTED"], to: "ACCEPTED", by: whoManages, sets: { handledBy: asker("client"), acceptedOn: today } },
    answerSubjectRequest: {
      doc: "Answers a person's request, done as asked or in part (答复个人信息权利请求).",
      from: ["ACCEPTED"],
      to: "ANSWERED",
      by: whoManages,
      takes: ["outcome", "answer", "basisCitation"],
      needs: ["outcome", "answer"],
      sets: handling,
    },
    restrictProcessing: {
      doc: "Answers a request for deletion while a statutory period runs: nothing is done with the information any more but storage and necessary protection (法定保存期限未满，停止除存储和必要安全保护之外的处理).",
      from: ["ACCEPTED"],
      to: "ANSWERED",
      where: is("kind", "DELETION"),
      by: whoManages,
      takes: ["answer", "basisCitation"],
      needs: ["answer", "basisCitation"],
      sets: { ...handling, outcome: constant("RESTRICTED") },
    },
    refuseSubjectRequest: {
      doc: "Refuses a person's request, with the reason (拒绝个人信息权利请求，须说明理由).",
      from: ["SUBMITTED", "ACCEPTED"],
      to: "REFUSED",
      by: whoManages,
      takes: ["basisCitation"],
      needs: [reasonName],
      sets: { ...handling, refusalReason: reason },
    },
    withdrawSubjectRequest: { doc: "Takes one's own request back before it is answered (撤回个人信息权利请求).", from: ["SUBMITTED", "ACCEPTED"], to: "WITHDRAWN", by: self("officialId"), sets: { decidedOn: today } },
  },
});
