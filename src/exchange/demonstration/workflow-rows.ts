import { bodyId } from "./bodies.ts";
import { at, recordNoOf, uuidOf } from "./chance.ts";
import { dishonestyStories } from "./dishonesty-stories.ts";
import { sharingGrantStories, type SharingGrantSpec } from "./sharing-grants.ts";
import { showcaseCounty } from "./showcase.ts";
import { violationStories } from "./violation-stories.ts";

const county = showcaseCounty;
const reporter = bodyId(county, "audit");
const countyLead = bodyId(county, "developmentReform");
const provinceLead = bodyId("510000", "developmentReform");

type Step = readonly [day: string, event: string, from: string | null, to: string, body: string, reason?: string];
type Deadline = readonly [clock: string, version: string, startedOn: string, dueOn: string, metOn: string | null];

/** What has happened to the records that are on their way to the province, and the times that ran for them: days worked by hand with the calendar of 2026. */
const stories: readonly { readonly record: string; readonly steps: readonly Step[]; readonly deadlines: readonly Deadline[] }[] = [
  {
    record: dishonestyStories.reported.name,
    steps: [["2026-11-18", "reportDishonesty", null, "REPORTED", reporter]],
    deadlines: [["record.verify.county", "2026-04-01", "2026-11-18", "2026-11-25", null]],
  },
  {
    record: dishonestyStories.overdue.name,
    steps: [["2026-10-13", "reportDishonesty", null, "REPORTED", reporter]],
    deadlines: [["record.verify.county", "2026-04-01", "2026-10-13", "2026-10-20", null]],
  },
  {
    record: dishonestyStories.countyVerified.name,
    steps: [["2026-11-10", "reportDishonesty", null, "REPORTED", reporter], ["2026-11-13", "verifyDishonestyAtCounty", "REPORTED", "COUNTY_VERIFIED", countyLead]],
    deadlines: [["record.verify.county", "2026-04-01", "2026-11-10", "2026-11-17", "2026-11-13"], ["record.verify.city", "2026-04-01", "2026-11-13", "2026-11-20", null]],
  },
  {
    record: dishonestyStories.returned.name,
    steps: [["2026-11-04", "reportDishonesty", null, "REPORTED", reporter], ["2026-11-10", "returnDishonesty", "REPORTED", "RETURNED", countyLead, "事实摘要未写明违约的合同条款，请补正后再报。"]],
    deadlines: [["record.verify.county", "2026-04-01", "2026-11-04", "2026-11-11", "2026-11-10"], ["record.resubmit", "2026-04-01", "2026-11-10", "2026-11-17", null]],
  },
];

const channel = (name: string, record: string, kind: "CREDIT_SITE" | "PORTAL" | "MEDIA", publishedOn: string, further: { readonly takenDownOn?: string; readonly takeDownBy?: string } = {}) => ({
  id: uuidOf(`channel/${name}`),
  dishonestyRecordId: uuidOf(record),
  kind,
  url: `https://example.org/${kind.toLowerCase().replace("_", "-")}/${name}`,
  organizationId: provinceLead,
  state: further.takenDownOn === undefined ? ("ONLINE" as const) : ("TAKEN_DOWN" as const),
  publishedOn,
  takenDownOn: further.takenDownOn ?? null,
  takeDownBy: further.takeDownBy ?? null,
  recordedBy: "creditLead",
});

const { displayed, withdrawn, ended } = dishonestyStories;

/** A grant that was given in time, and one that was asked for and is not answered yet: ten working days (政务数据共享条例 21). */
function sharingRows() {
  const grant = (spec: SharingGrantSpec) => ({ sharingGrantId: uuidOf(spec.name) });
  const { audit, requested } = sharingGrantStories;
  const [requester, provider] = [bodyId(...audit.requester), bodyId(...audit.provider)];
  const clock = { clock: "share.reply", versionCode: "share.reply@2025-08-01", divisionCode: null };
  return {
    sharingGrantSteps: [
      { id: uuidOf("step/grant/requested"), ...grant(audit), event: "requestSharing", fromState: null, toState: "REQUESTED", organizationId: requester, reason: null, recordedAt: at(audit.requestedOn, "09:10") },
      { id: uuidOf("step/grant/granted"), ...grant(audit), event: "grantSharing", fromState: "REQUESTED", toState: "ACTIVE", organizationId: provider, reason: "符合条例规定，同意共享。", recordedAt: at(audit.decidedOn!, "15:20") },
    ],
    sharingGrantDeadlines: [
      { id: uuidOf("deadline/grant/audit"), ...grant(audit), ...clock, startedOn: audit.requestedOn, dueOn: "2025-12-16", metOn: audit.decidedOn },
      { id: uuidOf("deadline/grant/requested"), ...grant(requested), ...clock, startedOn: requested.requestedOn, dueOn: "2026-12-03", metOn: null },
    ],
  };
}

/** Rows of what goes with the way of records to the public and back. Addresses are of the domain that is kept for examples (RFC 2606). */
export const workflowRows = () => ({
  dishonestyRecordSteps: stories.flatMap(({ record, steps }) =>
    steps.map(([day, event, fromState, toState, organizationId, reason = null]) => ({ id: uuidOf(`step/${record}/${event}`), dishonestyRecordId: uuidOf(record), event, fromState, toState, organizationId, reason, recordedAt: at(day, "10:30") })),
  ),
  dishonestyRecordDeadlines: stories.flatMap(({ record, deadlines }) =>
    deadlines.map(([clock, version, startedOn, dueOn, metOn]) => ({ id: uuidOf(`deadline/${record}/${clock}`), dishonestyRecordId: uuidOf(record), clock, versionCode: `${clock}@${version}`, divisionCode: county, startedOn, dueOn, metOn })),
  ),
  // The winner's record: reviewed since 16 October, ten working days by the calendar of 2026.
  violationRecordSteps: [
    { id: uuidOf("step/violation/review"), violationRecordId: uuidOf(violationStories.underReview.name), event: "reviewViolationDisclosure", fromState: "NOT_PUBLIC", toState: "UNDER_DISCLOSURE_REVIEW", organizationId: provinceLead, reason: "按公开审查要求办理。", recordedAt: at("2026-10-16", "10:30") },
  ],
  violationRecordDeadlines: [
    { id: uuidOf("deadline/violation/review"), violationRecordId: uuidOf(violationStories.underReview.name), clock: "record.review", versionCode: "record.review@2026-04-01", divisionCode: county, startedOn: "2026-10-16", dueOn: "2026-10-30", metOn: null },
  ],
  ...sharingRows(),
  publicationChannels: [
    channel("displayed-site", displayed.name, "CREDIT_SITE", "2026-10-27"),
    channel("displayed-portal", displayed.name, "PORTAL", "2026-10-28"),
    channel("withdrawn-site", withdrawn.name, "CREDIT_SITE", "2026-06-22", { takenDownOn: "2026-08-03", takeDownBy: "2026-08-06" }),
    /** Withdrawn months ago, and still up in the media. */
    channel("withdrawn-media", withdrawn.name, "MEDIA", "2026-06-23", { takeDownBy: "2026-08-06" }),
    /** Its display ended by itself; the site still shows it. */
    channel("ended-site", ended.name, "CREDIT_SITE", "2018-03-20"),
  ],
  disclosureNotices: [
    {
      id: uuidOf("notice/withdrawn"), noticeNo: "GS-2026-5B0C71D4", kind: "WITHDRAWAL" as const, recordNo: recordNoOf("DIS", withdrawn.name), subjectName: null, reason: withdrawn.display.stopReason!, annulmentDocumentNo: "川府复决〔2026〕演示3号",
      noticedOn: withdrawn.display.stoppedOn!, organizationId: provinceLead,
    },
  ],
});
