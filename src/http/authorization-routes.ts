import type { FastifyReply, FastifyRequest } from "fastify";
import { catalogue, HubError } from "../errors.ts";
import type { Logger } from "../log.ts";
import type { Registry } from "../policy/register.ts";
import { publicViewer } from "../policy/viewer.ts";
import type { App } from "./app.ts";
import { Budgets, retryAfter } from "./budget.ts";
import { assertionAlgorithms, TokenEndpoint, tokenPath, type Assertions } from "./token-endpoint.ts";
import type { Tokens } from "./tokens.ts";

/** Requests for tokens that a minute gives to each address: a token lasts five minutes, so that is hundreds of clients behind one. */
const requestsAMinute = 120;

/** What the hub gives tokens by. */
export interface Authorization {
  readonly registry: Registry;
  readonly tokens: Tokens;
  readonly assertions: Assertions;
}

interface RouteParts extends Authorization {
  /** Address of the hub as its clients know it; known once it listens. */
  readonly issuer: () => string;
  readonly log: Logger;
}

/** Where clients get their tokens, and what they need to know for it: the metadata of RFC 8414 and the published keys. */
export function authorizationRoutes(app: App, parts: RouteParts): void {
  const { registry, tokens, issuer } = parts;
  const kept = "public, max-age=300";
  app.get("/.well-known/jwks.json", async (_request, reply) => reply.header("cache-control", kept).send(await tokens.published((await registry.current()).signingGeneration)));
  app.get("/.well-known/oauth-authorization-server", (_request, reply) => reply.header("cache-control", kept).send(metadataOf(issuer())));
  const budgets = new Budgets({ public: requestsAMinute, client: 0 });
  let endpoint: TokenEndpoint | null = null;
  void app.register((scope, _options, done) => {
    // The library reads the body itself.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, _payload, parsed) => parsed(null));
    scope.setErrorHandler((error: Error, request, reply) => void sendError(error, request, reply, parts.log));
    scope.post(tokenPath, async (request, reply) => {
      budgets.open(publicViewer, request.ip).take(1);
      endpoint ??= new TokenEndpoint({ ...parts, issuer: issuer() });
      await endpoint.load();
      reply.hijack();
      for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value);
      await endpoint.answer(request.raw, reply.raw);
    });
    scope.route({ method: ["GET", "PUT", "PATCH", "DELETE"], url: tokenPath, handler: (_request, reply) => reply.code(405).header("allow", "POST").send({ error: "invalid_request", error_description: "tokens are asked for by POST" }) });
    done();
  });
}

const metadataOf = (issuer: string) => ({
  issuer,
  token_endpoint: `${issuer}${tokenPath}`,
  jwks_uri: `${issuer}/.well-known/jwks.json`,
  response_types_supported: [],
  grant_types_supported: ["client_credentials"],
  token_endpoint_auth_methods_supported: ["private_key_jwt"],
  token_endpoint_auth_signing_alg_values_supported: assertionAlgorithms,
});

/** What ended a request before the library had it, as RFC 6749 says errors. */
function sendError(error: Error, request: FastifyRequest, reply: FastifyReply, log: Logger): FastifyReply {
  const known = error instanceof HubError;
  if (!known) log.error({ requestId: request.id, error: error.name }, "masked error");
  const [status, code] = !known ? [500, "server_error"] : error.code === "RATE_LIMITED" ? [429, "temporarily_unavailable"] : [503, "temporarily_unavailable"];
  return reply.code(status).headers(Object.fromEntries(retryAfter(error))).send({ error: code, error_description: known ? error.message : catalogue.INTERNAL_SERVER_ERROR.en });
}
