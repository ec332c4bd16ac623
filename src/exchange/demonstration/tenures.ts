import type { Body } from "./bodies.ts";
import { uuidOf } from "./chance.ts";
import { envelopeOf } from "./envelopes.ts";
import { appointmentNo, type FormerPost } from "./office-holders.ts";
import { officialName, type OfficialRow } from "./officials.ts";
import { postId } from "./posts.ts";

/** Rows of Tenure: the present post of every official, and the posts before that landmarks name. A leading one has the appointment that the public fact has. */
export function tenureRows(bodies: readonly Body[], officials: readonly OfficialRow[], formerPosts: readonly FormerPost[]) {
  const byId = new Map(officials.map((official) => [official.id, official]));
  const staff = Map.groupBy(officials, (official) => official.organizationId);
  const present = bodies.flatMap(({ id, division, duty }) =>
    (staff.get(id) ?? []).map((official, place) =>
      tenureOf(`tenure/${officialName(division.code, duty, place)}`, official, {
        postId: postId(division.code, duty, place),
        organizationId: id,
        postTitle: official.postTitle,
        heldFrom: official.validFrom,
        heldTo: null,
        appointmentNo: appointmentNo(`office-holder/${division.code}/${duty}/${place}`, official.validFrom),
      }),
    ),
  );
  const former = formerPosts.map(({ officialName: holder, ...held }) => {
    const official = byId.get(uuidOf(holder));
    if (!official) throw new Error(`There is no ${holder}.`);
    return tenureOf(`tenure/former/${held.postId}/${holder}`, official, { ...held, appointmentNo: appointmentNo(`office-holder/former/${holder}`, held.heldFrom) });
  });
  return [...present, ...former];
}

interface Held {
  readonly postId: string;
  readonly organizationId: string;
  readonly postTitle: string;
  readonly heldFrom: string;
  readonly heldTo: string | null;
  readonly appointmentNo: string;
}

function tenureOf(stableName: string, { id, managingOrganizationId }: OfficialRow, held: Held) {
  const { heldFrom, heldTo } = held;
  return {
    ...envelopeOf("TEN", stableName, {
      sourceOrganizationId: managingOrganizationId, sourceSystem: "公务员管理信息系统", validFrom: heldFrom, ...(heldTo === null ? {} : { validTo: heldTo }),
    }),
    officialId: id,
    managingOrganizationId,
    ...held,
  };
}
