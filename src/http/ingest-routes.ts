import type { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Audience } from "../catalog/audience.ts";
import { HubError, type Language } from "../errors.ts";
import { noAccess, type Access } from "../policy/access.ts";
import { changeDenied } from "../policy/change-denied.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { App } from "./app.ts";
import { deliveredFormat, type DeliveredFormat } from "./delivered-format.ts";
import { limits } from "./limits.ts";
import { languageOf } from "./request-options.ts";

/** What takes deliveries in. */
export interface IntakeParts {
  readonly datasets: ReadonlyMap<string, OfferedDataset>;
  receive(viewer: Viewer & { readonly client: string }, name: string, file: DeliveredFormat & { readonly source: Readable }): Promise<{ readonly id: string; readonly receiptNo: string; readonly wasThere: boolean }>;
  /** How a delivery stands, with its first faults in words; null where the asker may know of none with the number. */
  status(asker: Asker, receiptNo: string, language: Language): Promise<object | null>;
  /** The delivered file with its faults marked; null where the asker may know of no such delivery. */
  marked(asker: Asker, receiptNo: string, options: { readonly language: Language; readonly onlyFaulty: boolean }): Promise<Marked | null>;
  template(name: string, format: "XLSX" | "CSV"): Promise<Buffer>;
}

/** Who asks about a delivery, in which request. */
export interface Asker {
  readonly viewer: Viewer;
  readonly access: Access;
  readonly requestId: string;
  readonly language: Language;
}

type Marked =
  | { readonly outcome: "marked"; readonly format: DeliveredFormat["format"]; readonly file: Readable }
  | { readonly outcome: "gone" }
  | { readonly outcome: "unread"; readonly faults: readonly { readonly message: string; readonly detail: string | null }[] }
  | { readonly outcome: "notFor"; readonly audience: Audience };

interface OfferedDataset {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly audiences: readonly Audience[];
  readonly takes: string;
  readonly columns: readonly object[];
}

export interface IngestParts {
  readonly intake: IntakeParts;
  /** Who asks, charged with so many units. */
  readonly viewerOf: (request: FastifyRequest, units: number) => Promise<Viewer>;
  /** Address of the hub as its clients know it; known once it listens. */
  readonly address: () => string;
}

export const ingestPath = "/ingest/:dataset";

const mediaTypes = { CSV: "text/csv; charset=utf-8", NDJSON: "application/x-ndjson", XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" } as const;

/** Where departments deliver: datasets with their templates, files in, receipts, and files back with their faults marked. */
export function ingestRoutes(app: App, { intake, viewerOf, address }: IngestParts): void {
  const offered = (name: string): OfferedDataset => {
    const dataset = intake.datasets.get(name);
    if (dataset) return dataset;
    throw new HubError("BAD_USER_INPUT", { "reason.en": `There is no dataset of that name; ${address()}/ingest lists them`, "reason.zh": `没有该名称的数据集；清单见 ${address()}/ingest` }, { extensions: { http: { status: 404 } } });
  };
  const addresses = ({ name }: OfferedDataset) => ({ deliver: `${address()}/ingest/${name}`, templates: [`${address()}/ingest/${name}/template.xlsx`, `${address()}/ingest/${name}/template.csv`] });
  const addressOf = (receiptNo: string): string => `${address()}/ingest/deliveries/${receiptNo}`;

  app.get("/ingest", (_request, reply) => reply.header("cache-control", "public, max-age=60").send({ datasets: [...intake.datasets.values()].map((dataset) => ({ ...dataset, ...addresses(dataset) })) }));
  app.get<{ Params: { dataset: string } }>(ingestPath, (request, reply) => {
    const dataset = offered(request.params.dataset);
    return reply.header("cache-control", "public, max-age=60").send({ ...dataset, ...addresses(dataset) });
  });
  app.get<{ Params: { dataset: string; kind: string } }>("/ingest/:dataset/template.:kind(csv|xlsx)", async (request, reply) => {
    const { name, title } = offered(request.params.dataset);
    const format = request.params.kind === "csv" ? "CSV" : "XLSX";
    return attached(reply, `${title}.${format.toLowerCase()}`, format).header("cache-control", "public, max-age=60").send(await intake.template(name, format));
  });

  app.get<{ Params: { receiptNo: string } }>("/ingest/deliveries/:receiptNo", async (request, reply) => {
    const { receiptNo } = request.params;
    const asker = await askerOf(request, 1);
    const status = known(await intake.status(asker, receiptNo, asker.language));
    return reply.send({ ...status, address: addressOf(receiptNo), faults: `${addressOf(receiptNo)}/faults` });
  });
  app.get<{ Params: { receiptNo: string }; Querystring: { only?: string } }>("/ingest/deliveries/:receiptNo/faults", async (request, reply) => {
    const { receiptNo } = request.params;
    const { only } = request.query;
    if (only !== undefined && only !== "faulty") throw new HubError("BAD_USER_INPUT", { "reason.en": "only is faulty, for the rows with faults alone, or left out", "reason.zh": "only 只能为 faulty（仅返回有差错的行），或者省略" });
    const asker = await askerOf(request, limits.delivery); // it is read again from its beginning to its end
    const marked = known(await intake.marked(asker, receiptNo, { language: asker.language, onlyFaulty: only === "faulty" }));
    if (marked.outcome === "notFor") throw changeDenied("GET /ingest/deliveries/…/faults", [marked.audience]);
    if (marked.outcome === "unread") {
      const said = marked.faults.map(({ message, detail }) => [message, detail].filter(Boolean).join(" "));
      throw new HubError("BAD_USER_INPUT", { "reason.en": `Nothing stands at a row to be marked; the file as a whole was not taken: ${said.join("; ")}`, "reason.zh": `没有可逐行标注的内容，文件整体未被接收：${said.join("；")}` }, { extensions: { http: { status: 410 } } });
    }
    if (marked.outcome === "gone") throw new HubError("BAD_USER_INPUT", { "reason.en": "The file of this delivery is no longer here: it had no faults, or it is over a week old; its faults are answered by delivery { faults }", "reason.zh": "该批次的文件已不在系统中：没有差错，或者已超过七天；差错可通过 delivery { faults } 查询" }, { extensions: { http: { status: 410 } } });
    return attached(reply, `${receiptNo}.${marked.format.toLowerCase()}`, marked.format).send(marked.file);
  });

  void app.register((scope, _options, done) => {
    // The file is read as it arrives, whatever its type.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, payload, parsed) => parsed(null, payload));
    scope.post<{ Params: { dataset: string } }>(ingestPath, { bodyLimit: Number.MAX_SAFE_INTEGER }, async (request, reply) => {
      const dataset = offered(request.params.dataset);
      const viewer = await viewerOf(request, limits.delivery);
      const { client } = viewer;
      if (client === null || !dataset.audiences.includes(viewer.audience)) throw changeDenied(`POST /ingest/${dataset.name}`, dataset.audiences);
      if (!["", "identity"].includes((request.headers["content-encoding"] ?? "").trim().toLowerCase()))
        throw new HubError("BAD_USER_INPUT", { "reason.en": "A file is sent as it is, without Content-Encoding", "reason.zh": "文件请原样发送，不要使用 Content-Encoding 压缩" }, { extensions: { http: { status: 415 } } });
      const format = deliveredFormat(request.headers["content-type"], new URL(request.url, "http://hub").searchParams);
      const source = request.body as Readable | undefined;
      if (!source) throw new HubError("BAD_USER_INPUT", { "reason.en": "The request holds no file: send it as the body", "reason.zh": "请求中没有文件：请将文件作为请求正文发送" });
      const { receiptNo, wasThere } = await intake.receive({ ...viewer, client }, dataset.name, { ...format, source }).catch((error: unknown) => {
        source.resume(); // who is still sending reads the answer once that is sent
        throw told(error);
      });
      return reply.code(wasThere ? 200 : 202).header("location", addressOf(receiptNo)).send({ receiptNo, dataset: dataset.name, isSameAsBefore: wasThere, address: addressOf(receiptNo) });
    });
    done();
  });

  const askerOf = async (request: FastifyRequest, units: number): Promise<Asker> => ({ viewer: await viewerOf(request, units), access: noAccess, requestId: request.id, language: languageOf(request.headers["accept-language"]) });

  /** A delivery of another body is as absent as one that never was. */
  function known<T>(found: T | null): T {
    if (found === null) throw new HubError("BAD_USER_INPUT", { "reason.en": "There is no delivery of this number of the body in whose name was asked", "reason.zh": "所代表的单位没有该编号的报送批次" }, { extensions: { http: { status: 404 } } });
    return found;
  }
}

const attached = (reply: FastifyReply, name: string, format: keyof typeof mediaTypes): FastifyReply =>
  reply.header("content-type", mediaTypes[format]).header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);

/** What can go wrong while a file arrives, as it is told; what is the hub's own fault stays as it is. */
function told(error: unknown): unknown {
  const { name, longest } = error as { name?: string; longest?: number };
  if (name === "FileTooLong") return new HubError("LIMIT_EXCEEDED", { "reason.en": `a delivered file has at most ${longest} bytes; deliver it in pieces`, "reason.zh": `报送文件最大 ${longest} 字节，请拆分后报送` }, { extensions: { http: { status: 413 } } });
  if (name === "FileCut") return new HubError("BAD_USER_INPUT", { "reason.en": "The file ended in its midst and was not taken; send it again", "reason.zh": "文件未完整送达，未予接收，请重新发送" });
  if (name === "NotNow") return new HubError("UNAVAILABLE");
  return error;
}
