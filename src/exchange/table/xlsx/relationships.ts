import { posix } from "node:path";
import type { Archive } from "./archive.ts";
import { damaged } from "./workbook-faults.ts";
import { readWholeXml } from "./xml-reader.ts";

/** What a part of a workbook refers to. */
export interface Relationship {
  /** The last word of its type: `worksheet`, `sharedStrings`, `styles`. */
  readonly type: string;
  /** Name of the part. */
  readonly part: string;
}

const relationshipLimit = 10_000;

/** The relationships of a part, or of the workbook as a whole (`""`), by their ids; those that lead out of the file are left out and never followed. */
export async function readRelationships(archive: Archive, part: string): Promise<ReadonlyMap<string, Relationship>> {
  const found = new Map<string, Relationship>();
  const folder = posix.dirname(part);
  await readWholeXml(archive.read(posix.join(folder, "_rels", `${posix.basename(part)}.rels`)), {
    open(name, { Id: id, Type: type, Target: target, TargetMode: mode }) {
      if (name !== "Relationship" || id === undefined || type === undefined || target === undefined || mode === "External") return;
      if (found.size >= relationshipLimit) throw damaged();
      found.set(id, { type: posix.basename(type), part: target.startsWith("/") ? target.slice(1) : posix.join(folder, target) });
    },
  });
  return found;
}
