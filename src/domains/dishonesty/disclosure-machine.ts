import { allOf, anyBody, anyOf, clearance, never, not, own, present, reached, within, type Rule } from "../../catalog/rule.ts";
import type { Entity } from "../../catalog/node-type.ts";
import { disclosureState } from "../../catalog/display.ts";
import { machine } from "../../workflow/declare-machine.ts";
import { openWordsOf } from "../../workflow/public-words.ts";
import { reasonName, type Effect, type Machine } from "../../workflow/machine.ts";
import { asker, constant, now, number, onceReached, reason, row, today } from "../../workflow/source.ts";
import { disclosureBasis } from "./disclosure-basis.ts";
import { disclosureNotice } from "./disclosure-notice.ts";

/** What tells one type's way to the public from another's. */
export interface Disclosed {
  readonly type: Entity;
  readonly steps: Entity;
  readonly deadlines: Entity;
  /** In the names of its events: `publish…`. */
  readonly name: string;
  readonly zh: string;
  /** When a record is ready to be reviewed. */
  readonly isReady: Rule;
  /** Which records are about bodies, which may be named without a further decision. */
  readonly isOfBody: Rule;
  /** What happens beside when the display is stopped. */
  readonly onStop?: readonly Effect[];
  /** Times of the record's other workflows, for which nothing is due any more once it is emptied. */
  readonly otherClocks?: readonly string[];
}

/** The lead in matters of credit, in its own divisions, publishes (task 4: 由各级社会信用体系建设牵头部门负责政务失信记录的采集和公开). */
const lead = clearance("creditLead", within("divisionCode"));

/** Whoever decided withdraws as well (行政处罚法 48: 行政机关应当在三日内撤回处罚决定信息并公开说明理由). */
const source = allOf(anyBody, own("sourceOrganizationId"));

/** A notice of a record that nobody has seen would tell that there was one. */
const wasShown = reached("displayFrom");

/** The notice that stays in public: it names a body that was wrongly shown, and never a person. */
const notice = (kind: "WITHDRAWAL" | "REDACTION", when: Rule, named: boolean): Effect => ({
  effect: "make",
  of: disclosureNotice,
  when,
  sets: {
    noticeNo: number("GS"), kind: constant(kind), recordNo: row("recordNo"), reason, noticedOn: today, organizationId: asker("body"), annulmentDocumentNo: row("annulmentDocumentNo"),
    ...(named ? { subjectName: row("subjectName") } : {}),
  },
});

/** The way of a record to the public and back, the same for whatever is displayed for a time. */
export function disclosureMachine({ type, steps, deadlines, name, zh, isReady, isOfBody, onStop = [], otherClocks = [] }: Disclosed): Machine {
  const begin = `review${name}Disclosure`;
  const keep = `keep${name}Unpublished`;
  const publish = `publish${name}`;
  const annul = `report${name}Annulment`;
  const withdraw = `withdraw${name}`;
  const redact = `redact${name}`;
  // A first day that is yet to come when the display is stopped never was one: whoever asks later whether the record was shown is told by it.
  const stopped = { stoppedOn: today, stopReason: reason, displayFrom: onceReached("displayFrom") } as const;
  // Whoever publishes may write anew whatever is going to be read; but not whom a law lets be named, which is no matter of words.
  const words = openWordsOf(type).filter((key) => type.fields[key]!.basis === null && !(key in stopped));
  return machine({
    type,
    states: disclosureState.values,
    state: { field: "disclosureState" },
    version: "version",
    steps,
    deadlines,
    clocks: {
      "disclosure.publish": { starts: [], stops: [publish, keep, redact] },
      "record.review": { starts: [begin], stops: [publish, keep, redact] },
      "record.withdraw": { starts: [annul], stops: [withdraw, redact], from: "annulledOn" },
      ...Object.fromEntries(otherClocks.map((code) => [code, { starts: [], stops: [redact] }])),
    },
    transitions: {
      [begin]: { doc: `Begins to review whether and how a record is published (${zh}公开审查).`, from: ["NOT_PUBLIC"], to: "UNDER_DISCLOSURE_REVIEW", where: isReady, by: lead, sets: { reviewedBy: asker("client") } },
      [keep]: { doc: `Decides after review that a record is not published, with the reason (${zh}不予公开，须说明理由).`, from: ["UNDER_DISCLOSURE_REVIEW"], to: "NOT_PUBLIC", by: lead, needs: [reasonName] },
      [publish]: {
        doc: `Publishes a record as reviewed, by somebody else than its reviewer (公示${zh}).`,
        from: ["UNDER_DISCLOSURE_REVIEW"],
        to: "PUBLISHED",
        by: lead,
        notBy: { client: "reviewedBy" },
        takes: ["displayFrom", ...words, "disclosureBasisId"],
        defaults: { displayFrom: today },
        demands: { displayFrom: [{ demand: "notOver" }] },
        // The decision that lets a person be named is published with the record, and not before.
        effects: [{ effect: "change", of: disclosureBasis, when: present("disclosureBasisId"), where: { id: row("disclosureBasisId"), publishedAt: "absent" }, sets: { publishedAt: now } }],
      },
      [annul]: {
        doc: `Reports that the decision behind a published record was annulled or changed: it is to be withdrawn within the time that the law sets (报告${zh}原决定被撤销变更).`,
        from: ["PUBLISHED"],
        to: "PUBLISHED",
        where: not(present("annulledOn")),
        by: source,
        takes: ["annulledOn", "annulmentDocumentNo"],
        needs: ["annulledOn", "annulmentDocumentNo"],
        demands: { annulledOn: [{ demand: "notFuture" }, { demand: "from", key: "issuedOn" }] },
      },
      [withdraw]: {
        doc: `Withdraws a record from the public, with the reason in public (撤回公示${zh}，公开说明理由).`,
        from: ["PUBLISHED"],
        to: "WITHDRAWN",
        by: anyOf(lead, source),
        needs: [reasonName],
        sets: stopped,
        effects: [notice("WITHDRAWAL", allOf(wasShown, isOfBody), true), notice("WITHDRAWAL", allOf(wasShown, not(isOfBody)), false), ...onStop],
      },
      [`repair${name}`]: { doc: `Ends the display after the faith was restored (${zh}信用修复).`, from: ["PUBLISHED"], to: "REPAIRED", by: never, sets: stopped, effects: onStop },
      [redact]: {
        doc: `Empties a record for good, with all its earlier versions; its number and the reason stay (删减${zh}，须说明理由).`,
        from: ["NOT_PUBLIC", "UNDER_DISCLOSURE_REVIEW", "PUBLISHED", "REPAIRED", "WITHDRAWN"],
        to: "REDACTED",
        by: lead,
        needs: [reasonName],
        sets: stopped,
        effects: [notice("REDACTION", wasShown, false), ...onStop],
      },
    },
  });
}
