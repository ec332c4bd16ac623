import { allOf, anyBody, anyOf, clearance, never, own } from "../../catalog/rule.ts";
import { machine } from "../../workflow/declare-machine.ts";
import { now, reason } from "../../workflow/source.ts";
import { deliveryState } from "./codelists.ts";
import { delivery } from "./delivery.ts";

const deliverer = anyOf(clearance("operator"), allOf(anyBody, own("organizationId")));

/** What whoever delivered, or the operator, can do about a delivery. By nobody are the steps that are the hub's own doing: they are drawn here, and carried out where deliveries are. */
export const deliveryMachine = machine({
  type: delivery,
  states: deliveryState.values,
  state: { field: "state" },
  version: "version",
  transitions: {
    receiveDelivery: { doc: "The file has arrived whole (接收).", from: [], to: "RECEIVED", by: never },
    processDelivery: { doc: "Its turn has come (开始处理).", from: ["RECEIVED"], to: "PROCESSING", by: never },
    completeDelivery: { doc: "Its rows are taken (完成).", from: ["PROCESSING"], to: "COMPLETED", by: never },
    rejectDelivery: { doc: "Its faults keep it from being taken (退回).", from: ["PROCESSING"], to: "REJECTED", by: never },
    interruptDelivery: { doc: "It could not be finished (中断).", from: ["PROCESSING"], to: "INTERRUPTED", by: never },
    cancelDelivery: { doc: "Cancels a delivery before its end; nothing of it is taken (取消报送).", from: ["RECEIVED", "PROCESSING", "INTERRUPTED"], to: "CANCELLED", by: deliverer, sets: { stateReason: reason, finishedAt: now } },
    resumeDelivery: { doc: "Lets a delivery that was cancelled or interrupted be processed from its beginning, with the file that is here (恢复报送).", from: ["CANCELLED", "INTERRUPTED"], to: "RECEIVED", by: deliverer, sets: { stateReason: reason } },
  },
});
