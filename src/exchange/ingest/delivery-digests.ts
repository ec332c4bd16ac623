import { createHmac } from "node:crypto";
import type { StoredSecrets } from "../../store/secrets.ts";
import type { DeliveryDigests } from "./check-rows.ts";

/** The keyed digests of deliveries: without the hub's key nobody can try contents against them. */
export function deliveryDigests({ digest, content }: StoredSecrets): DeliveryDigests {
  return {
    ofValue: digest,
    ofContent: (text) => createHmac("sha256", content).update(text).digest("base64url"),
    identifierOf: (key) => {
      const bytes = createHmac("sha256", content).update("identifier\u0000").update(key).digest().subarray(0, 16);
      bytes[6] = (bytes[6]! & 0x0f) | 0x40;
      bytes[8] = (bytes[8]! & 0x3f) | 0x80;
      const text = bytes.toString("hex");
      return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
    },
  };
}
