import { GraphQLError, type GraphQLErrorOptions } from "graphql";

/** Languages in which messages exist; the first is the default where `Accept-Language` names neither. */
export const languages = ["en", "zh"] as const;
export type Language = (typeof languages)[number];

interface CatalogueEntry {
  /** HTTP status where the whole request fails with this code before anything was executed. */
  readonly status: number;
  /** The code that is told, where it is not the entry's own name: what the code means can be said in more than one sentence. */
  readonly told?: string;
  readonly en: string;
  readonly zh: string;
}

/**
 * The one catalogue of error codes. A message names the rule and the coordinate, never a value and never a row; `{name}` stands for a
 * parameter. Absent is `null`, not an error.
 */
export const catalogue = {
  UNAUTHENTICATED: { status: 401, en: "The token was refused: {reason}.", zh: "令牌无效：{reason}。" },
  FORBIDDEN: { status: 403, en: "{coordinate} is not disclosed to this reader: it is {class} ({classZh}).", zh: "{coordinate} 不对当前访问者公开：属于{classZh}。" },
  FORBIDDEN_CHANGE: { status: 403, told: "FORBIDDEN", en: "{coordinate} is for {askers} only.", zh: "{coordinate} 仅限{askers}办理。" },
  BAD_USER_INPUT: { status: 400, en: "{reason}", zh: "{reason}" },
  CONFLICT: { status: 409, en: "{reason}", zh: "{reason}" },
  LIMIT_EXCEEDED: { status: 400, en: "The request goes beyond a limit: {reason}.", zh: "请求超出限制：{reason}。" },
  RATE_LIMITED: { status: 429, en: "Too many requests; try again in {seconds} seconds.", zh: "请求过于频繁，请在 {seconds} 秒后重试。" },
  TIMEOUT: { status: 503, en: "The answer took longer than {seconds} seconds and was stopped; ask for less, or again later.", zh: "查询超过 {seconds} 秒，已停止；请缩小查询范围或稍后再试。" },
  UNAVAILABLE: { status: 503, en: "The hub cannot answer now; try again later.", zh: "系统暂时无法应答，请稍后再试。" },
  INTERNAL_SERVER_ERROR: { status: 500, en: "Something went wrong in the hub; the request id finds it in the log.", zh: "系统内部错误；可凭请求编号查询日志。" },
} as const satisfies Record<string, CatalogueEntry>;

export type Code = keyof typeof catalogue;

/** A code as askers know it. */
export type ToldCode = { [C in Code]: (typeof catalogue)[C] extends { readonly told: infer Told } ? Told : C }[Code];

/** Codes of GraphQL itself, whose texts speak of the question and the public schema only. */
export const graphqlCodes = ["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "BAD_REQUEST", "OPERATION_RESOLUTION_FAILURE", "PERSISTED_QUERY_NOT_FOUND", "PERSISTED_QUERY_NOT_SUPPORTED"] as const;
export type GraphqlCode = (typeof graphqlCodes)[number];

/** The code as it is told. */
export const codeTold = (code: Code): string => (catalogue[code] as CatalogueEntry).told ?? code;

/** An error that may be shown to the asker: code and parameters are kept, so that the message can be said in either language at the edge. */
export class HubError extends GraphQLError {
  readonly code: Code;
  readonly parameters: Readonly<Record<string, string>>;

  constructor(code: Code, parameters: Readonly<Record<string, string>> = {}, options: GraphQLErrorOptions = {}) {
    super(sentence(code, parameters, "en"), { ...options, extensions: { ...options.extensions, code: codeTold(code) } });
    this.name = "HubError";
    this.code = code;
    this.parameters = parameters;
  }
}

/** The catalogue's sentence for a code with its parameters filled in. */
export function sentence(code: Code, parameters: Readonly<Record<string, string>>, language: Language): string {
  return catalogue[code][language].replace(/\{(\w+)\}/g, (_, name: string) => parameters[`${name}.${language}`] ?? parameters[name] ?? "");
}
