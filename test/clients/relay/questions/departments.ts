import { graphql } from "relay-runtime";

/** The departments of a division's government, from the beginning. */
export const departmentsQuery = graphql`
  query departmentsQuery($code: String!, $count: Int!) {
    administrativeDivision(code: $code) { government { ...departments_page @arguments(count: $count) } }
  }
`;

/** A page and all pages before it; the next is asked for by the government's id. */
export const departmentsPage = graphql`
  fragment departments_page on Government @refetchable(queryName: "departmentsNextQuery") @argumentDefinitions(count: { type: "Int" }, cursor: { type: "String" }) {
    departments(first: $count, after: $cursor, orderBy: { field: NAME }) @connection(key: "departments_departments") {
      totalCount
      edges { node { name } }
    }
  }
`;
