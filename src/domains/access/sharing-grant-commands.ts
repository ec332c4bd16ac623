import { grantableFields } from "../../policy/grantable.ts";
import { jurisdictionPrefix } from "../../policy/jurisdiction.ts";
import { purposeForm } from "../../policy/purpose-form.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { transitionCommand, type Command, type Prepared, type Tools } from "../../workflow/command.ts";
import { brokenOf, invalid, type UserError } from "../../workflow/user-error.ts";
import type { Values } from "../../workflow/workflow.ts";
import { administrativeDivision } from "../reference/administrative-division.ts";
import { legalBasis } from "../reference/legal-basis.ts";
import { enterprise, organization } from "../reference/organization.ts";
import { sharingGrant } from "./sharing-grant.ts";
import { sharingGrantMachine } from "./sharing-grant-machine.ts";

const unknownDivision = invalid("scopeDivisionCode", { en: "There is no division of the code scopeDivisionCode.", zh: "scopeDivisionCode 不是有效的行政区划代码。" });

const requestKey = {
  name: "requestKey",
  doc: "A text of one's own that tells this request from one's others: asked again with the same, nothing new is requested, and the first grant is the answer (幂等键).",
  of: "text",
  isNeeded: false,
} as const;

/** Fields without repetition, with their types; and what is wrong with them. */
function fieldsOf(tools: Tools, fields: readonly string[]): { readonly values: Values; readonly userErrors: readonly UserError[] } {
  const grantable = grantableFields(tools.catalogue);
  const userErrors = fields.flatMap((field, place) =>
    grantable.has(field) ? [] : [invalid(["fields", place], { en: "A field is written as Type.field, and must be one that is shared conditionally.", zh: "信息项须写作 类型.信息项，且须为可申请的有条件共享信息项。" })],
  );
  return { values: { fields: [...new Set(fields)].sort(), items: [...new Set(fields.flatMap((field) => grantable.get(field)?.item ?? []))].sort() }, userErrors };
}

/** What the schema cannot say of a request: that what it refers to is there, and fits together. */
async function prepareRequest(tools: Tools, viewer: Viewer, input: Values): Promise<Prepared> {
  const [providerId, scope, citation, purpose] = [input["providerId"], input["scopeDivisionCode"], input["basisCitation"], input["purpose"]].map(String) as [string, string, string, string];
  const fields = fieldsOf(tools, input["fields"] as readonly string[]);
  const [provider, division, law] = await Promise.all([
    tools.lookUp(viewer, organization, "id", providerId),
    tools.lookUp(viewer, administrativeDivision, "code", scope),
    tools.lookUp(viewer, legalBasis, "citation", citation),
  ]);
  const isProvider = provider !== null && provider["kind"] !== enterprise.discriminator;
  const covers = isProvider && division !== null && scope.startsWith(jurisdictionPrefix(String(provider["divisionCode"])));
  const rules = brokenOf([
    [viewer.body === null, { code: "NOT_ALLOWED", field: null, words: { en: "The client asks in the name of no body, so nothing can be shared with it.", zh: "客户端未登记所属单位，不能申请共享。" } }],
    [!purposeForm.test(purpose), invalid("purpose", { en: "purpose takes a code in capital letters.", zh: "purpose 须为大写字母代码。" })],
    [law === null, invalid("basisCitation", { en: "basisCitation is no provision that the hub knows; legalBases lists them.", zh: "basisCitation 不在法律依据清单（legalBases）中。" })],
    [division === null, unknownDivision],
    [!isProvider, invalid("providerId", { en: "providerId names no body that could supply data.", zh: "providerId 不是可提供数据的单位。" })],
    [isProvider && division !== null && !covers, invalid("scopeDivisionCode", { en: "scopeDivisionCode lies outside the division that the supplying body serves.", zh: "scopeDivisionCode 超出数据提供单位所在行政区划。" })],
    [providerId === viewer.body, invalid("providerId", { en: "A body needs no grant for its own data.", zh: "查阅本单位数据无需申请共享。" })],
  ]);
  const key = input["requestKey"];
  return { values: fields.values, userErrors: [...fields.userErrors, ...rules], ...(typeof key === "string" ? { id: tools.namedId("SharingGrant", viewer.client ?? "", key) } : {}) };
}

/** What may be granted of what was asked for: by a body, only what it is in charge of; the lead body for social credit coordinates, and reads none of it. */
async function prepareGrant(tools: Tools, viewer: Viewer, input: Values): Promise<Prepared> {
  const grantable = grantableFields(tools.catalogue);
  const isLead = viewer.audience === "creditLead";
  const competent = [...grantable.values()].flatMap(({ coordinate, isSuppliedBy }) => (isLead || isSuppliedBy(viewer.audience) ? [coordinate] : []));
  const given = input["fields"] as readonly string[] | null | undefined;
  const asked = given ?? ((await tools.workflow.see(sharingGrant, viewer, String(input["id"])))?.["fields"] as readonly string[] | undefined) ?? [];
  const coversWholeScope = isLead || asked.every((coordinate) => grantable.get(coordinate)?.isSuppliedWholeBy(viewer.audience) === true);
  const scope = input["scopeDivisionCode"];
  const isThere = typeof scope !== "string" || (await tools.lookUp(viewer, administrativeDivision, "code", scope)) !== null;
  const rules = brokenOf([
    [!isThere, unknownDivision],
    [given?.length === 0, invalid("fields", { en: "fields must not be empty: what is not granted at all is refused.", zh: "fields 不能为空；全部不予授权的应作拒绝处理。" })],
  ]);
  return { values: { ...(given ? fieldsOf(tools, given).values : {}), competent, coversWholeScope }, userErrors: rules };
}

/** What can be done about sharing grants. */
export const sharingGrantCommands: readonly Command[] = Object.freeze([
  transitionCommand(sharingGrantMachine, "requestSharing", { input: [requestKey], prepare: prepareRequest }),
  transitionCommand(sharingGrantMachine, "beginSharingReview"),
  transitionCommand(sharingGrantMachine, "grantSharing", { prepare: prepareGrant }),
  ...["refuseSharing", "withdrawSharing", "suspendSharing", "resumeSharing", "revokeSharing"].map((event) => transitionCommand(sharingGrantMachine, event)),
]);
