import { everyBody, everyone, isOwn, isSelf, type Asking, type Policies, type Row, type Says } from "./vocabulary.ts";

const isAuditor = ({ viewer }: Asking): boolean => viewer.audience === "auditor";

/** PLATFORM_ADMIN registers clients and reads no content; a body and an enterprise know the clients that ask in their name. */
const knowsClient: Says = (client, asking) => asking.viewer.audience === "operator" || isOwn(client.values["organizationId"], asking);

const clientOf = (credential: Row, { rows }: Asking): Row | undefined => rows.row("Client", "id", credential.values["clientRowId"]);

const knowsDelivery: Says = (delivery, asking) => asking.viewer.audience === "operator" || isOwn(delivery.values["organizationId"], asking);

/** +self unless hidden: a look in an open case by whom the law lets keep it so. */
const isTold: Says = (entry, asking) => isSelf(entry.values["officialId"], asking) && entry.values["hidden"] === false;

const registrants = [...everyBody, "enterprise", "operator"];

/** Who asked for what, who may, and what was seen (tasks 13 and 3.0, with 2.10: an auditor sees pseudonyms; heads are daily, of one form, and public). */
export const access: Policies = {
  Client: {
    rows: knowsClient,
    open: "id recordedAt organizationId",
    closed: [{ fields: "clientId name audience jurisdictionCode state stateReason mayHide contact version", class: "restricted", readers: registrants, where: everyone }],
    order: ["recordedAt", "ASC"],
  },
  ClientCredential: {
    rows: (credential, asking) => {
      const client = clientOf(credential, asking);
      return client !== undefined && knowsClient(client, asking);
    },
    open: "id recordedAt",
    closed: [{ fields: "clientRowId kind label networks expiresAt revokedAt", class: "restricted", readers: registrants, where: everyone }],
    order: ["recordedAt", "ASC"],
    relations: { client: ["clientRowId"] },
  },
  // Header P, detail U.
  SharingGrant: {
    open: "id recordedAt grantNo requesterId providerId basisCitation state requestedOn decidedOn validFrom validTo",
    unfiltered: "items",
    shared: "purpose purposeNote scopeDivisionCode coversWholeScope dailyQuota decisionReason version",
    sharedUnfiltered: "fields",
    order: ["grantNo", "ASC"],
  },
  // DEPT_WRITER and the operator of batches: a body knows what it has delivered, and nobody else does.
  Delivery: {
    rows: knowsDelivery,
    open: "id recordedAt receiptNo organizationId dataset format encoding byteCount state phase progress rowsRead rowsTaken rowsFaulty rowsInserted rowsUpdated rowsUnchanged receivedAt finishedAt version",
    closed: [
      {
        fields: "clientId audience fileDigest stateReason",
        class: "restricted",
        readers: [...everyBody, "enterprise", "operator"],
        where: everyone,
      },
    ],
    order: ["receivedAt", "DESC"],
    keys: { receiptNo: "receiptNo" },
    inverses: { faults: ["DeliveryFault", "delivery"] },
  },
  DeliveryFault: {
    rows: (fault, asking) => {
      const delivery = asking.rows.row("Delivery", "id", fault.values["deliveryId"]);
      return delivery !== undefined && knowsDelivery(delivery, asking);
    },
    open: "id recordedAt deliveryId row column code detail",
    order: ["row", "ASC"],
    relations: { delivery: ["deliveryId"] },
  },
  AccessEvent: {
    rows: (_event, asking) => isAuditor(asking),
    open: "id recordedAt",
    closed: [
      {
        fields: "requestId clientId audience organizationId purpose caseNo operationName coordinates refusedCoordinates grantNos outcome recordCount subjectCount hidden",
        class: "restricted",
        readers: ["auditor"],
        where: everyone,
      },
    ],
    order: ["recordedAt", "DESC"],
  },
  AccessLogEntry: {
    rows: (entry, asking) => isAuditor(asking) || isTold(entry, asking),
    open: "id recordedAt",
    closed: [
      { fields: "audience organizationId purpose coordinates", class: "restricted", readers: ["auditor", "subject"], where: everyone },
      { fields: "accessEventId subjectPseudonym hidden", class: "restricted", readers: ["auditor"], where: everyone },
    ],
    order: ["recordedAt", "DESC"],
  },
  AccessLogHead: { open: "id recordedAt day commitment publishedAt", order: ["day", "DESC"] },
};
