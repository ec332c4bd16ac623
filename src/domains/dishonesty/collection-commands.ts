import type { Viewer } from "../../policy/viewer.ts";
import { transitionCommand, type Command, type Prepared, type Tools } from "../../workflow/command.ts";
import { brokenOf, invalid } from "../../workflow/user-error.ts";
import type { Values } from "../../workflow/workflow.ts";
import { administrativeDivision } from "../reference/administrative-division.ts";
import { enterprise, organization } from "../reference/organization.ts";
import { collectionMachine } from "./collection-machine.ts";
import { suppliedKinds } from "./dishonesty-record.ts";

/** What the schema cannot say of a report: that the body is there, and that whoever reports is one who decides so. */
async function prepareReport(tools: Tools, viewer: Viewer, input: Values): Promise<Prepared> {
  const [subject, division] = await Promise.all([
    tools.lookUp(viewer, organization, "id", String(input["subjectOrganizationId"])),
    tools.lookUp(viewer, administrativeDivision, "code", String(input["divisionCode"])),
  ]);
  const kinds: readonly string[] = suppliedKinds[viewer.audience as keyof typeof suppliedKinds];
  const userErrors = brokenOf([
    [subject === null || subject["kind"] === enterprise.discriminator, invalid("subjectOrganizationId", { en: "subjectOrganizationId names no body of government.", zh: "subjectOrganizationId 不是政府部门或机构。" })],
    [division === null, invalid("divisionCode", { en: "There is no division of the code divisionCode.", zh: "divisionCode 不是有效的行政区划代码。" })],
    [!kinds.includes(String(input["sourceKind"])), invalid("sourceKind", { en: `sourceKind must be a decision of the asker's own: ${kinds.join(", ")}.`, zh: `sourceKind 须为本单位职责内的来源：${kinds.join("、")}。` })],
  ]);
  // The same number of the same source is the same record: asked again, nothing new is reported.
  return { userErrors, values: { subjectName: subject?.["name"] }, id: tools.namedId("DishonestyRecord", viewer.body ?? "", String(input["sourceRecordNo"])) };
}

/** How dishonesty records come in one by one and climb to the province. */
export const collectionCommands: readonly Command[] = Object.freeze([
  transitionCommand(collectionMachine, "reportDishonesty", { prepare: prepareReport }),
  ...["verifyDishonestyAtCounty", "verifyDishonestyAtCity", "acceptDishonesty", "returnDishonesty", "resubmitDishonesty"].map((event) => transitionCommand(collectionMachine, event)),
]);
