import type { Audience } from "../catalog/audience.ts";

/**
 * Who is asking. Made once per request from the register of clients and what the request proves (or from the absence of any proof);
 * everything that a rule may look at is here. All identifiers are raw database identifiers, never the opaque ones of the graph.
 */
export interface Viewer {
  readonly audience: Audience;
  /** Identifier (uuid) of the organisation that the client belongs to; null for the public, subjects, auditors and operators. */
  readonly body: string | null;
  /** Code of the division whose subtree is the viewer's jurisdiction (管辖区域), as in GB/T 2260; null where there is none. */
  readonly jurisdiction: string | null;
  /** Identifier (uuid) of the official who asks in the own window; null for everybody else. */
  readonly subject: string | null;
  /** Identifier of the client as registered, for `me` and for logs; null for whoever sends no token. A developer's client is answered as the public. */
  readonly client: string | null;
  /** Whether the law lets the client keep a look in an open case from the person concerned (监察、审判、检察). */
  readonly mayHide: boolean;
}

/** Nobody in particular: no token was sent. */
export const publicViewer: Viewer = Object.freeze({ audience: "public", body: null, jurisdiction: null, subject: null, client: null, mayHide: false });
