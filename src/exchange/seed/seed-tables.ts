import { attachments } from "./seed-attachments.ts";
import { bids } from "./seed-bids.ts";
import { acceptances, awards, contracts } from "./seed-contracts.ts";
import { debtBalances, debtLimits } from "./seed-debts.ts";
import { departments, institutions } from "./seed-departments.ts";
import { dishonestyRecords, recordResponsibilities } from "./seed-dishonesty.ts";
import { enterprises } from "./seed-firms.ts";
import { notices } from "./seed-notices.ts";
import { officialDishonestyRecords } from "./seed-official-records.ts";
import { officeHolders, officials, posts, tenures } from "./seed-officials.ts";
import { arrearsRecords, payments } from "./seed-payments.ts";
import { projects } from "./seed-projects.ts";
import type { SeedTable } from "./seed-table.ts";
import { lots, tenders } from "./seed-tenders.ts";
import { violationRecords } from "./seed-violations.ts";

/** Everything that is made up, what others refer to first. */
export const seedTables: readonly SeedTable[] = [
  departments, institutions, enterprises, officials, posts, officeHolders, tenures, projects, tenders, lots, notices, bids, awards, contracts, acceptances, payments, arrearsRecords, debtLimits, debtBalances, dishonestyRecords,
  officialDishonestyRecords, recordResponsibilities, violationRecords, attachments,
];
