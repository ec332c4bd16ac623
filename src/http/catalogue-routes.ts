import type { IncomingMessage, ServerResponse } from "node:http";
import { gunzipSync } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest, RawServerDefault } from "fastify";
import { languages, type Language } from "../errors.ts";
import type { Logger } from "../log.ts";
import { languageOf } from "./request-options.ts";

/** What makes the pages of the catalogue; the edge serves them without knowing what they say. */
export interface Pages {
  page(asked: { readonly path: string; readonly language: Language; readonly question: string | null }): Promise<{
    readonly status: number;
    readonly language: string;
    readonly gzip: Buffer;
    readonly digest: string;
    readonly isWhole: boolean;
    readonly contentSecurityPolicy: string;
  }>;
}

/** The public pages that say what the hub holds: the same for everybody, in the language of the address or else of the browser. */
export function catalogueRoutes(app: FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, Logger>, pages: Pages): void {
  app.get("/", (_request, reply) => reply.redirect("/catalogue")); // whoever opens the hub's address by itself
  app.get("/catalogue", (request, reply) => answer(request, reply, ""));
  app.get<{ Params: { "*": string } }>("/catalogue/*", (request, reply) => answer(request, reply, request.params["*"].replace(/\/$/, "")));

  async function answer(request: FastifyRequest, reply: FastifyReply, path: string): Promise<FastifyReply> {
    const { headers } = request;
    const given = new URL(request.url, "http://hub").searchParams;
    const language = languages.find((each) => each === given.get("lang")) ?? languageOf(headers["accept-language"]);
    const page = await pages.page({ path, language, question: given.get("q") });
    const etag = `W/"${page.digest}"`; // weak: it is of the page, compressed or not
    reply.headers({
      etag,
      "cache-control": page.isWhole ? "public, max-age=300" : "no-store",
      "content-language": page.language,
      "content-security-policy": page.contentSecurityPolicy,
      vary: "accept-encoding, accept-language",
    });
    if (page.isWhole && headers["if-none-match"]?.includes(etag)) return reply.code(304).send();
    reply.code(page.status).header("content-type", "text/html; charset=utf-8");
    return takesGzip(headers["accept-encoding"]) ? reply.header("content-encoding", "gzip").send(page.gzip) : reply.send(gunzipSync(page.gzip));
  }
}

/** Whether a client says that it takes gzip, and not with the weight of nothing. */
function takesGzip(accepted: string | string[] | undefined): boolean {
  const ranges = String(accepted ?? "").toLowerCase().split(",").map((each) => each.trim());
  return ranges.some((range) => /^(gzip|\*)(;|$)/.test(range.replaceAll(" ", "")) && !/;q=0(\.0*)?$/.test(range.replaceAll(" ", "")));
}
