import { createHmac } from "node:crypto";
import { keyedIdentifier } from "../../store/keyed-identifier.ts";
import type { StoredSecrets } from "../../store/secrets.ts";
import type { DeliveryDigests } from "./check-rows.ts";

/** The keyed digests of deliveries: without the hub's key nobody can try contents against them. */
export function deliveryDigests({ digest, content }: StoredSecrets): DeliveryDigests {
  return {
    ofValue: digest,
    ofContent: (text) => createHmac("sha256", content).update(text).digest("base64url"),
    identifierOf: (key) => keyedIdentifier(content, `identifier\u0000${key}`),
  };
}
