import type { Entity } from "../../catalog/node-type.ts";
import { keyOf } from "../../catalog/workflow-key.ts";
import type { Tools } from "../../workflow/command.ts";
import { findingWords } from "../../workflow/finding-words.ts";
import { foundIn, personalData } from "../../workflow/find-personal-data.ts";
import { openWordsOf } from "../../workflow/public-words.ts";
import type { UserError } from "../../workflow/user-error.ts";
import type { Values } from "../../workflow/workflow.ts";
import { attachment } from "./attachment.ts";
import { disclosureBasis } from "./disclosure-basis.ts";

const wayOut = { isGiven: false, isExplainable: true };
const wordsOfFiles = openWordsOf(attachment);

/**
 * What seems to be personal data in what becomes public with a record: its files that are for publication, by what they are called, and the decision
 * that lets a person be named. Both are their bodies' to rewrite, by another delivery.
 *
 * @param input of whoever publishes: the record's id, and perhaps a reason
 * @param basis the decision to publish, where there is one
 */
export async function personalDataBeside(tools: Tools, type: Entity, input: Values, basis: Values | null): Promise<readonly UserError[]> {
  const inFiles = await foundIn(tools, attachment, wordsOfFiles, await wordsOnFiles(tools, type, String(input["id"])), input);
  const inBasis = basis ? await foundIn(tools, disclosureBasis, openWordsOf(disclosureBasis), basis, input) : [];
  return [
    ...inFiles.map(({ key, finding }) => personalData("id", findingWords(`attachments.${key}`, finding, wayOut))),
    ...inBasis.map(({ key, finding }) => personalData("disclosureBasisId", findingWords(`disclosureBasis.${key}`, finding, wayOut))),
  ];
}

/** The open words of the files that everybody gets with the record, each with those of all files. */
async function wordsOnFiles({ service }: Tools, type: Entity, id: string): Promise<Values> {
  const column = (key: string): string => `"${attachment.storage.places[key]!.column.name}"`;
  const words = wordsOfFiles.map((key) => `'${key}', array_remove(array_agg(${column(key)} order by "id"), null)`);
  const answer = await service.ask(`select json_build_object(${words.join(", ")})::text from "attachment" where ${column(keyOf(type))} = $1::text::uuid and ${column("isPublishable")}`, [id], { prepare: true });
  return answer === null ? {} : (JSON.parse(answer.toString("utf8")) as Values);
}
