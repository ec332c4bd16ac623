import type { Duty } from "./bodies.ts";
import { uuidOf } from "./chance.ts";
import { published, unpublished, type CollectionState, type DisplaySpec } from "./display-specs.ts";
import type { DishonestySource, IntegrityField } from "./dishonesty-texts.ts";
import { officialName } from "./officials.ts";
import { showcaseCounty } from "./showcase.ts";

/** What is decided about a record of a body before chance fills in the rest. */
export interface DishonestySpec {
  /** The stable name, from which the identifier follows. */
  readonly name: string;
  readonly divisionCode: string;
  readonly duty: Duty;
  readonly sourceKind: DishonestySource;
  readonly field: IntegrityField;
  readonly display: DisplaySpec;
  /** How far it has come on its way to the province; as the display says, where nobody says. */
  readonly collection?: CollectionState;
  /** Body that supplied it, where it is not the one that kinds of decisions come from. */
  readonly suppliedBy?: readonly [divisionCode: string, duty: Duty];
}

/** What is decided about a record of an official; what of it is public is a record of its own. */
export interface OfficialDishonestySpec {
  readonly name: string;
  /** Identifier of the official. */
  readonly official: string;
  readonly sourceKind: DishonestySource;
  readonly field: IntegrityField;
  readonly issuedOn: string;
  /** The display of the public record; null where no law lets it be public. */
  readonly public: DisplaySpec | null;
  /** Last day of the decision to publish, where it ends before the display. */
  readonly basisExpiresOn?: string;
}

const county = showcaseCounty;
const otherCounty = "510703";

function story(name: string, duty: Duty, sourceKind: DishonestySource, field: IntegrityField, display: DisplaySpec, further: Partial<DishonestySpec> = {}): DishonestySpec {
  return { name: `dishonesty/story/${name}`, divisionCode: county, duty, sourceKind, field, display, ...further };
}

/** One record of a body of the showcase county for each question about who may see it when. */
export const dishonestyStories = {
  /** Serious, of this autumn: on display for years. */
  displayed: story("displayed", "investment", "CONTRACT_DEFAULT", "INVESTMENT", published("SERIOUS", "2026-10-20")),
  /** General; twelve months end on the day on which the demonstration world stands, which still counts. */
  lastDay: story("last-day", "housing", "ARREARS", "DEBT", published("GENERAL", "2025-11-25")),
  /** As lastDay, and one day older: its display ended yesterday. */
  dayAfter: story("day-after", "housing", "PENALTY", "BIDDING", published("GENERAL", "2025-11-24")),
  /** Its longest display ended years ago. */
  ended: story("ended", "finance", "JUDGMENT", "PROCUREMENT", published("SERIOUS", "2018-03-12")),
  /** Published with a first day that nobody alive need wait for. */
  notYet: story("not-yet", "housing", "JUDGMENT", "PPP", { ...published("SERIOUS", "2026-11-02"), displayFrom: "2099-01-01" }),
  underReview: story("under-review", "finance", "ACCOUNTABILITY", "PROCUREMENT", { ...published("GENERAL", "2026-11-05"), state: "UNDER_DISCLOSURE_REVIEW" }),
  withdrawn: story("withdrawn", "developmentReform", "PENALTY", "PPP", {
    ...published("SERIOUS", "2026-06-15"), state: "WITHDRAWN", stoppedOn: "2026-08-03", stopReason: "原处罚决定被行政复议撤销，三日内撤回公示。",
  }),
  repaired: story("repaired", "personnel", "CONTRACT_DEFAULT", "OTHER", {
    ...published("GENERAL", "2026-05-11"), state: "REPAIRED", stoppedOn: "2026-09-21", stopReason: "已全部履行，经认定单位确认修复，停止公示。",
  }),
  /** Published and inside every window, but minor acts are not displayed. */
  minor: story("minor", "tradingCentre", "ACCOUNTABILITY", "BIDDING", published("MINOR", "2026-11-10")),
  /** Published without the date of the document: nothing to count the window from. */
  undated: story("undated", "government", "ARREARS", "DEBT", { severity: "SERIOUS", state: "PUBLISHED", documentDate: null, displayFrom: "2026-09-01" }),
  /** About the body of the persona `department`, supplied by another: off display, its own subject reads it. */
  ownSubject: story("own-subject", "audit", "CONTRACT_DEFAULT", "PROCUREMENT", { ...published("GENERAL", "2026-10-30"), state: "NOT_PUBLIC" }),
  /** Supplied by the body of the persona `department` about another: off display, its source reads it. */
  ownSource: story("own-source", "government", "ARREARS", "DEBT", { ...published("GENERAL", "2026-10-09"), state: "UNDER_DISCLOSURE_REVIEW" }, { suppliedBy: [county, "audit"] }),
  /** On its way to the province: reported by the body of the persona `department`, verified by the county or not, and returned. */
  reported: story("reported", "tradingCentre", "ARREARS", "DEBT", unpublished("2026-11-16"), { suppliedBy: [county, "audit"], collection: "REPORTED" }),
  overdue: story("overdue", "housing", "PENALTY", "BIDDING", unpublished("2026-10-12"), { suppliedBy: [county, "audit"], collection: "REPORTED" }),
  countyVerified: story("county-verified", "investment", "CONTRACT_DEFAULT", "INVESTMENT", unpublished("2026-11-09"), { suppliedBy: [county, "audit"], collection: "COUNTY_VERIFIED" }),
  returned: story("returned", "finance", "ACCOUNTABILITY", "PROCUREMENT", unpublished("2026-11-03"), { suppliedBy: [county, "audit"], collection: "RETURNED" }),
  /** Another county's, on display and off. */
  elsewhere: story("elsewhere", "government", "JUDGMENT", "INVESTMENT", published("SERIOUS", "2026-07-14"), { divisionCode: otherCounty }),
  elsewhereEnded: story("elsewhere-ended", "finance", "ARREARS", "DEBT", published("GENERAL", "2019-07-14"), { divisionCode: otherCounty }),
} as const satisfies Record<string, DishonestySpec>;

const official = (divisionCode: string, duty: Duty, place: number): string => uuidOf(officialName(divisionCode, duty, place));

const officialStory = (name: string, person: string, sourceKind: DishonestySource, issuedOn: string, display: DisplaySpec | null): OfficialDishonestySpec => ({
  name: `official-dishonesty/story/${name}`, official: person, sourceKind, field: "OTHER", issuedOn, public: display,
});

/** One record of an official for each question about who may see it. */
export const officialDishonestyStories = {
  /** About the persona `subject`: no law lets it be public. */
  subject: officialStory("subject", official(county, "finance", 1), "ACCOUNTABILITY", "2025-04-17", null),
  /** Of a colleague, with the same managing body. */
  colleague: officialStory("colleague", official(county, "finance", 4), "DISCIPLINE", "2026-02-26", null),
  /** With a basis and on display. */
  published: officialStory("published", official(county, "housing", 1), "ENFORCEMENT_DEFAULT", "2026-08-18", published("SERIOUS", "2026-08-18")),
  /** With a basis, and its display is over. */
  publishedEnded: officialStory("published-ended", official(county, "developmentReform", 2), "ENFORCEMENT_DEFAULT", "2022-06-20", published("SERIOUS", "2022-06-20")),
  /** The decision to publish is made, and its record is still being reviewed: neither is public. */
  toBePublished: officialStory("to-be-published", official(county, "housing", 2), "ENFORCEMENT_DEFAULT", "2026-11-12", { ...published("SERIOUS", "2026-11-12"), state: "UNDER_DISCLOSURE_REVIEW" }),
  /** Inside its window, but the decision to publish no longer holds. */
  basisExpired: { ...officialStory("basis-expired", official(county, "personnel", 2), "ENFORCEMENT_DEFAULT", "2026-05-06", published("SERIOUS", "2026-05-06")), basisExpiresOn: "2026-08-31" },
  /** Of the head of the county's government, who is managed and supervised one level above. */
  countyHead: officialStory("county-head", official(county, "government", 0), "ACCOUNTABILITY", "2025-12-04", null),
  elsewhere: officialStory("elsewhere", official(otherCounty, "finance", 4), "DISCIPLINE", "2026-01-15", null),
} as const satisfies Record<string, OfficialDishonestySpec>;

/** The stable name of the public record of an official's act. */
export const publishedName = (spec: OfficialDishonestySpec): string => `dishonesty/of/${spec.name}`;

/** Who answers for an act of a body, for each question about who may know it. */
export const responsibilityStories = {
  displayed: { name: "responsibility/story/displayed", record: dishonestyStories.displayed.name, official: official(county, "government", 4), role: "DIRECT" },
  lastDay: { name: "responsibility/story/last-day", record: dishonestyStories.lastDay.name, official: official(county, "housing", 3), role: "DIRECT" },
  /** The persona `subject`, for an act that is on display and for one that is being reviewed. */
  subject: { name: "responsibility/story/subject", record: dishonestyStories.displayed.name, official: official(county, "finance", 1), role: "IN_CHARGE" },
  subjectUnderReview: { name: "responsibility/story/subject-under-review", record: dishonestyStories.underReview.name, official: official(county, "finance", 1), role: "IN_CHARGE" },
  elsewhere: { name: "responsibility/story/elsewhere", record: dishonestyStories.elsewhere.name, official: official(otherCounty, "finance", 4), role: "DIRECT" },
} as const;
