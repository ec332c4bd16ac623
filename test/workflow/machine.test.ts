import { describe, expect, it } from "vitest";
import { always, anyBody, is, own, present } from "../../src/catalog/rule.ts";
import { bodyAudiences } from "../../src/catalog/audience.ts";
import { machines } from "../../src/domains/commands.ts";
import { clientState } from "../../src/domains/access/codelists.ts";
import { client } from "../../src/domains/access/client.ts";
import { collectionMachine } from "../../src/domains/dishonesty/collection-machine.ts";
import { disclosureNotice } from "../../src/domains/dishonesty/disclosure-notice.ts";
import { dishonestyRecordDeadline } from "../../src/domains/dishonesty/dishonesty-record-deadline.ts";
import { dishonestyRecordStep } from "../../src/domains/dishonesty/dishonesty-record-step.ts";
import { violationRecordStep } from "../../src/domains/dishonesty/violation-record-step.ts";
import { organization } from "../../src/domains/reference/organization.ts";
import { sharingGrantMachine } from "../../src/domains/access/sharing-grant-machine.ts";
import { diagramOf } from "../../src/workflow/diagram.ts";
import { machine } from "../../src/workflow/declare-machine.ts";
import { audiencesOf, reasonName, transitionOf, type Machine, type Transition } from "../../src/workflow/machine.ts";
import { asker, constant, reason, row, today } from "../../src/workflow/source.ts";

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
    ["a default for what it does not take", { defaults: { contact: today } }, /end has a default for contact, which it does not take/],
    ["a default from a field that is not there", { takes: ["name"], defaults: { name: row("nothing") } }, /end: Client\.nothing is no field of the main part/],
    ["a condition on a field that is not there", { where: present("nothing") }, /end: Client\.nothing is no field of the main part/],
    ["a condition on who asks, who would be told by the refusal what he is", { where: own("organizationId") }, /end looks at who asks where it should look at the row/],
    ["a condition on the row that is yet to be made", { from: [], where: is("state", "ACTIVE") }, /end makes the row that its rule looks at/],
    ["an effect on rows that no workflow keeps", { effects: [{ effect: "make", of: organization as never, sets: { name: row("name") } }] }, /end writes Organization, which is not kept by workflows/],
    ["an effect on a field that is not there", { effects: [{ effect: "make", of: disclosureNotice, sets: { nothing: reason } }] }, /end writes DisclosureNotice\.nothing, which is no field of the main part/],
    ["an effect by a field that is not there", { effects: [{ effect: "make", of: disclosureNotice, sets: { reason: row("nothing") } }] }, /end takes nothing of the row, which is no field of its main part/],
    ["an effect on every row that there is", { effects: [{ effect: "change", of: disclosureNotice, where: { organizationId: "absent" }, sets: { reason } }] }, /end changes every DisclosureNotice that there is/],
    ["an effect on rows by a field that they do not have", { effects: [{ effect: "change", of: disclosureNotice, where: { nothing: constant("x") }, sets: { reason } }] }, /end writes DisclosureNotice\.nothing, which is no field/],
    ["an effect on a condition that is about who asks", { effects: [{ effect: "make", of: disclosureNotice, when: own("organizationId"), sets: { reason } }] }, /end looks at who asks where it should look at the row/],
    ["an effect on a condition on a field that is not there", { effects: [{ effect: "make", of: disclosureNotice, when: present("nothing"), sets: { reason } }] }, /end: Client\.nothing is no field of the main part/],
    ["a rule that looks at the row that is yet to be made", { from: [], by: own("organizationId") }, /end makes the row that its rule looks at/],
  ])("%s", (_what, changes, said) => {
    expect(() => machine({ ...lawful, transitions: { ...lawful.transitions, end: { ...end, ...changes } } })).toThrow(said);
  });

  it.each<[string, Partial<Machine>, RegExp]>([
    ["steps of another type", { steps: violationRecordStep }, /ViolationRecordStep does not belong to DishonestyRecord/],
    ["steps where nothing is kept by workflows", { steps: organization as never }, /Organization is not kept by workflows/],
    ["deadlines of another type", { deadlines: violationRecordStep }, /ViolationRecordStep does not belong to DishonestyRecord/],
    ["clocks that nothing keeps", { deadlines: undefined as never }, /it has clocks, and nothing keeps their deadlines/],
    ["a clock that begins by no event", { clocks: { x: { starts: ["nothing"], stops: [] } } }, /the clock x runs by nothing, which is no event/],
    ["a clock that ends by no event", { clocks: { x: { starts: [], stops: ["nothing"] } } }, /the clock x runs by nothing, which is no event/],
    ["a clock that counts from what is no field", { clocks: { x: { starts: [], stops: [], from: "nothing" } } }, /the clock x counts from nothing, which is no field of the main part/],
    ["a clock that begins by who asks", { clocks: { x: { starts: [], stops: [], when: own("sourceOrganizationId") } } }, /the clock x begins by what is no field of the row/],
    ["a clock that begins by another row", { clocks: { x: { starts: [], stops: [], when: present("disclosureBasis.publishedAt") } } }, /the clock x begins by what is no field of the row/],
    ["an arrival that makes no row", { arrival: "returnDishonesty" }, /rows that are delivered arrive by returnDishonesty, which makes none/],
    ["an arrival by no event", { arrival: "nothing" }, /rows that are delivered arrive by nothing, which makes none/],
  ])("%s", (_what, changes, said) => {
    const climbing: Machine = { ...collectionMachine, steps: dishonestyRecordStep, deadlines: dishonestyRecordDeadline };
    expect(() => machine(climbing)).not.toThrow();
    expect(() => machine({ ...climbing, ...changes })).toThrow(said);
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
