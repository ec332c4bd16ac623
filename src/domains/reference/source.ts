import { one } from "../../catalog/relation.ts";
import { organization } from "./organization.ts";

/** The provenance that every record with an envelope has: which body supplied it. */
export const source = one(() => organization, "sourceOrganizationId", "The body that supplied the record (数据来源单位).");
