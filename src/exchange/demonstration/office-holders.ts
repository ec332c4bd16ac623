import { headTitle, type Body } from "./bodies.ts";
import { addDays, chanceOf, uuidOf, type Chance } from "./chance.ts";
import { envelopeOf } from "./envelopes.ts";
import { personName } from "./names.ts";
import type { OfficialRow } from "./officials.ts";
import { postId } from "./posts.ts";

/** A post that somebody held before; see landmarks. */
export interface FormerPost {
  readonly officialName: string;
  readonly postId: string;
  readonly organizationId: string;
  readonly postTitle: string;
  readonly heldFrom: string;
  readonly heldTo: string;
}

/**
 * Rows of OfficeHolder, the public fact: for staffed bodies every leading official, linked to the civil servant; for the others the head
 * alone, whom the hub knows by the public fact only. Heads of finance bodies have a predecessor, and the former posts are added.
 */
export function officeHolderRows(bodies: readonly Body[], officials: readonly OfficialRow[], formerPosts: readonly FormerPost[]) {
  const leaders = Map.groupBy(officials.filter((official) => official.isLeading), (official) => official.organizationId);
  const byId = new Map(officials.map((official) => [official.id, official]));
  const present = bodies
    .filter((body) => body.duty !== "formerInvestment")
    .flatMap((body) => {
      const own = leaders.get(body.id);
      const stableName = `office-holder/${body.division.code}/${body.duty}`;
      if (!own) {
        const chance = chanceOf(stableName);
        return [holderOf(stableName, { ...unlinked(body, chance), postId: postId(body.division.code, body.duty, 0), heldFrom: chance.day("2021-01-01", "2025-12-31"), heldTo: null })];
      }
      const rows = own.map((official, place) =>
        holderOf(`${stableName}/${place}`, {
          ...linked(official), postTitle: official.postTitle, postId: postId(body.division.code, body.duty, place), organizationId: body.id, heldFrom: official.validFrom, heldTo: null,
        }),
      );
      if (body.duty !== "finance") return rows;
      const chance = chanceOf(`${stableName}/before`);
      const before = { ...unlinked(body, chance), postId: postId(body.division.code, body.duty, 0), heldFrom: chance.day("2014-01-01", "2016-12-31"), heldTo: addDays(own[0]!.validFrom, -1) };
      return [...rows, holderOf(`${stableName}/before`, before)];
    });
  const former = formerPosts.map(({ officialName: stableName, ...post }) => {
    const official = byId.get(uuidOf(stableName));
    if (!official) throw new Error(`There is no ${stableName}.`);
    return holderOf(`office-holder/former/${stableName}`, { ...post, ...linked(official) });
  });
  return [...present, ...former];
}

interface Holding {
  readonly name: string;
  readonly postTitle: string;
  readonly postId: string;
  readonly organizationId: string;
  readonly heldFrom: string;
  readonly heldTo: string | null;
  readonly officialId: string | null;
}

/** The head of a body as the public knows one. */
const unlinked = (body: Body, chance: Chance) => ({ name: personName(chance), postTitle: headTitle(body), organizationId: body.id, officialId: null });

/** The civil servant behind the public fact. */
const linked = ({ id, name }: OfficialRow) => ({ name, officialId: id });

/** Number of the document by which somebody took a post, by the stable name of the holding. */
export const appointmentNo = (stableName: string, heldFrom: string): string => `演示任〔${heldFrom.slice(0, 4)}〕${chanceOf(`${stableName}/document`).whole(1, 120)}号`;

function holderOf(stableName: string, holding: Holding) {
  const documentNo = appointmentNo(stableName, holding.heldFrom);
  return {
    ...envelopeOf("HOL", stableName, {
      sourceOrganizationId: holding.organizationId,
      sourceSystem: "政府信息公开系统",
      documentNo,
      documentDate: holding.heldFrom,
      validFrom: holding.heldFrom,
      ...(holding.heldTo === null ? {} : { validTo: holding.heldTo }),
    }),
    ...holding,
    appointmentNo: documentNo,
  };
}
