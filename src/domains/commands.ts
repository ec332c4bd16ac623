import type { Command } from "../workflow/command.ts";
import type { Machine } from "../workflow/machine.ts";
import { clientCommands } from "./access/client-commands.ts";
import { clientCredentialMachine } from "./access/client-credential-machine.ts";
import { clientMachine } from "./access/client-machine.ts";
import { sharingGrantCommands } from "./access/sharing-grant-commands.ts";
import { sharingGrantMachine } from "./access/sharing-grant-machine.ts";
import { signingKeyCommands } from "./access/signing-key-commands.ts";
import { deliveryCommands } from "./delivery/delivery-commands.ts";
import { deliveryMachine } from "./delivery/delivery-machine.ts";
import { collectionCommands } from "./dishonesty/collection-commands.ts";
import { collectionMachine } from "./dishonesty/collection-machine.ts";
import { disclosureCommands } from "./dishonesty/disclosure-commands.ts";
import { dishonestyDisclosureMachine } from "./dishonesty/dishonesty-disclosure-machine.ts";
import { publicationChannelCommands } from "./dishonesty/publication-channel-commands.ts";
import { publicationChannelMachine } from "./dishonesty/publication-channel-machine.ts";
import { violationDisclosureMachine } from "./dishonesty/violation-disclosure-machine.ts";
import { privacyImpactAssessmentCommands } from "./governance/privacy-impact-assessment-commands.ts";
import { privacyImpactAssessmentMachine } from "./governance/privacy-impact-assessment-machine.ts";
import { regulationCommands } from "./governance/regulation-commands.ts";
import { regulationMachine } from "./governance/regulation-machine.ts";
import { securityIncidentCommands } from "./governance/security-incident-commands.ts";
import { securityIncidentMachine } from "./governance/security-incident-machine.ts";
import { subjectRequestCommands } from "./governance/subject-request-commands.ts";
import { subjectRequestMachine } from "./governance/subject-request-machine.ts";
import { policyChangeCommands } from "./policy/policy-change-commands.ts";
import { policyChangeMachine } from "./policy/policy-change-machine.ts";

/** The workflows of the hub, in the order in which they are drawn. */
export const machines: readonly Machine[] = Object.freeze([
  sharingGrantMachine, clientMachine, clientCredentialMachine, deliveryMachine, collectionMachine, dishonestyDisclosureMachine, violationDisclosureMachine, publicationChannelMachine,
  policyChangeMachine, regulationMachine, subjectRequestMachine, privacyImpactAssessmentMachine, securityIncidentMachine,
]);

/** Every change that somebody may ask for, in the order in which the graph declares them. */
export const commands: readonly Command[] = Object.freeze([
  ...sharingGrantCommands, ...clientCommands, ...signingKeyCommands, ...deliveryCommands, ...collectionCommands, ...disclosureCommands, ...publicationChannelCommands,
  ...policyChangeCommands, ...regulationCommands, ...subjectRequestCommands, ...privacyImpactAssessmentCommands, ...securityIncidentCommands,
]);
