import { audienceCode } from "../../catalog/audience-code.ts";
import type { FaultCode } from "../../catalog/fault-code.ts";
import type { deliveryFault } from "../../domains/delivery/delivery-fault.ts";
import type { delivery } from "../../domains/delivery/delivery.ts";
import type { NewRow } from "../../store/insert-rows.ts";
import type { TableEncoding, TableFormat } from "../table/table.ts";
import { at, uuidOf } from "./chance.ts";
import { directory, type PersonaName } from "./personas.ts";

/** Beginning of the receipts of deliveries that never came: they are there for their receipts to be looked at. */
export const demonstrationReceipts = "RC-DEMONSTRATION-";

interface Spec {
  readonly receipt: string;
  readonly persona: PersonaName;
  readonly dataset: string;
  readonly format: TableFormat;
  readonly encoding: TableEncoding | null;
  readonly day: string;
  readonly state: "COMPLETED" | "REJECTED";
  /** The rows that were taken; those with faults are read beside them. */
  readonly taken: { readonly inserted: number; readonly updated: number; readonly unchanged: number };
  readonly faults: readonly { readonly row: number; readonly column: string | null; readonly code: FaultCode }[];
}

const specs: readonly Spec[] = [
  {
    receipt: "A", persona: "tradingCentre", dataset: "bids", format: "CSV", encoding: "GB18030", day: "2026-11-18", state: "COMPLETED", taken: { inserted: 119, updated: 5, unchanged: 1 },
    faults: [{ row: 17, column: "supplierUscc", code: "FORM" }, { row: 17, column: "receivedAt", code: "NOT_A_MOMENT" }, { row: 85, column: "tenderId", code: "NO_SUCH_ROW" }, { row: 102, column: null, code: "NOT_IN_CHARGE" }],
  },
  { receipt: "B", persona: "personnel", dataset: "officials", format: "XLSX", encoding: null, day: "2026-11-19", state: "REJECTED", taken: { inserted: 0, updated: 0, unchanged: 0 }, faults: [{ row: 0, column: "idNumber", code: "MISSING_COLUMN" }] },
  { receipt: "C", persona: "personnel", dataset: "officials", format: "XLSX", encoding: null, day: "2026-11-20", state: "COMPLETED", taken: { inserted: 3, updated: 2, unchanged: 41 }, faults: [] },
];

/** Deliveries as their bodies find them: one with some faulty rows, one that was rejected for its header, and the same mended. */
export function deliveryRows(): { readonly deliveries: NewRow<typeof delivery>[]; readonly deliveryFaults: NewRow<typeof deliveryFault>[] } {
  const deliveries = specs.map(({ receipt, persona, dataset, format, encoding, day, state, taken, faults }): NewRow<typeof delivery> => {
    const { audience, body } = directory[persona];
    const { inserted, updated, unchanged } = taken;
    const rowsTaken = inserted + updated + unchanged;
    const rowsFaulty = new Set(faults.map(({ row }) => row).filter((row) => row > 0)).size;
    const rowsRead = rowsTaken + rowsFaulty;
    return {
      id: uuidOf(`delivery/${receipt}`),
      receiptNo: `${demonstrationReceipts}${receipt}`,
      organizationId: body,
      clientId: persona,
      audience: audienceCode(audience),
      dataset,
      format,
      encoding,
      byteCount: String(4_096 + 180 * rowsRead),
      fileDigest: uuidOf(`file/${receipt}`).replaceAll("-", "").repeat(2),
      state,
      rowsRead,
      rowsTaken,
      rowsFaulty,
      rowsInserted: inserted,
      rowsUpdated: updated,
      rowsUnchanged: unchanged,
      receivedAt: at(day, "09:30"),
      finishedAt: at(day, "09:31"),
      version: 3,
    };
  });
  const deliveryFaults = specs.flatMap(({ receipt, faults }) =>
    faults.map((fault, place): NewRow<typeof deliveryFault> => ({ id: uuidOf(`delivery/${receipt}/fault/${place}`), deliveryId: uuidOf(`delivery/${receipt}`), ...fault })),
  );
  return { deliveries, deliveryFaults };
}
