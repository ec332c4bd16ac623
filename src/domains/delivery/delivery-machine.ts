import { anyOf, clearance, own } from "../../catalog/rule.ts";
import { machine, reason } from "../../workflow/machine.ts";
import { deliveryState } from "./codelists.ts";
import { delivery } from "./delivery.ts";

const deliverer = anyOf(clearance("operator"), own("organizationId"));

/** What whoever delivered, or the operator, can do about a delivery; how it is received and processed is the hub's own doing. */
export const deliveryMachine = machine({
  type: delivery,
  states: deliveryState.values,
  state: { field: "state" },
  version: "version",
  transitions: {
    cancelDelivery: { doc: "Cancels a delivery before its end; nothing of it is taken (取消报送).", from: ["RECEIVED", "PROCESSING", "INTERRUPTED"], to: "CANCELLED", by: deliverer, sets: { stateReason: reason } },
    resumeDelivery: { doc: "Lets a delivery that was cancelled or interrupted be processed from its beginning, with the file that is here (恢复报送).", from: ["CANCELLED", "INTERRUPTED"], to: "RECEIVED", by: deliverer, sets: { stateReason: reason } },
  },
});
