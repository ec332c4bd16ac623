import { createHash } from "node:crypto";
import { HubError } from "../errors.ts";

const refuse = (key: string, en: string, zh: string): HubError =>
  new HubError("BAD_USER_INPUT", { "reason.en": `extensions.persistedQuery${key} ${en}.`, "reason.zh": `extensions.persistedQuery${key} ${zh}。` });

/**
 * Checks how a request names its question by its hash (automatic persisted queries). That no question is known by the hash is for Apollo to say,
 * with the code PERSISTED_QUERY_NOT_FOUND; the client then sends the hash with the question.
 *
 * @param question its text, where the request has it
 * @throws HubError BAD_USER_INPUT naming what is wrong
 */
export function assertPersisted(extensions: unknown, question: unknown): void {
  const given = (extensions as { persistedQuery?: unknown } | null | undefined)?.persistedQuery;
  if (given === undefined || given === null) return;
  if (typeof given !== "object" || Array.isArray(given)) throw refuse("", "must be an object with version and sha256Hash", "须为含 version 和 sha256Hash 的对象");
  const { version, sha256Hash } = given as { version?: unknown; sha256Hash?: unknown };
  if (version !== 1) throw refuse(".version", "must be 1", "须为 1");
  if (typeof sha256Hash !== "string" || !/^[0-9a-f]{64}$/.test(sha256Hash)) throw refuse(".sha256Hash", "must be the SHA-256 of the question in 64 lower-case hexadecimal digits", "须为查询文本的 SHA-256，64 位小写十六进制");
  if (typeof question === "string" && question !== "" && createHash("sha256").update(question).digest("hex") !== sha256Hash) throw refuse(".sha256Hash", "is not the SHA-256 of the question that is sent with it", "与所附查询文本的 SHA-256 不一致");
}
