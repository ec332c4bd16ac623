import { graphql } from "relay-runtime";

/** Bodies by their codes, as a list of cards. */
export const organizationsQuery = graphql`
  query organizationQuery($codes: [String!]!) {
    organizationsByCode(codes: $codes) { __typename ...organization_card }
  }
`;

/** A card, whatever kind of body it is of; asked for again by its id. */
export const organizationCard = graphql`
  fragment organization_card on Organization @refetchable(queryName: "organizationAgainQuery") {
    name
    status
    ... on Department { duty }
    division { name }
  }
`;
