import { boolean, date, text, uuid } from "drizzle-orm/pg-core";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { envelope } from "../../catalog/envelope.ts";
import { open } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { through } from "../../catalog/rule.ts";
import { source } from "../reference/source.ts";
import { acceptanceResult } from "./codelists.ts";
import { contract, contractParty } from "./contract.ts";

export const acceptance = entity(
  "Acceptance",
  "Whether a supplier did what the contract says, as the purchaser found (履约验收).",
  {
    ...envelope(),
    contractId: open(uuid().notNull(), "Contract whose performance was examined (所属合同)."),
    acceptedOn: open(date().notNull(), "Day of the acceptance (验收日期)."),
    result: open(coded(acceptanceResult).notNull(), "How it came out (验收结果)."),
    isPublicService: open(boolean().notNull().default(false), "Whether the public is served, so that users took part (是否公共服务项目)."),
    note: open(text(), "What was found (验收意见)."),
  },
  {
    rows: through("contract", contract.rows),
    order: { by: "acceptedOn", direction: "DESC" },
    supply: { by: through("contract", contractParty), prefix: "ACC" },
    relations: {
      contract: one(() => contract, "contractId", "The contract whose performance was examined (所属合同).", { inverse: many("acceptances", "The acceptances of the performance (履约验收).") }),
      source,
    },
  },
);
