import { uuidOf } from "./chance.ts";

/** The identifier of a firm, from its unified social credit code. */
export const enterpriseId = (uscc: string): string => uuidOf(`enterprise/${uscc}`);
