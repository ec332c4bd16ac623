import { catalogue, type GraphqlCode, type ToldCode } from "../../errors.ts";
import type { Said } from "./voice.ts";

/** What an error code means, and what whoever gets it can do. */
interface Meaning {
  readonly means: Said;
  readonly remedy: Said;
}

/** Every code that `extensions.code` can hold. The compiler sees to it that none is left out. */
export const errorMeanings: Readonly<Record<ToldCode | GraphqlCode, Meaning>> = {
  UNAUTHENTICATED: {
    means: { en: "The request has a token or key, and it is not good: unknown, over, of another hub, from an address that is not registered for it, or of a client that is suspended or closed.", zh: "请求带有令牌或密钥，但其无效：无法识别、已过期、不是本系统签发、来源地址未登记，或者客户端已暂停或注销。" },
    remedy: { en: "Get a new token at /oauth/token; leave the token out to ask as the public. Whether the client is in force, the platform's operator can say.", zh: "请在 /oauth/token 重新获取令牌；不带令牌即以社会公众身份查询。客户端是否有效，请向平台运维单位核实。" },
  },
  FORBIDDEN: {
    means: { en: "A field is not disclosed to whoever asks, or a change is not for them. A denied field is null with one error for each place in the operation, and the rest is answered; extensions say coordinate, class, basis and how to apply.", zh: "信息项不对当前访问者公开，或者该事项不由其办理。被拒绝的信息项返回 null，查询中每处一个错误，其余内容照常返回；extensions 中注明信息项坐标、共享开放属性、依据和申请途径。" },
    remedy: { en: "Ask whyDenied(coordinate:) who reads the field and how to apply. What is conditional, a government body gets by requestSharing; then it states purpose and case with each question (extensions.access).", zh: "可用 whyDenied(coordinate:) 查询谁可查阅以及如何申请。有条件共享的信息项，政务部门可用 requestSharing 申请共享授权，获准后每次查询注明用途和案件编号（extensions.access）。" },
  },
  BAD_USER_INPUT: {
    means: { en: "Something in the request is not what it must be: an argument, a variable, a header, an option in extensions, or a delivered file. The message says which and what is demanded, and never repeats the value.", zh: "请求中有内容不符合要求：参数、变量、请求头、extensions 选项或者报送文件。消息说明是哪一处、应当如何，不复述所填的值。" },
    remedy: { en: "Mend what the message names and ask again; nothing was done.", zh: "请按消息更正后重新提交；本次未办理任何事项。" },
  },
  CONFLICT: {
    means: { en: "What was asked for does not go with what is there by now.", zh: "所请求的事项与当前状态冲突。" },
    remedy: { en: "Read the present state, and ask again if it is still wanted.", zh: "请先查询当前状态，仍有需要时再次提交。" },
  },
  LIMIT_EXCEEDED: {
    means: { en: "The request goes beyond a limit that holds for everybody: depth, aliases, tokens, rows that it could yield, bytes, persons in a closed answer. Nothing is cut: it is refused as a whole.", zh: "请求超出对所有访问者一致的限制：嵌套层数、别名数、词法单元数、可能返回的行数、字节数或者涉密答复中的人数。系统不作截断，整体拒绝。" },
    remedy: { en: "Ask for less at a time: smaller pages (first), fewer fields, several requests.", zh: "请减少单次查询内容：缩小分页（first）、减少信息项，或者分多次查询。" },
  },
  RATE_LIMITED: {
    means: { en: "The budget of the client, or of the address for the public, is used up for the moment.", zh: "客户端（社会公众按地址计）的当前额度已用完。" },
    remedy: { en: "Wait as long as the Retry-After header says. extensions.cost: true in a request has the answer say what it cost and what remains.", zh: "请按 Retry-After 响应头等待后重试。请求中设 extensions.cost: true，答复即注明本次消耗和剩余额度。" },
  },
  TIMEOUT: {
    means: { en: "The answer took longer than one may take, and was stopped.", zh: "查询超过规定时间，已停止。" },
    remedy: { en: "Ask for less or more narrowly, or again later.", zh: "请缩小查询范围，或者稍后再试。" },
  },
  UNAVAILABLE: {
    means: { en: "The hub cannot answer now: its database does not answer, it is stopping, or it cannot find out who is registered.", zh: "系统暂时无法应答：数据库无响应、系统正在停止，或者无法核实客户端登记。" },
    remedy: { en: "Ask again later; /readyz says whether the hub answers.", zh: "请稍后再试；/readyz 可查看系统是否可用。" },
  },
  INTERNAL_SERVER_ERROR: {
    means: { en: "Something went wrong in the hub that should not have. What it was stands in the hub's log, not in the answer.", zh: "系统发生了不应有的错误。具体原因记录在系统日志中，答复中不予说明。" },
    remedy: { en: "Tell the platform's operator the request id of the answer (extensions.requestId, header X-Request-Id).", zh: "请将答复中的请求编号（extensions.requestId 或响应头 X-Request-Id）告知平台运维单位。" },
  },
  GRAPHQL_PARSE_FAILED: {
    means: { en: "The document is not written in GraphQL: the message says where the reader stopped.", zh: "查询语句不符合 GraphQL 语法；消息注明出错位置。" },
    remedy: { en: "Mend the syntax at the line and column that locations tell.", zh: "请按 locations 给出的行列更正语法。" },
  },
  GRAPHQL_VALIDATION_FAILED: {
    means: { en: "The document asks for something that the graph does not have: a field, an argument or a type that is misspelt, missing or in the wrong place.", zh: "查询了图中没有的内容：信息项、参数或类型拼写有误、缺失或位置不对。" },
    remedy: { en: "Look the names up here or in the schema. An unknown filter is never ignored.", zh: "请在本目录或图的模式中核对名称。未知的筛选条件不会被忽略。" },
  },
  BAD_REQUEST: {
    means: { en: "The request is no GraphQL over HTTP: no query, or a body or a parameter that is not JSON.", zh: "请求不符合 GraphQL over HTTP：没有 query，或者正文、参数不是 JSON。" },
    remedy: { en: 'Send {"query": "…", "variables": {…}} as application/json to /graphql.', zh: '请以 application/json 向 /graphql 发送 {"query": "…", "variables": {…}}。' },
  },
  OPERATION_RESOLUTION_FAILURE: {
    means: { en: "The document holds several operations, or none of the name that operationName gives.", zh: "语句包含多个操作，或者没有 operationName 所指的操作。" },
    remedy: { en: "Name the operation to carry out in operationName. Changes go by POST.", zh: "请在 operationName 中指明要执行的操作；办理事项须用 POST。" },
  },
  PERSISTED_QUERY_NOT_FOUND: {
    means: { en: "The request names a stored document that the hub does not have.", zh: "请求引用的预存语句不存在。" },
    remedy: { en: "Send the document itself.", zh: "请直接发送查询语句。" },
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    means: { en: "The hub stores no documents.", zh: "本系统不支持预存语句。" },
    remedy: { en: "Send the document itself.", zh: "请直接发送查询语句。" },
  },
};

/** The HTTP status of a request that fails as a whole with the code; null for codes that stand in an answer of status 200 as well. */
export const statusOf = (code: string): number | null => (code in catalogue ? catalogue[code as keyof typeof catalogue].status : 400);
