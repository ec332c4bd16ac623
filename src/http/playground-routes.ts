import { createReadStream } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance, FastifyReply, FastifyRequest, RawServerDefault } from "fastify";
import { HubError, languages, type Language } from "../errors.ts";
import type { Logger } from "../log.ts";
import { publicAsker, type Asker } from "./playground/asker.ts";
import { exampleOfAnyHub } from "./playground/example-of-any-hub.ts";
import { isLocal, mayHaveTokens } from "./playground/may-have-tokens.ts";
import { filesPath, mapPage, playgroundPage, type Page } from "./playground/pages.ts";
import { filesOfPackage, ownFiles, type StaticFile } from "./playground/static-files.ts";
import { languageOf } from "./request-options.ts";

/** As whom, and what, one may ask in the playground. */
export interface Demonstration {
  /** Questions, with all that is sent with them; the page knows what is in them. */
  readonly examples: readonly object[];
  /** The question of the public's tab, `<domain>/<name>`. */
  readonly first: string;
  readonly personas: readonly Asker[];
  /** Whether personas' tokens may be handed out at all: not by a hub that others reach through somebody. */
  readonly handsOutTokens: boolean;
  /** A persona's token, good on this machine only. */
  tokenOf(persona: string): Promise<string>;
}

type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, Logger>;

/** Seconds in a year: what has its version in its address never changes. */
const aYear = 31_536_000;

/**
 * Where developers try the hub: Altair with a tab for each persona, a map of the schema, and the files of both, all handed out by the hub
 * itself. Nothing here needs a token, and the personas' tokens go to nobody but pages of this hub in browsers on this machine.
 *
 * @param demonstration null where the hub holds no demonstration data
 */
export function playgroundRoutes(app: App, demonstration: Demonstration | null): void {
  const files = {
    altair: filesOfPackage("altair-static", "build/dist", /^(?!iframe-sandbox\/)/), // scripts of Altair's users would need eval
    voyager: filesOfPackage("graphql-voyager", "dist", /^voyager\.(standalone\.js|css)$/),
    own: ownFiles("hub", new URL("../browser/", import.meta.url)),
  };
  const known = new Map<string, StaticFile>(Object.values(files).flatMap(({ prefix, files: listed }) => [...listed].map(([path, file]) => [`${prefix}/${path}`, file] as const)));
  const pages = { playground: inEach((language) => playgroundPage(files, language)), map: inEach((language) => mapPage(files, language)) };

  void app.register((scope, _options, done) => {
    // Elsewhere any page may read what the hub answers; what is here is for the hub's own pages.
    scope.addHook("onRequest", (_request, reply, next) => {
      void reply.removeHeader("access-control-allow-origin").headers({ "cross-origin-resource-policy": "same-origin", "cross-origin-opener-policy": "same-origin" });
      next();
    });
    scope.get("/playground", (request, reply) => sendPage(pages.playground, request, reply));
    scope.get("/playground/map", (request, reply) => sendPage(pages.map, request, reply));
    scope.get(`${filesPath}/*`, (request, reply) => {
      const file = known.get((request.params as { "*": string })["*"]);
      if (!file) return reply.callNotFound();
      return reply.headers({ "content-type": file.type, "content-length": file.bytes, "cache-control": `public, max-age=${aYear}, immutable` }).send(createReadStream(file.path));
    });
    scope.get("/playground/examples", (request) => {
      if (!demonstration) return { examples: [exampleOfAnyHub], askers: [publicAsker(`${exampleOfAnyHub.domain}/${exampleOfAnyHub.name}`)], keepsTabs: false };
      const { examples, first, personas, handsOutTokens } = demonstration;
      return { examples, askers: [publicAsker(first), ...(handsOutTokens && isLocal(request) ? personas : [])], keepsTabs: true };
    });
    scope.post("/playground/tokens", async (request) => {
      if (!demonstration?.handsOutTokens || !mayHaveTokens(request)) throw notForYou();
      return { tokens: Object.fromEntries(await Promise.all(demonstration.personas.map(async ({ name }) => [name, await demonstration.tokenOf(name)] as const))) };
    });
    done();
  });
}

const inEach = (pageIn: (language: Language) => Page): Readonly<Record<Language, Page>> => Object.fromEntries(languages.map((language) => [language, pageIn(language)])) as Record<Language, Page>;

function sendPage(pages: Readonly<Record<Language, Page>>, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { lang } = request.query as { lang?: unknown };
  const { html, policy } = pages[languages.find((each) => each === lang) ?? languageOf(request.headers["accept-language"])];
  return reply.headers({ "content-type": "text/html; charset=utf-8", "content-security-policy": policy, "cache-control": "no-cache", vary: "accept-language" }).send(html);
}

const notForYou = (): HubError =>
  new HubError("FORBIDDEN_CHANGE", { coordinate: "POST /playground/tokens", "askers.en": "the playground in a browser on the hub's own machine", "askers.zh": "本机浏览器中的在线调试页面" }, { extensions: { http: { status: 403 } } });
