import { HubError } from "../errors.ts";

/** In what a file was delivered; an encoding of null is told by the file. */
export interface DeliveredFormat {
  readonly format: "CSV" | "NDJSON" | "XLSX";
  readonly encoding: "UTF-8" | "GB18030" | null;
}

const formats: Readonly<Record<string, DeliveredFormat["format"]>> = {
  "text/csv": "CSV",
  "application/csv": "CSV",
  "text/tab-separated-values": "CSV",
  "text/plain": "CSV",
  "application/x-ndjson": "NDJSON",
  "application/jsonl": "NDJSON",
  "application/x-jsonlines": "NDJSON",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
};

/** GB 2312 and GBK are parts of GB 18030. */
const encodings: Readonly<Record<string, "UTF-8" | "GB18030">> = { "utf-8": "UTF-8", utf8: "UTF-8", gb18030: "GB18030", gbk: "GB18030", gb2312: "GB18030" };

/**
 * The format of a file, by `Content-Type` and its charset, or by `?format=` and `?encoding=` where a client cannot set it.
 *
 * @throws HubError BAD_USER_INPUT (415) where it is none of those that are taken
 */
export function deliveredFormat(contentType: string | undefined, query: URLSearchParams): DeliveredFormat {
  const [type = "", ...parameters] = (contentType ?? "").split(";").map((part) => part.trim().toLowerCase());
  const charset = parameters.find((each) => each.startsWith("charset="))?.slice("charset=".length).replaceAll('"', "");
  const named = query.get("format")?.toUpperCase();
  const format = named === undefined ? formats[type] : (["CSV", "NDJSON", "XLSX"] as const).find((each) => each === named);
  if (!format) throw unsupported("The file is sent as the body, as text/csv, application/x-ndjson or application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, or with ?format=CSV, NDJSON or XLSX", "请将文件作为请求正文，以 text/csv、application/x-ndjson 或 application/vnd.openxmlformats-officedocument.spreadsheetml.sheet 发送，或注明 ?format=CSV、NDJSON 或 XLSX");
  const said = query.get("encoding")?.toLowerCase() ?? charset;
  const encoding = said === undefined ? null : encodings[said];
  if (encoding === undefined) throw unsupported("The encoding is utf-8 or gb18030", "字符编码为 utf-8 或 gb18030");
  return { format, encoding };
}

const unsupported = (en: string, zh: string): HubError => new HubError("BAD_USER_INPUT", { "reason.en": en, "reason.zh": zh }, { extensions: { http: { status: 415 } } });
