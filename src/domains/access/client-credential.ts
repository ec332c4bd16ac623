import { text, timestamp, uuid } from "drizzle-orm/pg-core";
import { basis } from "../../catalog/basis.ts";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { restricted, withheld } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { through } from "../../catalog/rule.ts";
import { client } from "./client.ts";
import { credentialKind } from "./codelists.ts";

const security = basis("数据安全法", 27);
const moment = () => timestamp({ withTimezone: true, precision: 3 });

export const clientCredential = entity(
  "ClientCredential",
  "With what a client proves that it is itself: a public key or the digest of an API key, never a secret (客户端凭证).",
  {
    clientRowId: restricted(uuid().notNull(), "Client that it belongs to (所属客户端).", security),
    kind: restricted(coded(credentialKind).notNull(), "What it is (凭证类型).", security),
    label: restricted(text().notNull(), "What tells it from the client's others: the key's thumbprint, or the beginning of the API key (凭证标签).", security),
    networks: restricted(text().array().notNull().default([]), "Addresses and networks from which an API key is taken (允许的网络地址).", security),
    expiresAt: restricted(moment(), "When it ceases to be taken (失效时间).", security),
    revokedAt: restricted(moment(), "When it was revoked (吊销时间).", security),
    publicJwk: withheld(text(), "The public key (公钥, RFC 7517)."),
    secretDigest: withheld(text(), "Digest of the API key (接口密钥摘要)."),
  },
  {
    kept: "workflow",
    rows: through("client", client.rows),
    restricted: "rows",
    order: { by: "recordedAt", direction: "ASC" },
    relations: { client: one(() => client, "clientRowId", "The client that it belongs to (所属客户端).", { inverse: many("credentials", "Its credentials (凭证).") }) },
  },
);
