import { clearance } from "../../catalog/rule.ts";
import { machine } from "../../workflow/declare-machine.ts";
import { byCommand, now } from "../../workflow/source.ts";
import { clientCredential } from "./client-credential.ts";
import { clientMachine } from "./client-machine.ts";

const operator = clearance("operator");
const under = { key: "clientRowId", machine: clientMachine, states: ["ACTIVE", "SUSPENDED"] };

/** With what clients prove that they are themselves: good until the moment of its revocation is recorded. */
export const clientCredentialMachine = machine({
  type: clientCredential,
  states: ["GOOD", "REVOKED"],
  state: { moment: "revokedAt" },
  version: null,
  transitions: {
    addClientKey: {
      doc: "Adds a public key to a client, with whose private counterpart it signs its assertions (添加客户端公钥).",
      from: [],
      to: "GOOD",
      by: operator,
      under,
      takes: ["expiresAt"],
      sets: { kind: byCommand, label: byCommand, networks: byCommand, publicJwk: byCommand },
      demands: { expiresAt: [{ demand: "future" }] },
    },
    issueApiKey: {
      doc: "Issues an API key to a client, to be sent from named addresses; its text is told once (签发接口密钥，仅显示一次).",
      from: [],
      to: "GOOD",
      by: operator,
      under,
      takes: ["networks", "expiresAt"],
      needs: ["networks", "expiresAt"],
      sets: { kind: byCommand, label: byCommand, secretDigest: byCommand },
      demands: { expiresAt: [{ demand: "future" }] },
    },
    revokeCredential: { doc: "Revokes a key of a client for good (吊销凭证).", from: ["GOOD"], to: "REVOKED", by: operator, sets: { revokedAt: now } },
  },
});
