import { clearance } from "../../catalog/rule.ts";
import { machine } from "../../workflow/declare-machine.ts";
import { reasonName } from "../../workflow/machine.ts";
import { asker, reason } from "../../workflow/source.ts";
import { clientState } from "./codelists.ts";
import { client } from "./client.ts";

const operator = clearance("operator");

/** The register of clients: the platform's operator keeps it. */
export const clientMachine = machine({
  type: client,
  states: clientState.values,
  state: { field: "state" },
  version: "version",
  transitions: {
    registerClient: {
      doc: "Registers a system that asks in the name of one body (登记客户端).",
      from: [],
      to: "ACTIVE",
      by: operator,
      takes: ["clientId", "name", "organizationId", "audience", "jurisdictionCode", "contact", "mayHide"],
      needs: ["clientId", "name", "audience"],
      sets: { registeredBy: asker("client") },
    },
    suspendClient: { doc: "Suspends a client until it is resumed, with the reason (暂停客户端，须说明理由).", from: ["ACTIVE"], to: "SUSPENDED", by: operator, needs: [reasonName], sets: { stateReason: reason } },
    resumeClient: { doc: "Lets a suspended client ask again (恢复客户端).", from: ["SUSPENDED"], to: "ACTIVE", by: operator, sets: { stateReason: reason } },
    closeClient: { doc: "Closes a client for good, with the reason (注销客户端，须说明理由).", from: ["ACTIVE", "SUSPENDED"], to: "CLOSED", by: operator, needs: [reasonName], sets: { stateReason: reason } },
  },
});
