import { graphql } from "relay-runtime";

/** Civil servants with fields that not everybody may read. */
export const officialsQuery = graphql`
  query officialsQuery {
    officials(first: 3) { totalCount edges { node { id recordNo name gender } } }
  }
`;

/** The same by who wants to be told of each field whether something went wrong with it. */
export const officialsCaughtQuery = graphql`
  query officialsCaughtQuery {
    officials(first: 3) { edges { node { recordNo gender @catch(to: RESULT) } } }
  }
`;
