import type { Command } from "../../workflow/command.ts";
import { faultsOf } from "../../workflow/user-errors-of.ts";

/** The generation is of the hub as a whole and no row of a type: its events are under this identifier. */
const hub = "00000000-0000-0000-0000-000000000000";

const statement = `with raised as (update "registry_state" set "signing_generation" = "signing_generation" + 1, "version" = "version" + 1 returning "signing_generation" as generation),
noted as (insert into "workflow_event" ("type", "row_id", "event", "from_state", "to_state", "version", "client", "reason") select 'SigningKeys', '${hub}', 'rotateSigningKeys', null, 'CURRENT', generation, $1::text, $2::text from raised)
select generation::text from raised`;

/** From the next token on the hub signs with another pair of keys. */
const rotateSigningKeys: Command = {
  name: "rotateSigningKeys",
  doc: "Has the hub sign with a new pair of keys from now on, with the reason (轮换签名密钥，须说明理由).",
  audiences: ["operator"],
  input: [{ name: "reason", doc: "Why; it must be said (理由，必填).", of: "text", isNeeded: false }],
  type: null,
  answers: [{ name: "signingGeneration", doc: "Which generation of keys the hub signs with (签名密钥代次).", of: "number" }],
  async run({ service, changed }, { client }, input) {
    const userErrors = faultsOf(null, ["reason"], input);
    if (userErrors.length > 0) return { id: null, userErrors };
    const generation = await service.ask(statement, [client, String(input["reason"])], { prepare: false });
    await changed?.("SigningKeys");
    return { id: null, userErrors, answers: { signingGeneration: Number(generation!.toString()) } };
  },
};

/** What the operator can do about the keys with which the hub signs its tokens. */
export const signingKeyCommands: readonly Command[] = Object.freeze([rotateSigningKeys]);
