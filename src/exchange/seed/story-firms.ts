import { firmTrades } from "../demonstration/firms.ts";
import { seedUscc } from "./seed-codes.ts";
import type { SeedFirm } from "./seed-firms.ts";

/** Numbers far above those that chance's firms have. */
const firstNumber = 28_000_000;

const { name: trade, industryCode } = firmTrades["48"];
const divisionCode = "510100";

const firm = (place: number, own: string): SeedFirm => ({ number: firstNumber + place, name: `成都示例${own}${trade}有限公司`, uscc: seedUscc(divisionCode, firstNumber + place), divisionCode, industryCode });

/** Firms that stories tell of: four that collude, one that is kept out, and three that keep to the rules. */
export const storyFirms: readonly SeedFirm[] = ["故事甲", "故事乙", "故事丙", "故事丁", "故事戊", "故事己", "故事庚", "故事辛"].map((own, place) => firm(place, own));

export const colluders: readonly SeedFirm[] = storyFirms.slice(0, 4);
export const bannedFirm: SeedFirm = storyFirms[4]!;
export const honestFirms: readonly SeedFirm[] = storyFirms.slice(5);
