import DataLoader from "dataloader";
import { defaultFieldResolver, isAbstractType, isIntrospectionType, isObjectType, type GraphQLFieldResolver, type GraphQLResolveInfo, type GraphQLSchema } from "graphql";
import type { Language } from "../errors.ts";
import { audienceCode } from "../catalog/audience-code.ts";
import type { World } from "../plan/compilation.ts";
import { compile, documentOf, type Entry } from "../plan/compile.ts";
import type { Denial } from "../plan/denial.ts";
import type { RootQuestion } from "../plan/root-question.ts";
import { nameOf, type Occasion } from "../policy/occasion.ts";
import { standingOf } from "../policy/standing.ts";
import type { LogVerifier } from "../store/access-chain/verify-log.ts";
import type { Reader } from "../store/reader.ts";
import type { DutyCrimeRegister } from "../store/duty-crime-register.ts";
import { isMade } from "./declare.ts";
import { searchDutyCrimes } from "./duty-crime-search.ts";
import { explain } from "./explain.ts";
import { accessOf, meLists } from "./me-access.ts";
import { perRequest } from "./per-request.ts";
import { meQuestions } from "./query.ts";
import { usage, type UsageSource } from "./usage.ts";
import { verifyLog } from "./verify-log.ts";

/** All that a resolver is given of the request. Closed: a domain adds nothing here. */
export interface Asked extends Omit<Occasion, "operationName"> {
  readonly language: Language;
}

interface Load {
  readonly question: RootQuestion;
  readonly info: GraphQLResolveInfo;
}

/** The denials that planning has found while the resolvers of a request ran: one for each denied field of the operation. */
export const denialsOf = perRequest<Asked, Denial[]>(() => []);

/** The coordinates that sharing grants have opened to whoever asks, as the statements of a request have found. */
export const openedTo = perRequest<Asked, Set<string>>(() => new Set());

/** The statements of a request take turns, since each must know about how many persons those before it have given something closed. */
const turns = perRequest<Asked, { given: number; last: Promise<unknown> }>(() => ({ given: 0, last: Promise.resolve() }));

export interface ResolverOptions {
  /** Lock (a); off in tests of the other locks only. */
  readonly guarded: boolean;
}

/** What resolvers ask beside the statements of questions. */
export interface Sources {
  readonly verifier: Pick<LogVerifier, "verify">;
  readonly usage: UsageSource;
  readonly dutyCrimes: Pick<DutyCrimeRegister, "ask">;
}

/** Makes the resolver of a field that asks a question of the catalogue. */
export type AnswerWith = (question: RootQuestion) => GraphQLFieldResolver<unknown, Asked>;

/**
 * Attaches what answers to every field of the schema: questions of the catalogue compile their whole subtree with the one compiler, all
 * that start together in one statement; fields below read what the statement has put under their response name.
 *
 * @returns what answers questions of the catalogue in the same way, for fields that are attached elsewhere
 */
export function attachResolvers(schema: GraphQLSchema, world: World, reader: Reader, sources: Sources, options: ResolverOptions): AnswerWith {
  const loaderOf = perRequest<Asked, DataLoader<Load, unknown, string>>(
    (asked) => new DataLoader((loads) => readTogether(world, reader, options, asked, loads), { cache: false }),
  );
  const answer: AnswerWith = (question) => (_source, _args, asked, info) => loaderOf(asked).load({ question, info });
  const ownRows = meQuestions(world.catalogue);
  const special: Readonly<Record<string, GraphQLFieldResolver<unknown, Asked, Record<string, unknown>>>> = {
    "Query.me": (_source, _args, { viewer }) => ({ audience: audienceCode(viewer.audience), client: viewer.client }),
    "Query.whyDenied": explain(world, reader),
    "Query.verifyLog": verifyLog(sources.verifier),
    "Query.dutyCrimeSearch": searchDutyCrimes(sources.dutyCrimes),
    "Me.access": accessOf(world, reader),
    "Me.usage": usage(sources.usage),
    ...Object.fromEntries([...ownRows, ...meLists(world.catalogue)].map(([name, question]) => [`Me.${name}`, answer(question)])),
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value) => (value as { __typename: string }).__typename;
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const question = type === schema.getQueryType() ? world.roots.get(field.name) : undefined;
      field.resolve = special[`${type.name}.${field.name}`] ?? (question ? answer(question) : isMade(field) ? defaultFieldResolver : readResponseKey);
    }
  }
  return answer;
}

/** The statement has put the value under the name that the response gives it. */
const readResponseKey: GraphQLFieldResolver<unknown, Asked> = (source, _args, _asked, info) => (source as Record<string, unknown>)[info.path.key];

async function readTogether(world: World, reader: Reader, options: ResolverOptions, asked: Asked, loads: readonly Load[]): Promise<unknown[]> {
  const { info } = loads[0]!;
  const document = documentOf(world, Object.values(info.fragments), info.variableValues);
  const entries = loads.map(({ question, info: { fieldName: name, fieldNodes, parentType, path } }, place): Entry => ({
    key: `f${place}`,
    question,
    field: { responseKey: String(path.key), name, nodes: [...fieldNodes], writtenOn: parentType.name },
    path: path.prev ? [String(path.prev.key)] : [],
  }));
  const statement = compile(world, standingOf(asked), document, entries, { ...options, typenames: true });
  const turn = turns(asked);
  const reading = turn.last.then(async () => {
    const read = await reader.read(statement, { ...asked, operationName: nameOf(info.operation) }, info.variableValues, turn.given);
    turn.given += read.persons;
    return read;
  });
  turn.last = reading.catch(() => {});
  const { data, denials, opened } = await reading;
  for (const coordinate of opened) openedTo(asked).add(coordinate);
  const noted = denialsOf(asked);
  // A fragment may stand below several questions: its field is denied once.
  noted.push(...denials.filter(({ nodes }) => !noted.some((each) => each.nodes[0] === nodes[0])));
  const answer = JSON.parse(data.toString("utf8")) as Record<string, unknown>;
  return entries.map(({ key }) => answer[key]);
}
