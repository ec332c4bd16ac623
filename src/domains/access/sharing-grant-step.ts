import { stepsOf } from "../workflow/workflow-step.ts";
import { handlesSharing, sharingGrant } from "./sharing-grant.ts";

export const sharingGrantStep = stepsOf(sharingGrant, "共享授权", handlesSharing);
