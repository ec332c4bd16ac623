import { transitionCommand, type Command } from "../../workflow/command.ts";
import { deliveryMachine } from "./delivery-machine.ts";

/** What whoever delivered can do about a delivery. */
export const deliveryCommands: readonly Command[] = Object.freeze(["cancelDelivery", "resumeDelivery"].map((event) => transitionCommand(deliveryMachine, event)));
