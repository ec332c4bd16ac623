import { bodyId, headTitle, type Body, type Duty } from "./bodies.ts";
import { uuidOf } from "./chance.ts";
import { envelopeOf } from "./envelopes.ts";
import type { OfficialRow } from "./officials.ts";

/** The stable name of the place-th post of a body, counted from 0: the head's. */
const postName = (divisionCode: string, duty: Duty, place: number): string => `post/${divisionCode}/${duty}/${place}`;

export const postId = (divisionCode: string, duty: Duty, place: number): string => uuidOf(postName(divisionCode, duty, place));

export type PostRow = ReturnType<typeof postRows>[number];

/** Rows of Post: those of the officials, and the head's post of every other body, whose holder the public knows. */
export function postRows(bodies: readonly Body[], officials: readonly OfficialRow[]) {
  const staff = Map.groupBy(officials, (official) => official.organizationId);
  const known = new Set(bodies.map((body) => body.id));
  return bodies
    .filter((body) => body.duty !== "formerInvestment")
    .flatMap((body) => {
      const { duty, division } = body;
      const above = bodyId(duty === "government" && division.parentCode !== null ? division.parentCode : division.code, "personnel");
      const posts = staff.get(body.id) ?? [{ postTitle: headTitle(body), isLeading: true, managingOrganizationId: known.has(above) ? above : null }];
      return posts.map(({ postTitle, isLeading, managingOrganizationId }, place) => ({
        ...envelopeOf("PST", postName(division.code, duty, place), { sourceOrganizationId: managingOrganizationId ?? body.id, sourceSystem: "机构编制管理信息系统" }),
        postNo: `${body.uscc}-${(place + 1).toString().padStart(2, "0")}`,
        organizationId: body.id,
        title: postTitle,
        isLeading,
        managingOrganizationId,
      }));
    });
}
