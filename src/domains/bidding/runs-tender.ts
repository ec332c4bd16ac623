import { clearance, within } from "../../catalog/rule.ts";

/** The trading centre that runs the tender; for types with a relation `tender`. It hands in what belongs to the tender, and sees it before anybody else. */
export const runsTender = clearance("tradingCentre", within("tender.divisionCode"));
