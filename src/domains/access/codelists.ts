import { codelist } from "../../catalog/codelist.ts";

export const accessOutcome = codelist("AccessOutcome", "What became of a look into closed data (查阅结果).", {
  DELIVERED: { en: "Records were delivered with what the asker may read of them", zh: "已提供" },
  EMPTY: { en: "It was looked for, and nothing was there for the asker", zh: "无结果" },
  REFUSED: { en: "It was asked for and not disclosed", zh: "已拒绝" },
});

export const clientState = codelist("ClientState", "Whether a client may ask (客户端状态).", {
  ACTIVE: { en: "It may ask", zh: "启用" },
  SUSPENDED: { en: "It is refused until it is resumed", zh: "暂停" },
  CLOSED: { en: "It is refused for good", zh: "注销" },
});

export const credentialKind = codelist("CredentialKind", "With what a client proves that it is itself (凭证类型).", {
  PUBLIC_KEY: { en: "Public key, for signed assertions at the token endpoint", zh: "公钥" },
  API_KEY: { en: "API key, sent with each question from named addresses", zh: "接口密钥" },
});

export const sharingGrantState = codelist("SharingGrantState", "How far a sharing grant has come (共享授权状态).", {
  REQUESTED: { en: "Requested", zh: "已申请" },
  REVIEWING: { en: "Under review by the body that supplies the data", zh: "审核中" },
  ACTIVE: { en: "Granted; in force between its first and last day", zh: "已授权" },
  REFUSED: { en: "Refused, with the reason", zh: "已拒绝" },
  WITHDRAWN: { en: "Withdrawn by the body that had asked", zh: "已撤回" },
  SUSPENDED: { en: "Suspended for the time being", zh: "已暂停" },
  REVOKED: { en: "Revoked for good", zh: "已撤销" },
});
