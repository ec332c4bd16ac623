import { isAboutPerson } from "../../catalog/node-type.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { transitionCommand, type Command, type Prepared, type Tools } from "../../workflow/command.ts";
import { brokenOf, invalid, type UserError } from "../../workflow/user-error.ts";
import type { Values } from "../../workflow/workflow.ts";
import { legalBasis } from "../reference/legal-basis.ts";
import { official } from "../reference/official.ts";
import { subjectRequestMachine } from "./subject-request-machine.ts";

/** An identifier of the graph: its type and a uuid. Whether there is such a row is not told: the person may not know of it. */
const rowForm = /^[A-Z][A-Za-z]+_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const noPerson: UserError = { code: "NOT_ALLOWED", field: null, words: { en: "The window asks for no person whose information the hub holds.", zh: "当前窗口未绑定本枢纽所载的个人。" } };

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** The person and the managing body are those of the person's own row. */
async function prepareSubmission(tools: Tools, viewer: Viewer, input: Values): Promise<Prepared> {
  const own = await tools.ownRow(viewer, official, ["id", "managingOrganizationId"]);
  if (own === null) return { userErrors: [noPerson] };
  const [aboutType, aboutRow] = [String(input["aboutType"]), textOf(input["aboutRow"])];
  const type = tools.catalogue.types.get(aboutType);
  const userErrors = brokenOf([
    [!type || !isAboutPerson(type), invalid("aboutType", { en: "aboutType must be a type whose rows are about civil servants.", zh: "aboutType 须为涉及公务员个人的数据类型。" })],
    [aboutRow !== null && !(rowForm.test(aboutRow) && aboutRow.startsWith(`${aboutType}_`)), invalid("aboutRow", { en: "aboutRow must be an id of a row of that type.", zh: "aboutRow 须为该类型数据的标识。" })],
  ]);
  return { values: { officialId: own["id"], managingOrganizationId: own["managingOrganizationId"] }, userErrors };
}

/** What the schema cannot say of an answer: that the provision is there, and that a restriction is a change of its own. */
async function prepareAnswer(tools: Tools, viewer: Viewer, input: Values): Promise<Prepared> {
  const citation = textOf(input["basisCitation"]);
  const isKnown = citation === null || (await tools.lookUp(viewer, legalBasis, "citation", citation)) !== null;
  return {
    userErrors: brokenOf([
      [!isKnown, invalid("basisCitation", { en: "basisCitation is no provision that the hub knows; legalBases lists them.", zh: "basisCitation 不在法律依据清单（legalBases）中。" })],
      [input["outcome"] === "RESTRICTED", invalid("outcome", { en: "A restriction is answered by restrictProcessing, which names the statutory period.", zh: "停止处理须通过 restrictProcessing 答复，并列明法定保存期限的依据。" })],
    ]),
  };
}

/** What can be done about requests over personal information. */
export const subjectRequestCommands: readonly Command[] = Object.freeze([
  transitionCommand(subjectRequestMachine, "submitSubjectRequest", { prepare: prepareSubmission }),
  transitionCommand(subjectRequestMachine, "acceptSubjectRequest"),
  transitionCommand(subjectRequestMachine, "answerSubjectRequest", { prepare: prepareAnswer }),
  transitionCommand(subjectRequestMachine, "restrictProcessing", { prepare: prepareAnswer }),
  transitionCommand(subjectRequestMachine, "refuseSubjectRequest", { prepare: prepareAnswer }),
  transitionCommand(subjectRequestMachine, "withdrawSubjectRequest"),
]);
