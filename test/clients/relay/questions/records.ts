import { graphql } from "relay-runtime";

/** The records on display, from wherever one comes in. */
export const recordsQuery = graphql`
  query recordsQuery($count: Int, $cursor: String, $last: Int, $before: String) {
    ...records_page @arguments(count: $count, cursor: $cursor, last: $last, before: $before)
  }
`;

/** A page that grows in both directions. */
export const recordsPage = graphql`
  fragment records_page on Query
  @refetchable(queryName: "recordsNextQuery")
  @argumentDefinitions(count: { type: "Int" }, cursor: { type: "String" }, last: { type: "Int" }, before: { type: "String" }) {
    integrityRecords(first: $count, after: $cursor, last: $last, before: $before, orderBy: { field: ISSUED_ON, direction: DESC })
      @connection(key: "records_integrityRecords") {
      edges { node { __typename title ... on ViolationRecord { conduct } } }
      pageInfo { startCursor hasPreviousPage }
    }
  }
`;
