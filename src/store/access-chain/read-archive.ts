import type { Ask } from "../owner-session.ts";
import { archiveVersion, type ArchiveLine } from "./archive.ts";
import { chainRange, readChain } from "./read-chain.ts";
import { readCanonicalForms } from "./read-events.ts";

/** Events that are in memory at a time: one about many persons may take some MiB. */
const eventsAtOnce = 50;

/**
 * Reads a range of days out of the access log, line by line: what is sealed, whatever has become of it.
 *
 * @param ask within one snapshot, of the owner
 */
export async function* readArchive(ask: Ask, from: string, to: string): AsyncGenerator<ArchiveLine> {
  const range = await chainRange(ask, from, to);
  let [events, heads] = [0, 0];
  yield { line: "log", v: archiveVersion, from, to, ...range.start };
  if (range.anchor) yield { line: "head", ...range.anchor };
  for await (const part of readChain(ask, range)) {
    if ("head" in part) {
      heads += 1;
      yield { line: "head", ...part.head };
      continue;
    }
    for (let first = 0; first < part.seals.length; first += eventsAtOnce) {
      const seals = part.seals.slice(first, first + eventsAtOnce);
      const forms = await readCanonicalForms(ask, seals.map(({ eventId }) => eventId));
      for (const { seq, eventId, leaf, hash } of seals) {
        const event = forms.get(eventId);
        events += 1;
        yield { line: "event", seq, salt: event?.salt ?? null, canonical: event?.form ?? null, leaf, hash };
      }
    }
  }
  yield { line: "end", events, heads: heads + (range.anchor ? 1 : 0) };
}
