import { HubError, languages, type Language } from "../errors.ts";
import { noAccess, type Access } from "../policy/access.ts";
import { purposeForm } from "../policy/purpose-form.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { RequestContext } from "./answering.ts";

const refuse = (key: string, en: string, zh: string): HubError =>
  new HubError("BAD_USER_INPUT", { "reason.en": `extensions.${key} ${en}.`, "reason.zh": `extensions.${key} ${zh}。` });

/**
 * What a request says in its `extensions`. Keys that are not ours belong to others, as GraphQL over HTTP has it; within ours a misspelt
 * one is refused. A purpose that is lost so opens nothing: what needs one is then denied.
 *
 * @throws HubError BAD_USER_INPUT naming the key
 */
export function readRequestOptions(extensions: unknown, purposeHeader: string | undefined, { mayHide }: Pick<Viewer, "mayHide">): Pick<RequestContext, "access" | "deniedAs" | "costShown"> {
  const given = objectOf(extensions, "");
  const deniedAs = given["denied"] ?? "ERROR";
  if (deniedAs !== "ERROR" && deniedAs !== "EXTENSION") throw refuse("denied", 'must be "ERROR" or "EXTENSION"', "须为 ERROR 或 EXTENSION");
  const costShown = given["cost"] ?? false;
  if (typeof costShown !== "boolean") throw refuse("cost", "must be true or false", "须为 true 或 false");
  const access = readAccess(objectOf(given["access"], "access"));
  if (access.hidden && !mayHide) throw refuse("access.hidden", "is for clients of bodies that the law lets keep a look in an open case from the person concerned", "仅限依法可在办案中不告知当事人的机关使用");
  if (purposeHeader !== undefined && !purposeForm.test(purposeHeader)) throw new HubError("BAD_USER_INPUT", { "reason.en": "The header Hub-Purpose takes a code in capital letters.", "reason.zh": "请求头 Hub-Purpose 须为大写字母代码。" });
  if (purposeHeader !== undefined && access.purpose !== null && access.purpose !== purposeHeader) throw refuse("access.purpose", "and the header Hub-Purpose name different purposes", "与请求头 Hub-Purpose 不一致");
  return { deniedAs, costShown, access: access.purpose === null && purposeHeader !== undefined ? { ...access, purpose: purposeHeader } : access };
}

function readAccess(given: Record<string, unknown>): Access {
  const access: Record<string, string | boolean | null> = { ...noAccess };
  for (const [key, value] of Object.entries(given)) {
    if (!Object.hasOwn(noAccess, key)) throw refuse(`access.${key}`, "is unknown; known are purpose, caseNo, note and hidden", "未定义；可用的键为 purpose、caseNo、note、hidden");
    if (key === "hidden") {
      if (typeof value !== "boolean") throw refuse("access.hidden", "must be true or false", "须为 true 或 false");
      access[key] = value;
      continue;
    }
    if (value !== null && (typeof value !== "string" || value.length > 500)) throw refuse(`access.${key}`, "must be a text of at most 500 characters", "须为不超过 500 字的文本");
    // It goes into the log of reads, whose texts take neither NUL nor half a character.
    if (typeof value === "string" && (/\p{Cc}/u.test(value) || !value.isWellFormed())) throw refuse(`access.${key}`, "holds a control character", "含有控制字符");
    access[key] = value;
  }
  // A case without a number is none, neither for a sharing grant nor for a look that is kept from the person.
  if (typeof access["caseNo"] === "string" && access["caseNo"].trim() === "") throw refuse("access.caseNo", "must not be blank", "不能为空白");
  if (typeof access["purpose"] === "string" && !purposeForm.test(access["purpose"])) throw refuse("access.purpose", "takes a code in capital letters", "须为大写字母代码");
  if (access["hidden"] === true && access["caseNo"] === null) throw refuse("access.hidden", "needs the number of the open case, access.caseNo", "须同时注明在办案件编号 access.caseNo");
  return access as unknown as Access;
}

function objectOf(value: unknown, key: string): Record<string, unknown> {
  if (value === undefined || value === null) return {};
  if (typeof value !== "object" || Array.isArray(value)) throw refuse(key || "*", "must be an object", "须为对象");
  return value as Record<string, unknown>;
}

/** The language of messages: the first that `Accept-Language` names among ours, English otherwise. */
export function languageOf(header: string | undefined): Language {
  if (header === undefined) return "en";
  const asked = header
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = Number(/q=([\d.]+)/.exec(parameters.join(";"))?.[1] ?? 1);
      return { language: tag.split("-")[0]!, quality };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of asked) {
    const known = languages.find((each) => each === language);
    if (known) return known;
  }
  return "en";
}
