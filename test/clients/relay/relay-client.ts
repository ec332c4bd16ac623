import {
  commitMutation, createOperationDescriptor, Environment, fetchQuery, getPaginationMetadata, getPaginationVariables, getRefetchMetadata, getSingularSelector, Network, RecordSource, Store,
  type ConcreteRequest, type Direction, type GraphQLResponse, type OperationType, type ReaderFragment, type SingularReaderSelector, type Variables,
} from "relay-runtime";
import type { PersonaOrPublic, TestHub } from "../../setup/hub.ts";

/** What a fragment's place in the data holds, for the fragment to be read. */
export type FragmentReference = unknown;

/** A program that asks a hub by Relay, with a store of its own. It does without React what react-relay's hooks do with it. */
export interface RelayClient {
  /** The variables of each request that was sent. */
  readonly sent: Variables[];
  ask<Question extends OperationType>(question: ConcreteRequest, variables: Question["variables"]): Promise<Question["response"]>;
  /** What the store holds for a fragment now. */
  read<Data>(fragment: ReaderFragment, reference: FragmentReference): Data;
  /** As `loadNext` and `loadPrevious` of `usePaginationFragment`. */
  loadMore(fragment: ReaderFragment, reference: FragmentReference, direction: Direction, count: number): Promise<void>;
  /** As `refetch` of `useRefetchableFragment`. */
  loadAgain(fragment: ReaderFragment, reference: FragmentReference): Promise<void>;
  change<Change extends OperationType>(mutation: ConcreteRequest, variables: Change["variables"]): Promise<Change["response"]>;
}

/** @param extensions what is said beside each question, such as how denied fields are to be told */
export function relayClientOf(hub: TestHub, persona: PersonaOrPublic, extensions: Readonly<Record<string, unknown>> = {}): RelayClient {
  const sent: Variables[] = [];
  const network = Network.create(async ({ text }, variables) => {
    sent.push(variables);
    return (await hub.ask(persona, text!, variables, { extensions })).body as GraphQLResponse;
  });
  const environment = new Environment({ network, store: new Store(new RecordSource()) });

  const selectorOf = (fragment: ReaderFragment, reference: FragmentReference): SingularReaderSelector => getSingularSelector(fragment, reference);
  const read = (fragment: ReaderFragment, reference: FragmentReference): Record<string, unknown> => environment.lookup(selectorOf(fragment, reference)).data;
  const idOf = (fragment: ReaderFragment, reference: FragmentReference): Variables => {
    const { identifierInfo } = getRefetchMetadata(fragment, "test");
    return identifierInfo?.identifierQueryVariableName ? { [identifierInfo.identifierQueryVariableName]: read(fragment, reference)[identifierInfo.identifierField] } : {};
  };
  const fetchAnew = async (question: ConcreteRequest, variables: Variables): Promise<void> => {
    environment.retain(createOperationDescriptor(question, variables));
    await fetchQuery(environment, question, variables, { networkCacheConfig: { force: true } }).toPromise();
  };

  return {
    sent,
    async ask(question, variables) {
      environment.retain(createOperationDescriptor(question, variables));
      return (await fetchQuery(environment, question, variables).toPromise())!;
    },
    read: <Data>(fragment: ReaderFragment, reference: FragmentReference) => read(fragment, reference) as Data,
    async loadMore(fragment, reference, direction, count) {
      const { connectionPathInFragmentData, paginationMetadata, paginationRequest } = getPaginationMetadata(fragment, "test");
      const connection = connectionPathInFragmentData.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], read(fragment, reference)) as { pageInfo: Record<"startCursor" | "endCursor", string | null> };
      const cursor = connection.pageInfo[direction === "forward" ? "endCursor" : "startCursor"];
      const { variables, owner } = selectorOf(fragment, reference);
      await fetchAnew(paginationRequest, { ...getPaginationVariables(direction, count, cursor, { ...owner.variables, ...variables }, {}, paginationMetadata), ...idOf(fragment, reference) });
    },
    async loadAgain(fragment, reference) {
      const { variables, owner } = selectorOf(fragment, reference);
      await fetchAnew(getRefetchMetadata(fragment, "test").refetchableRequest, { ...owner.variables, ...variables, ...idOf(fragment, reference) });
    },
    change: (mutation, variables) =>
      new Promise((resolve, reject) => {
        commitMutation(environment, { mutation: mutation, variables, onCompleted: (response, errors) => (errors?.length ? reject(new Error(errors.map(({ message }) => message).join(" "))) : resolve(response as never)), onError: reject });
      }),
  };
}
