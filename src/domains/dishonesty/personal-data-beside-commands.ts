import type { Tools } from "../../workflow/command.ts";
import { findingWords } from "../../workflow/finding-words.ts";
import { foundIn, personalData } from "../../workflow/find-personal-data.ts";
import { openWordsOf } from "../../workflow/public-words.ts";
import type { UserError } from "../../workflow/user-error.ts";
import type { Values } from "../../workflow/workflow.ts";
import { disclosureBasis } from "./disclosure-basis.ts";

/**
 * What seems to be personal data in the decision to publish, which becomes public with the record that it is about: it is its body's to rewrite, by
 * another delivery.
 *
 * @param input of whoever publishes, perhaps with a reason
 */
export const personalDataInBasis = async (tools: Tools, input: Values, basis: Values): Promise<readonly UserError[]> =>
  (await foundIn(tools, disclosureBasis, openWordsOf(disclosureBasis), basis, input)).map(({ key, finding }) => personalData("disclosureBasisId", findingWords(`disclosureBasis.${key}`, finding, { isGiven: false, isExplainable: true })));
