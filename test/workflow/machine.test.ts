import { describe, expect, it } from "vitest";
import { always, anyBody, own } from "../../src/catalog/rule.ts";
import { bodyAudiences } from "../../src/catalog/audience.ts";
import { machines } from "../../src/domains/commands.ts";
import { clientState } from "../../src/domains/access/codelists.ts";
import { client } from "../../src/domains/access/client.ts";
import { sharingGrantMachine } from "../../src/domains/access/sharing-grant-machine.ts";
import { diagramOf } from "../../src/workflow/diagram.ts";
import { machine } from "../../src/workflow/declare-machine.ts";
import { audiencesOf, reasonName, transitionOf, type Machine, type Transition } from "../../src/workflow/machine.ts";
import { asker } from "../../src/workflow/source.ts";

const end: Transition = { doc: "Ends it (终止).", from: ["ACTIVE", "SUSPENDED"], to: "CLOSED", by: anyBody };
const lawful: Machine = {
  type: client,
  states: clientState.values,
  state: { field: "state" },
  version: "version",
  transitions: {
    begin: { doc: "Begins it (开始).", from: [], to: "ACTIVE", by: anyBody },
    pause: { doc: "Pauses it (暂停).", from: ["ACTIVE"], to: "SUSPENDED", by: own("organizationId") },
    end,
  },
};

describe("A machine that does not hold together keeps the hub from starting, by name:", () => {
  it("a lawful one does not", () => {
    expect(() => machine(lawful)).not.toThrow();
  });

  it.each<[string, Partial<Machine>, RegExp]>([
    ["states that are not the codes of its field", { states: ["ACTIVE", "SUSPENDED"] }, /its states are not the codes of Client\.state/],
    ["a state that nothing leads to", { transitions: { begin: lawful.transitions["begin"]!, end } }, /nothing leads to the state SUSPENDED/],
    ["a moment between three states", { state: { moment: "recordedAt" } }, /a moment tells two states apart/],
  ])("%s", (_what, changes, said) => {
    expect(() => machine({ ...lawful, ...changes })).toThrow(said);
  });

  it.each<[string, Partial<Transition>, RegExp]>([
    ["a state that is none", { from: ["ACTIV"] }, /end: ACTIV is no state/],
    ["a field that is not there", { sets: { nothing: asker("body") } }, /end: Client\.nothing is no field of the main part/],
    ["a rule about a field that is not there", { by: own("nobodyId") }, /end: Client\.nobodyId is no field/],
    ["a field that would name who may not", { notBy: { body: "nobodyId" } }, /end: Client\.nobodyId is no field/],
    ["a need of what it does not take", { needs: ["contact"] }, /end needs contact, which it does not take/],
    ["a demand on what it does not set", { demands: { contact: [{ demand: "positive" }] } }, /end demands something of contact/],
    ["a doc without its Chinese term", { doc: "Ends it." }, /end: its doc must be a sentence/],
    ["a rule that looks at the row that is yet to be made", { from: [], by: own("organizationId") }, /end makes the row that its rule looks at/],
  ])("%s", (_what, changes, said) => {
    expect(() => machine({ ...lawful, transitions: { ...lawful.transitions, end: { ...end, ...changes } } })).toThrow(said);
  });

  it("all of what is wrong at once", () => {
    expect(() => machine({ ...lawful, transitions: { ...lawful.transitions, end: { ...end, to: "OVER", needs: ["contact"] } } })).toThrow(/OVER is no state[\s\S]*needs contact[\s\S]*nothing leads to the state CLOSED/);
  });
});

describe("A machine tells", () => {
  it("who may cause an event at all", () => {
    expect(audiencesOf(transitionOf(sharingGrantMachine, "grantSharing"))).toEqual(bodyAudiences);
    expect(audiencesOf({ ...end, by: always })).toContain("public");
    expect(() => transitionOf(sharingGrantMachine, "nothing")).toThrow("SharingGrant has no event nothing");
  });

  it("its diagram, which every event is in", () => {
    for (const each of machines) {
      const diagram = diagramOf(each);
      for (const [event, { to, needs = [] }] of Object.entries(each.transitions)) {
        expect(diagram).toContain(`--> ${to}: ${event}`);
        expect(diagram).toMatch(new RegExp(`\\| \`${event}\` .*\\| ${needs.join(", ") || "–"} \\|`));
      }
    }
  });
});

it("Whatever stops, ends or refuses something must be said why", () => {
  const unreasoned = machines.flatMap(({ transitions }) => Object.entries(transitions).flatMap(([event, { to, needs = [] }]) => (["REFUSED", "SUSPENDED", "REVOKED", "CLOSED"].includes(to) && !needs.includes(reasonName) ? [event] : [])));
  expect(unreasoned).toEqual(["revokeCredential"]); // a key that has leaked is revoked first and spoken of later
});

it("Nobody decides on a sharing grant that his own client or body has asked for", () => {
  const deciding = Object.entries(sharingGrantMachine.transitions).filter(([event]) => event !== "requestSharing" && event !== "withdrawSharing");
  for (const [, { notBy }] of deciding) expect(notBy).toEqual({ body: "requesterId", client: "requestedBy" });
});
