import { isIP } from "node:net";
import { isBody, type Audience } from "../../catalog/audience.ts";
import { audienceOf } from "../../catalog/audience-code.ts";
import { jurisdictionPrefix } from "../../policy/jurisdiction.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { makeApiKey } from "../../policy/api-key.ts";
import { readPublicKey, type PublicKeyFault } from "../../store/public-key.ts";
import { transitionCommand, type Command, type Prepared, type Tools } from "../../workflow/command.ts";
import { brokenOf, invalid, type UserError, type Words } from "../../workflow/user-error.ts";
import type { Values } from "../../workflow/workflow.ts";
import { administrativeDivision } from "../reference/administrative-division.ts";
import { enterprise, organization } from "../reference/organization.ts";
import { clientCredentialMachine } from "./client-credential-machine.ts";
import { clientMachine } from "./client-machine.ts";

/** It stands in tokens, in logs and in the budget's keys. */
const clientIdForm = /^[A-Za-z][A-Za-z0-9._-]{2,63}$/;

/** Whom the law lets keep a look in an open case from the person concerned (监察、审判、检察). */
const mayHide: readonly Audience[] = ["supervision", "court", "procuratorate"];

/** What the schema cannot say of a client: audience, body and jurisdiction must fit together, so that a mistyped one gives it no more than its body has. */
async function prepareRegistration(tools: Tools, viewer: Viewer, input: Values): Promise<Prepared> {
  const audience = audienceOf(String(input["audience"]))!;
  const [organizationId, jurisdiction] = [input["organizationId"], input["jurisdictionCode"]].map((value) => (typeof value === "string" ? value : null)) as [string | null, string | null];
  const [body, division] = await Promise.all([
    organizationId === null ? null : tools.lookUp(viewer, organization, "id", organizationId),
    jurisdiction === null ? null : tools.lookUp(viewer, administrativeDivision, "code", jurisdiction),
  ]);
  const wanted = isBody(audience) ? "body" : audience === "enterprise" ? "enterprise" : null;
  const found = body === null ? null : body["kind"] === enterprise.discriminator ? "enterprise" : "body";
  const userErrors = brokenOf([
    [!clientIdForm.test(String(input["clientId"])), invalid("clientId", { en: "clientId has 3 to 64 letters, digits, dots, dashes and underscores, and begins with a letter.", zh: "clientId 须为 3 至 64 位字母、数字、点、短横线或下划线，以字母开头。" })],
    [wanted === null && organizationId !== null, invalid("organizationId", { en: "A client of this audience asks in the name of no organisation.", zh: "该访问身份的客户端不登记所属单位。" })],
    [wanted === "body" && found !== "body", invalid("organizationId", { en: "organizationId must name the body in whose name the client asks.", zh: "organizationId 须为客户端所属的政务部门或单位。" })],
    [wanted === "enterprise" && found !== "enterprise", invalid("organizationId", { en: "organizationId must name the enterprise in whose name the client asks.", zh: "organizationId 须为客户端所属的企业。" })],
    [wanted === "body" && division === null, invalid("jurisdictionCode", { en: "jurisdictionCode must be the code of the division whose subtree is the body's jurisdiction.", zh: "jurisdictionCode 须为该单位管辖区域的行政区划代码。" })],
    [wanted !== "body" && jurisdiction !== null, invalid("jurisdictionCode", { en: "Only a body has a jurisdiction.", zh: "仅政务部门设管辖区域。" })],
    [found === "body" && division !== null && !jurisdiction!.startsWith(jurisdictionPrefix(String(body!["divisionCode"]))), invalid("jurisdictionCode", { en: "jurisdictionCode lies outside the division that the body serves.", zh: "jurisdictionCode 超出该单位所在行政区划。" })],
    [input["mayHide"] === true && !mayHide.includes(audience), invalid("mayHide", { en: "Only supervisory commissions, courts and procuratorates may keep a look from the person concerned.", zh: "仅监察机关、人民法院、人民检察院可依法不告知查阅情况。" })],
  ]);
  return { values: { mayHide: input["mayHide"] === true }, userErrors };
}

const publicJwk = { name: "publicJwk", doc: "The public key as a JSON Web Key, in JSON: Ed25519, P-256, or RSA of 2048 bits at least (公钥, RFC 7517).", of: "text", isNeeded: true } as const;

const keyFaults: Readonly<Record<PublicKeyFault, Words>> = {
  notJson: { en: "publicJwk is no JSON Web Key.", zh: "publicJwk 不是 JSON Web Key。" },
  private: { en: "publicJwk holds the private part of a key. It was not kept; it has been sent, so make a new pair, and send the public part only.", zh: "publicJwk 含有私钥内容，系统未予保存；该密钥已外传，请重新生成密钥对，仅提交公钥。" },
  kind: { en: "publicJwk must be a key for signatures: Ed25519 (EdDSA), P-256 (ES256) or RSA (RS256).", zh: "publicJwk 须为签名公钥：Ed25519（EdDSA）、P-256（ES256）或 RSA（RS256）。" },
  weak: { en: "publicJwk must be an RSA key of 2048 bits at least with the exponent 65537.", zh: "publicJwk 的 RSA 密钥须不少于 2048 位，指数为 65537。" },
  malformed: { en: "publicJwk is no valid key.", zh: "publicJwk 不是有效的密钥。" },
};

async function prepareKey(tools: Tools, _viewer: Viewer, input: Values): Promise<Prepared> {
  const key = await readPublicKey(String(input["publicJwk"]));
  if (typeof key === "string") return { userErrors: [invalid("publicJwk", keyFaults[key])] };
  return {
    values: { kind: "PUBLIC_KEY", label: key.thumbprint, networks: [], publicJwk: JSON.stringify(key.jwk) },
    id: tools.namedId("ClientCredential", String(input["clientRowId"]), key.thumbprint),
    wasThere: invalid("publicJwk", { en: "The client has this key already, or had it until it was revoked; a revoked key does not come back.", zh: "该客户端已登记此公钥；已吊销的公钥不能再次登记。" }),
  };
}

function prepareApiKey(_tools: Tools, _viewer: Viewer, input: Values): Prepared {
  const networks = input["networks"] as readonly string[];
  const userErrors = networks.flatMap((each, place): UserError[] =>
    isNetwork(each) ? [] : [invalid(["networks", place], { en: "A network is an address, or one with the bits of its network, such as 10.0.0.0/8; not all addresses at once.", zh: "网络地址须为 IP 地址或网段，例如 10.0.0.0/8，且不能是全部地址。" })],
  );
  const { text, label, digest } = makeApiKey();
  return { values: { kind: "API_KEY", label, secretDigest: digest }, userErrors, answers: { apiKey: text } };
}

/** An address, or one with the bits of its network; a key that is taken from everywhere is bound to no address. */
function isNetwork(text: string): boolean {
  const [, address, bits] = /^([0-9A-Fa-f.:]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address ?? "");
  return version !== 0 && (bits === undefined || (Number(bits) > 0 && Number(bits) <= (version === 4 ? 32 : 128)));
}

/** What the operator can do about clients and their keys. */
export const clientCommands: readonly Command[] = Object.freeze([
  transitionCommand(clientMachine, "registerClient", { prepare: prepareRegistration }),
  transitionCommand(clientCredentialMachine, "addClientKey", { input: [publicJwk], prepare: prepareKey }),
  transitionCommand(clientCredentialMachine, "issueApiKey", { answers: [{ name: "apiKey", doc: "The API key; it is told this once and kept nowhere (接口密钥，仅显示一次).", of: "text" }], prepare: prepareApiKey }),
  transitionCommand(clientCredentialMachine, "revokeCredential"),
  ...["suspendClient", "resumeClient", "closeClient"].map((event) => transitionCommand(clientMachine, event)),
]);
