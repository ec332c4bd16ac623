import type { Viewer } from "../../policy/viewer.ts";
import type { Prepared, Tools, TransitionOptions } from "../../workflow/command.ts";
import type { UserError } from "../../workflow/user-error.ts";
import type { Values } from "../../workflow/workflow.ts";
import { organization } from "../reference/organization.ts";

type Prepare = NonNullable<TransitionOptions["prepare"]>;

const nobody: UserError = { code: "NOT_ALLOWED", field: null, words: { en: "The client asks in the name of no body.", zh: "客户端未登记所属单位，不能办理。" } };

/** A preparation that adds the division of the body in whose name a row is made: the rule of who else may know of the row looks at it there. */
export const inNameOfBody =
  (prepare: Prepare): Prepare =>
  async (tools: Tools, viewer: Viewer, input: Values): Promise<Prepared> => {
    const body = viewer.body === null ? null : await tools.lookUp(viewer, organization, "id", viewer.body);
    if (body === null) return { userErrors: [nobody] };
    const prepared = await prepare(tools, viewer, input);
    return { ...prepared, values: { ...prepared.values, divisionCode: body["divisionCode"] } };
  };
