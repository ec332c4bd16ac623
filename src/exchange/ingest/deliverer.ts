import type { Audience } from "../../catalog/audience.ts";

/** In whose name rows are delivered. */
export interface Deliverer {
  /** Client that delivers, as registered; as what the machine's own command says of itself where it is none. */
  readonly client: string;
  /** As whom; null for whoever runs the hub's own commands on its machine, who brings in what is given to him for others: then each row says its source. */
  readonly audience: Audience | null;
  /** Identifier (uuid) of the body; null for who is none. */
  readonly body: string | null;
  /** Prefix of the codes of its jurisdiction; null where there is none. */
  readonly jurisdiction: string | null;
}
