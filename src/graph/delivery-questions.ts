import { parse } from "graphql";
import type { FaultCode } from "../catalog/fault-code.ts";
import type { Entity } from "../catalog/node-type.ts";
import type { World } from "../plan/compilation.ts";
import { uuidOf } from "../plan/global-id.ts";
import type { Reader } from "../store/reader.ts";
import { askInside } from "./inner-question.ts";
import type { Asked } from "./resolvers.ts";

/** Of whom the file of a delivery is, and how it can be read. */
interface DeliveredFile {
  /** Identifier (uuid) of the delivery, under which its file is kept. */
  readonly id: string;
  readonly dataset: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly rowsFaulty: number;
  /** Code of the audience that delivered; null for the hub's own commands. */
  readonly audience: string | null;
}

interface DeliveredFault {
  readonly row: number;
  readonly column: string | null;
  readonly code: FaultCode;
}

/** How a delivery stands, in the fields that everybody gets who may know of it. */
interface DeliveryStatus {
  readonly dataset: string;
  readonly state: string;
  readonly rowsFaulty: number;
  /** The first of its faults, in the order of the rows; `detail` in both languages. */
  readonly faults: { readonly totalCount: number; readonly nodes: readonly (DeliveredFault & { readonly detail: string | null })[] };
}

interface FaultsPage {
  readonly faults: readonly DeliveredFault[];
  /** Where the next page begins; null where there is none. */
  readonly next: string | null;
}

const status = parse(`query ($receiptNo: String!) { delivery(receiptNo: $receiptNo) {
  receiptNo dataset state phase progress rowsRead rowsTaken rowsFaulty rowsInserted rowsUpdated rowsUnchanged receivedAt finishedAt
  faults(first: 20) { totalCount nodes { row column code detail } }
} }`);
const file = parse("query ($receiptNo: String!) { delivery(receiptNo: $receiptNo) { id dataset format encoding rowsFaulty audience } }");
const faults = parse("query ($receiptNo: String!, $after: String) { delivery(receiptNo: $receiptNo) { faults(first: 200, after: $after) { nodes { row column code } pageInfo { hasNextPage endCursor } } } }");

/** What is asked about deliveries outside of the graph is asked of the graph: who may know of one is said once, by its row rule. */
export function deliveryQuestions(world: World, reader: Reader) {
  const ask = async <T>(asked: Asked, document: ReturnType<typeof parse>, variables: Readonly<Record<string, unknown>>): Promise<T | null> =>
    (await askInside<{ delivery: T | null }>(world, reader, asked, document, variables)).delivery;
  return {
    /** How a delivery stands; null where the asker knows of none with the number. */
    status: (asked: Asked, receiptNo: string) => ask<DeliveryStatus>(asked, status, { receiptNo }),
    /** Its file, in which there may be anything: that somebody asks for it is logged, as one field says who delivered it. */
    async file(asked: Asked, receiptNo: string): Promise<DeliveredFile | null> {
      const found = await ask<DeliveredFile>(asked, file, { receiptNo });
      return found && { ...found, id: uuidOf(world.catalogue.types.get("Delivery") as Entity, found.id) };
    },
    /** Its faults in the order of the rows, page by page. */
    async faults(asked: Asked, receiptNo: string, after: string | null): Promise<FaultsPage> {
      const found = await ask<{ faults: { nodes: FaultsPage["faults"]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } }>(asked, faults, { receiptNo, after });
      return { faults: found?.faults.nodes ?? [], next: found?.faults.pageInfo.hasNextPage ? found.faults.pageInfo.endCursor : null };
    },
  };
}
