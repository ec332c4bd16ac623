import { expect } from "vitest";
import { bodies } from "../../src/exchange/demonstration/landmarks.ts";
import { changesOf, type Changed } from "./change.ts";
import type { PersonaOrPublic, TestHub } from "./hub.ts";

/** A day by the clock of Asia/Shanghai: today, or so many days from it. */
export const day = (offset = 0): string => new Date(Date.now() + offset * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

/** A moment on a day, by the same clock. */
export const on = (date: string, time = "12:00:00"): string => `${date}T${time}+08:00`;

let serial = 0;

/** What the audit office of 锦江区 (`department`) reports: that the county's government broke faith. Each has a number of its own. */
export const wish = () => ({
  title: "成都市锦江区人民政府未兑现招商引资政策承诺", issuingOrganizationName: "成都市锦江区审计局", issuedOn: day(-10), documentNo: "锦审〔2026〕7号", documentDate: day(-10), severity: "SERIOUS", field: "INVESTMENT",
  factSummary: "与企业签订协议后，因机构调整未按约定兑现扶持资金。", lossAmount: "500000.00", subjectOrganizationId: `Organization_${bodies.countyGovernment.id}`, divisionCode: "510104", sourceKind: "CONTRACT_DEFAULT", sourceRecordNo: `T-${(serial += 1)}`,
});

/** A record on its way: each step is made on the version that the one before has left, where no other is named. */
export interface OnItsWay {
  readonly id: string;
  /** Its identifier in the database. */
  readonly uuid: string;
  step(by: PersonaOrPublic, event: string, input?: object): Promise<Changed>;
  /** The same, of a step that is made. */
  done(by: PersonaOrPublic, event: string, input?: object): Promise<Readonly<Record<string, unknown>>>;
  /** The row as the last step has answered it. */
  now(): Readonly<Record<string, unknown>>;
}

/** Takes records through their workflows, over HTTP. */
export function dishonestyOf(hub: () => TestHub) {
  const change = changesOf(hub);

  /** A record that is there already, in a version. */
  function of(id: string, version: number): OnItsWay {
    let row: Readonly<Record<string, unknown>> = { id, version };
    const step = async (by: PersonaOrPublic, event: string, input: object = {}): Promise<Changed> => {
      const changed = await change(by, event, { id, version: row["version"], ...input });
      if (changed.row && changed.refused.length === 0) row = changed.row;
      return changed;
    };
    const done = async (by: PersonaOrPublic, event: string, input: object = {}) => {
      const { refused, messages, errors } = await step(by, event, input);
      expect([refused, messages, errors], event).toEqual([[], [], []]);
      return row;
    };
    return { id, uuid: id.split("_")[1]!, step, done, now: () => row };
  }

  async function reported(further: object = {}, by: PersonaOrPublic = "department"): Promise<OnItsWay> {
    const { row, refused, messages, errors } = await change(by, "reportDishonesty", { ...wish(), ...further });
    expect([refused, messages, errors]).toEqual([[], [], []]);
    const record = of(String(row!["id"]), 1);
    return { ...record, now: () => ({ ...row, ...record.now() }) };
  }
  async function accepted(further: object = {}): Promise<OnItsWay> {
    const record = await reported(further);
    await record.done("countyCreditLead", "verifyDishonestyAtCounty");
    await record.done("cityCreditLead", "verifyDishonestyAtCity");
    await record.done("creditLead", "acceptDishonesty");
    return record;
  }
  async function reviewed(further: object = {}): Promise<OnItsWay> {
    const record = await accepted(further);
    await record.done("cityCreditLead", "reviewDishonestyDisclosure");
    return record;
  }
  async function published(further: object = {}, wanted: object = {}): Promise<OnItsWay> {
    const record = await reviewed(further);
    await record.done("creditLead", "publishDishonesty", wanted);
    return record;
  }
  /** A question about one record, its answer; null where there is none for whoever asks. */
  const look = async (persona: PersonaOrPublic, id: string, fields = "recordNo"): Promise<Readonly<Record<string, unknown>> | null> =>
    ((await hub().ask(persona, `query ($id: ID!) { dishonestyRecord(id: $id) { ${fields} } }`, { id })).body.data!)["dishonestyRecord"] as Readonly<Record<string, unknown>> | null;

  return { change, of, reported, accepted, reviewed, published, look };
}
