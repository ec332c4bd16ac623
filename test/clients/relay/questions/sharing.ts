import { graphql } from "relay-runtime";

/** Asks for a sharing grant. */
export const requestSharingMutation = graphql`
  mutation sharingRequestMutation($input: RequestSharingInput!) {
    requestSharing(input: $input) { sharingGrant { ...sharing_grant } userErrors { code field message } }
  }
`;

/** Takes the request back. */
export const withdrawSharingMutation = graphql`
  mutation sharingWithdrawMutation($input: WithdrawSharingInput!) {
    withdrawSharing(input: $input) { sharingGrant { ...sharing_grant } userErrors { code field message } }
  }
`;

export const sharingGrant = graphql`
  fragment sharing_grant on SharingGrant { id grantNo state version }
`;
