import { createHash } from "node:crypto";
import { audienceCode } from "../../catalog/audience-code.ts";
import { accessStories, type AccessSpec } from "./access-stories.ts";
import { at, uuidOf } from "./chance.ts";

const specs = Object.values<AccessSpec>(accessStories);

/** Name of what one look has given about one person. */
export const accessEntryName = ({ name }: Pick<AccessSpec, "name">, officialId: string): string => `${name}/${officialId}`;

/** Rows of AccessEvent and of AccessLogEntry, the latter without the pseudonym, which only the hub's key gives. */
export const accessLogRows = () => ({ accessEvents: specs.map(eventOf), accessLogEntries: specs.flatMap((spec) => spec.subjects.map((officialId) => entryOf(spec, officialId))) });

/** What an event and its entries say alike. */
const looked = ({ at: moment, audience, body, purpose, coordinates, hidden }: AccessSpec) => ({
  recordedAt: at(...moment),
  audience: audienceCode(audience),
  organizationId: body,
  purpose,
  coordinates: [...coordinates],
  hidden,
});

function eventOf(spec: AccessSpec) {
  const { name, client, caseNo, operationName, refusedCoordinates, grantNos, outcome, recordCount, subjects, note } = spec;
  return {
    id: uuidOf(name),
    ...looked(spec),
    requestId: uuidOf(`${name}/request`),
    clientId: client,
    caseNo,
    operationName,
    refusedCoordinates: [...refusedCoordinates],
    grantNos: [...grantNos],
    outcome,
    recordCount,
    subjectCount: subjects.length,
    note,
    salt: createHash("sha256").update(`salt of ${name}`).digest("hex"),
  };
}

const entryOf = (spec: AccessSpec, officialId: string) => ({ id: uuidOf(accessEntryName(spec, officialId)), ...looked(spec), accessEventId: uuidOf(spec.name), officialId });
