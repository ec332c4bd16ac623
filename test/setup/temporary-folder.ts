import { chmodSync, existsSync, mkdtempSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Bytes that a run may take, several times over. */
const room = 4 * 2 ** 30;
const memory = "/dev/shm";

/** Makes a folder for everything that a run of the tests writes, in memory where there is room: a run copies some hundred databases, and both its workers would wait for a disk. */
export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(hasRoom() ? memory : tmpdir(), "integrity-hub-test-"));
  chmodSync(folder, 0o1777); // as the system's own is: as root, PostgreSQL runs as a user who must pass through
  return folder;
}

function hasRoom(): boolean {
  if (!existsSync(memory) || process.availableMemory() < room) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= room;
}
