import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, type PossibleTypesMap } from "@apollo/client";
import { relayStylePagination } from "@apollo/client/utilities";
import type { PersonaOrPublic, TestHub } from "../../setup/hub.ts";

interface Introspected {
  readonly __schema: { readonly types: readonly { readonly name: string; readonly possibleTypes: readonly { readonly name: string }[] | null }[] };
}

/** Which types an interface or union stands for, by introspection, as Apollo's documentation has it: without them a fragment on Organization matches no Department. */
export async function possibleTypesOf(hub: TestHub): Promise<PossibleTypesMap> {
  const { body } = await hub.ask("public", "{ __schema { types { name possibleTypes { name } } } }");
  const { types } = (body.data as unknown as Introspected).__schema;
  return Object.fromEntries(types.flatMap(({ name, possibleTypes }) => (possibleTypes ? [[name, possibleTypes.map((type) => type.name)]] : [])));
}

/** Lists by all that decides which rows they hold; page sizes and cursors are Relay's. */
const listed = relayStylePagination(["where", "orderBy", "updatedAfter"]);

/** A program that asks a hub by Apollo Client, with a cache of its own. */
export interface ApolloProgram {
  readonly client: ApolloClient;
  /** What was asked over the network, and how it was answered. */
  readonly answered: Answered[];
}

interface Answered {
  readonly method: string;
  readonly address: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: { readonly data?: unknown; readonly extensions?: Record<string, unknown> };
}

/**
 * @param extensions what is said beside each question, such as purpose and case
 * @param before links that questions go through first
 */
export async function apolloProgram(hub: TestHub, persona: PersonaOrPublic, extensions: Readonly<Record<string, unknown>> = {}, ...before: readonly ApolloLink[]): Promise<ApolloProgram> {
  const answered: ApolloProgram["answered"] = [];
  const token = await hub.tokenOf(persona);
  const beside = new ApolloLink((operation, forward) => {
    Object.assign(operation.extensions, extensions);
    return forward(operation);
  });
  const http = new HttpLink({
    uri: `${hub.url}/graphql`,
    includeExtensions: true,
    headers: token ? { authorization: `Bearer ${token}` } : {},
    fetch: async (address, request) => {
      const response = await fetch(address, request);
      answered.push({ method: request?.method ?? "GET", address: address instanceof Request ? address.url : String(address), status: response.status, headers: response.headers, body: (await response.clone().json()) as Answered["body"] });
      return response;
    },
  });
  const cache = new InMemoryCache({
    possibleTypes: await possibleTypesOf(hub),
    typePolicies: { Query: { fields: { integrityRecords: listed } }, Government: { fields: { departments: listed } } },
  });
  return { client: new ApolloClient({ link: ApolloLink.from([...before, beside, http]), cache }), answered };
}
