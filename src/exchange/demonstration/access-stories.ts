import type { Audience } from "../../catalog/audience.ts";
import type { accessOutcome } from "../../domains/access/codelists.ts";
import { bodyId } from "./bodies.ts";
import { uuidOf } from "./chance.ts";
import { officialName } from "./officials.ts";
import { grantNoOf, sharingGrantStories } from "./sharing-grants.ts";
import { showcaseCounty } from "./showcase.ts";

/** One look into closed data. */
export interface AccessSpec {
  /** The stable name, from which the identifier follows. */
  readonly name: string;
  /** Day and clock in China. */
  readonly at: readonly [day: string, clock: string];
  readonly client: string;
  readonly audience: Audience;
  /** Identifier of the body that asked. */
  readonly body: string;
  readonly purpose: string | null;
  readonly caseNo: string | null;
  readonly operationName: string | null;
  readonly coordinates: readonly string[];
  readonly refusedCoordinates: readonly string[];
  readonly grantNos: readonly string[];
  readonly outcome: (typeof accessOutcome.values)[number];
  readonly recordCount: number;
  /** Identifiers of the officials about whom something closed was in the answer. */
  readonly subjects: readonly string[];
  readonly hidden: boolean;
  readonly note: string | null;
}

const county = showcaseCounty;
const official = (place: number): string => uuidOf(officialName(county, "finance", place));

/** Who asks: the personas of these names. */
const askers = {
  personnel: { client: "personnel", audience: "personnel", body: bodyId(county, "personnel") },
  otherPersonnel: { client: "otherPersonnel", audience: "personnel", body: bodyId("510703", "personnel") },
  department: { client: "department", audience: "department", body: bodyId(county, "audit") },
  supervision: { client: "supervision", audience: "supervision", body: bodyId("510100", "supervision") },
} as const satisfies Record<string, Pick<AccessSpec, "client" | "audience" | "body">>;

function look(name: string, asker: keyof typeof askers, told: Pick<AccessSpec, "at" | "outcome"> & Partial<AccessSpec>): AccessSpec {
  const nothing = { purpose: null, caseNo: null, operationName: null, coordinates: [], refusedCoordinates: [], grantNos: [], recordCount: 0, subjects: [], hidden: false, note: null };
  return { name: `access-event/story/${name}`, ...nothing, ...askers[asker], ...told };
}

/** One look for each question about who learns of it; all between the 1st and the 20th of November 2026. */
export const accessStories = {
  /** The persona `subject` is looked at by the body that manages the person, and learns of it. */
  appointment: look("appointment", "personnel", {
    at: ["2026-11-03", "09:12"],
    purpose: "APPOINTMENT",
    caseNo: "锦人社〔2026〕31号",
    operationName: "PromotionReference",
    coordinates: ["Official.name", "Official.postTitle", "Tenure.heldFrom", "Tenure.heldTo", "Tenure.postTitle"],
    outcome: "DELIVERED",
    recordCount: 4,
    subjects: [official(1)],
    note: "副局长任期届满考察",
  }),
  /** The same person is looked at in an open case, of which the law tells the person nothing. */
  investigation: look("investigation", "supervision", {
    at: ["2026-11-10", "16:40"],
    purpose: "INVESTIGATION",
    caseNo: "成监立〔2026〕18号",
    operationName: "CaseSubject",
    coordinates: ["Official.homeAddress", "Official.idNumber", "Official.name", "Official.phone"],
    outcome: "DELIVERED",
    recordCount: 1,
    subjects: [official(1)],
    hidden: true,
  }),
  /** Somebody else. */
  colleague: look("colleague", "personnel", {
    at: ["2026-11-12", "10:05"],
    purpose: "APPRAISAL",
    caseNo: "锦人社〔2026〕33号",
    operationName: "AppraisalSheet",
    coordinates: ["Official.name", "Official.postTitle", "OfficialDishonestyRecord.title"],
    outcome: "DELIVERED",
    recordCount: 2,
    subjects: [official(4)],
  }),
  /** Two persons under a sharing grant. */
  granted: look("granted", "department", {
    at: ["2026-11-13", "14:30"],
    purpose: "AUDIT",
    caseNo: "锦审〔2026〕12号",
    operationName: "PostHolders",
    coordinates: ["Official.name", "Official.organizationId", "Official.postTitle"],
    grantNos: [grantNoOf(sharingGrantStories.audit)],
    outcome: "DELIVERED",
    recordCount: 2,
    subjects: [official(5), official(6)],
  }),
  /** Without a purpose no grant opens anything. */
  refused: look("refused", "department", { at: ["2026-11-16", "08:55"], operationName: "PostHolders", refusedCoordinates: ["Official.idNumber", "Official.name"], outcome: "REFUSED" }),
  /** Another county's personnel body has looked for somebody whom it does not manage. */
  empty: look("empty", "otherPersonnel", { at: ["2026-11-18", "11:20"], purpose: "APPRAISAL", caseNo: "涪人社〔2026〕7号", coordinates: ["Official.name", "Official.phone"], outcome: "EMPTY" }),
} as const satisfies Record<string, AccessSpec>;
