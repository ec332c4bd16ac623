import type { FormerDivision } from "../reference/read-former-divisions.ts";
import { bodyId, type Body } from "./bodies.ts";
import { demonstrationUscc } from "./codes.ts";
import { envelopeOf } from "./envelopes.ts";

interface Former {
  readonly body: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Unified codes exist since this day (GB 32100-2015). */
const firstUscc = "2015-10-01";

/**
 * Rows of FormerIdentity. Real: what the central bank's branch, the province's 经济合作局 and the governments of former counties were called;
 * a day that nobody has verified stays empty. Made up: the codes, the older names of housing bodies and that of the county's 招商局, which
 * itself is a body of its own that was succeeded.
 */
export function formerIdentityRows(bodies: readonly Body[], formerDivisions: readonly FormerDivision[]) {
  const real: readonly Former[] = [
    { body: bodyId("510000", "centralBank"), name: "中国人民银行成都分行", uscc: null, from: null, to: "2023-08-17" },
    { body: bodyId("510000", "investment"), name: "四川省投资促进局", uscc: null, from: null, to: null },
  ];
  const governments = formerDivisions.map(({ code, name, validTo, successorCode }): Former => ({
    body: bodyId(successorCode, "government"), name: `${name}人民政府`, uscc: validTo < firstUscc ? null : demonstrationUscc("11", code, "government"), from: null, to: validTo,
  }));
  const madeUp: readonly Former[] = [
    { body: bodyId("510104", "formerInvestment"), name: "成都市锦江区招商引资办公室", uscc: null, from: "2010-03-01", to: "2012-12-31" },
    ...bodies.filter(({ duty }) => duty === "housing").map(({ id, name }): Former => ({ body: id, name: name.replace("住房和城乡建设", "城乡建设"), uscc: null, from: "2019-04-01", to: "2021-03-31" })),
  ];
  return [...real, ...governments, ...madeUp].map(({ body, name, uscc, from, to }) => ({
    ...envelopeOf("FID", `former-identity/${body}/${name}`, {
      sourceOrganizationId: bodyId("510000", "developmentReform"),
      sourceSystem: "四川省社会信用信息平台",
      ...(from === null ? {} : { validFrom: from }),
      ...(to === null ? {} : { validTo: to }),
    }),
    organizationId: body,
    name,
    uscc,
  }));
}
