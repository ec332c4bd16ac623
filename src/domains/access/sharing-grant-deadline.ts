import { deadlinesOf } from "../workflow/workflow-deadline.ts";
import { handlesSharing, sharingGrant } from "./sharing-grant.ts";

export const sharingGrantDeadline = deadlinesOf(sharingGrant, "共享授权", handlesSharing);
