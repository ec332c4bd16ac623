import type { RegisteredClient, Registry } from "../../src/policy/register.ts";
import { publicViewer, type Viewer } from "../../src/policy/viewer.ts";

/** A register in memory, of whoever a test needs who is about anything but who asks. */
export interface Anybody extends Registry {
  /** Registers a client; as its viewer, what is not said is as for the public. */
  add(clientId: string, viewer: Partial<Viewer> & Pick<Viewer, "audience">): void;
}

export function anybody(): Anybody {
  const clients = new Map<string, RegisteredClient>();
  const register = { signingGeneration: 1, clientOf: (clientId: string) => clients.get(clientId), apiKeyOf: () => undefined };
  return {
    add: (clientId, viewer) => void clients.set(clientId, { clientId, state: "ACTIVE", publicKeys: [], viewer: Object.freeze({ ...publicViewer, client: clientId, ...viewer }) }),
    current: () => Promise.resolve(register),
  };
}
