import type { StoredSecrets } from "../../store/secrets.ts";
import { deliveryDigests } from "../ingest/delivery-digests.ts";
import type { Dataset } from "../ingest/dataset.ts";

/**
 * Numbers that the hub gives rows when it takes them in, told beforehand: a body that names another's record is told its number by the other, and here
 * both are made up. Only with the hub's key can they be told.
 */
export function recordNumbers(datasets: ReadonlyMap<string, Dataset>, secrets: StoredSecrets): (dataset: string, sourceUscc: string, key: string) => string {
  const { identifierOf } = deliveryDigests(secrets);
  return (name, sourceUscc, key) => {
    const { type, supply, isKeyGlobal } = datasets.get(name)!;
    const id = identifierOf(`${type.storage.name}\u0000${isKeyGlobal ? "" : sourceUscc}\u0000${key}`);
    return `${supply.prefix}-${`${id.replaceAll("-", "").slice(0, 12)}${id.slice(20, 23)}${id.at(-1)!}`.toUpperCase()}`;
  };
}
