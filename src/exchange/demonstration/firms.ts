import { chanceOf, uuidOf, yuan } from "./chance.ts";
import { bodyId } from "./bodies.ts";
import { demonstrationUscc, type Industry } from "./codes.ts";
import { envelopeOf } from "./envelopes.ts";
import { firmName, landline, personName } from "./names.ts";
import { areaCodeOf } from "./places.ts";

/** A firm; it does not exist. */
export interface Firm {
  readonly name: string;
  readonly uscc: string;
  /** Where it is registered. */
  readonly divisionCode: string;
  /** Letter and number of GB/T 4754. */
  readonly industryCode: string;
}

/** Identifier of the firm with this code, as a row of Enterprise. */
export const enterpriseId = (uscc: string): string => uuidOf(enterpriseName(uscc));

const enterpriseName = (uscc: string): string => `enterprise/${uscc}`;

/** How what firms do is called in their names, and the letter and number that GB/T 4754 has for it. */
export interface FirmTrade {
  readonly name: string;
  readonly industryCode: string;
}

/** What the firms of an industry do: 市政道路工程建筑, 信息系统集成服务, 水污染治理, 园区管理服务. */
export const firmTrades: Readonly<Record<Industry, FirmTrade>> = {
  "48": { name: "建设工程", industryCode: "E4813" },
  "65": { name: "信息技术", industryCode: "I6531" },
  "77": { name: "环境科技", industryCode: "N7721" },
  "39": { name: "产业园运营", industryCode: "L7221" },
};

/** What firms do that run tenders for others (招标代理机构): 工程管理服务. */
export const agencyTrade: FirmTrade = { name: "招标代理", industryCode: "M7481" };

const seats = [["成都", "510100"], ["绵阳", "510700"], ["德阳", "510600"], ["宜宾", "511500"], ["泸州", "510500"], ["南充", "511300"]] as const;

function firm(place: number, stableName: string, { name, industryCode }: FirmTrade): Firm {
  const [seat, divisionCode] = seats[place % seats.length]!;
  return { name: firmName(seat, chanceOf(stableName), name), uscc: demonstrationUscc("91", divisionCode, stableName), divisionCode, industryCode };
}

const ofTrade = (industry: Industry): readonly Firm[] =>
  Array.from({ length: 12 }, (_, place) => firm(place, `supplier/${industry}/${place}`, firmTrades[industry]));

/** Firms of each trade that offer in tenders, enough for the same one to be met in several. */
export const suppliers: Readonly<Record<Industry, readonly Firm[]>> = { "48": ofTrade("48"), "65": ofTrade("65"), "77": ofTrade("77"), "39": ofTrade("39") };

/** Firms that run tenders for others. */
export const tenderAgencies: readonly Firm[] = Array.from({ length: 6 }, (_, place) => firm(place, `tender-agency/${place}`, agencyTrade));

/** Every firm of the demonstration data. */
export const firms: readonly Firm[] = [...Object.values(suppliers).flat(), ...tenderAgencies];

/** Rows of Enterprise. */
export const enterpriseRows = () =>
  firms.map(({ name, uscc, divisionCode, industryCode }) => {
    const stableName = enterpriseName(uscc);
    const chance = chanceOf(stableName);
    const registeredOn = chance.day("2003-01-01", "2021-12-31");
    const areaCode = areaCodeOf(divisionCode);
    return {
      ...envelopeOf("ORG", stableName, {
        sourceOrganizationId: bodyId("510000", "developmentReform"), sourceSystem: "四川省社会信用信息平台", validFrom: registeredOn,
      }),
      uscc,
      name,
      divisionCode,
      level: "PREFECTURE" as const,
      status: "ACTIVE" as const,
      foundedOn: registeredOn,
      officeAddress: `${name.slice(0, 2)}市示例大道${chance.whole(1, 299)}号`,
      phone: landline(areaCode, chance),
      legalRepresentative: personName(chance),
      registeredCapital: yuan(chance.whole(2, 200) * 1_000_000),
      industryCode,
      registeredOn,
    };
  });
