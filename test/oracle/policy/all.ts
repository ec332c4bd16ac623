import { access } from "./access.ts";
import { bidding } from "./bidding.ts";
import { debt } from "./debt.ts";
import { dishonesty } from "./dishonesty.ts";
import { governance } from "./governance.ts";
import { policyTables } from "./policy-tables.ts";
import { reference } from "./reference.ts";
import { workflow } from "./workflow.ts";
import type { Policies } from "./vocabulary.ts";

/** Everything that the oracle knows, by type. */
export const policies: Policies = { ...reference, ...bidding, ...debt, ...policyTables, ...dishonesty, ...governance, ...workflow, ...access };
