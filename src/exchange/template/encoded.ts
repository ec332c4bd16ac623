import iconv from "iconv-lite";
import type { TableEncoding } from "../table/table.ts";

/** Text as bytes of a file; Node itself writes no GB18030. */
export const encoded = (text: string, encoding: TableEncoding): Buffer => (encoding === "UTF-8" ? Buffer.from(text) : iconv.encode(text, "gb18030"));
