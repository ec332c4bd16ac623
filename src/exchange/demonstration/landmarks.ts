import { bidderOf } from "./bids.ts";
import { bodyId, bodyUscc, type Duty } from "./bodies.ts";
import { bondCode, bondName, trancheName } from "./bonds.ts";
import { recordNoOf, uuidOf } from "./chance.ts";
import { paymentName, type Payments } from "./debt-service.ts";
import { riskName, type DebtRiskLevel } from "./debt-risks.ts";
import { dutyName, type DutyOutcome } from "./disclosure-duties.ts";
import { accessEntryName } from "./access-log.ts";
import { accessStories } from "./access-stories.ts";
import { attachmentStories } from "./attachments.ts";
import { dishonestyStories, officialDishonestyStories, publishedName, responsibilityStories } from "./dishonesty-stories.ts";
import { dutyCrimeStories } from "./duty-crimes.ts";
import { assessmentStories } from "./privacy-impact-assessments.ts";
import { regulationStories } from "./regulations.ts";
import { incidentStories } from "./security-incidents.ts";
import { subjectRequestStories } from "./subject-requests.ts";
import { enterpriseId, tenderAgencies, type Firm } from "./firms.ts";
import type { FormerPost } from "./office-holders.ts";
import { officialName, type Exception } from "./officials.ts";
import { postId } from "./posts.ts";
import { projectName } from "./projects.ts";
import { grantNoOf, sharingGrantStories } from "./sharing-grants.ts";
import { showcaseCounty, showcaseProjects, showcaseTenders } from "./showcase.ts";
import type { ProjectSpec, TenderSpec } from "./specs.ts";
import { tenderName } from "./tenders.ts";
import { violationStories } from "./violation-stories.ts";

/** Rows of the demonstration data with known properties, by which tests and documentation name them. Identifiers are those of the database. */

/** Divisions: the showcase county with what is above it, and another county under another prefecture. */
export const divisions = {
  province: "510000", // 四川省
  prefecture: "510100", // 成都市
  county: showcaseCounty, // 锦江区
  otherPrefecture: "510700", // 绵阳市
  otherCounty: "510703", // 涪城区
  township: "510104022", // 春熙路街道
  /** Code of 510185 (简阳市) before it came under 成都市. */
  former: "512081",
  /** A county whose government is alone: no departments, projects or officials. */
  bareCounty: "510121", // 金堂县
} as const;

const body = (divisionCode: string, duty: Duty) => ({ id: bodyId(divisionCode, duty), uscc: bodyUscc(divisionCode, duty), divisionCode });

export const bodies = {
  countyGovernment: body(divisions.county, "government"),
  countyDevelopmentReform: body(divisions.county, "developmentReform"),
  countyFinance: body(divisions.county, "finance"),
  countyPersonnel: body(divisions.county, "personnel"),
  countyHousing: body(divisions.county, "housing"),
  countyAudit: body(divisions.county, "audit"),
  countyTradingCentre: body(divisions.county, "tradingCentre"),
  countyInvestment: body(divisions.county, "investment"),
  /** Abolished on 2019-01-31; its successor is countyInvestment. */
  abolished: body(divisions.county, "formerInvestment"),
  otherCountyGovernment: body(divisions.otherCounty, "government"),
  otherCountyPersonnel: body(divisions.otherCounty, "personnel"),
  bareCountyGovernment: body(divisions.bareCounty, "government"),
  prefectureGovernment: body(divisions.prefecture, "government"),
  prefectureDevelopmentReform: body(divisions.prefecture, "developmentReform"),
  prefecturePersonnel: body(divisions.prefecture, "personnel"),
  prefectureSupervision: body(divisions.prefecture, "supervision"),
  prefectureTradingCentre: body(divisions.prefecture, "tradingCentre"),
  otherPrefectureSupervision: body(divisions.otherPrefecture, "supervision"),
  otherPrefectureTradingCentre: body(divisions.otherPrefecture, "tradingCentre"),
  provinceGovernment: body(divisions.province, "government"),
  provinceDevelopmentReform: body(divisions.province, "developmentReform"),
  provinceFinance: body(divisions.province, "finance"),
  provincePersonnel: body(divisions.province, "personnel"),
  provinceHousing: body(divisions.province, "housing"),
  provinceInvestment: body(divisions.province, "investment"),
  highCourt: body(divisions.province, "highCourt"),
  /** Has a former name: 中国人民银行成都分行. */
  centralBank: body(divisions.province, "centralBank"),
} as const;

const official = (divisionCode: string, duty: Duty, place: number) => {
  const name = officialName(divisionCode, duty, place);
  return { name, id: uuidOf(name), recordNo: recordNoOf("OFF", name), organizationId: bodyId(divisionCode, duty) };
};

export const officials = {
  /** Who asks as the persona `subject`: deputy head of the county's 财政局 and before of its 发展和改革局; managed by countyPersonnel. */
  subject: official(divisions.county, "finance", 1),
  /** No leading post; of the same body and managed by the same. */
  colleague: official(divisions.county, "finance", 4),
  /** A name of an ethnic minority, with a middle dot. */
  minority: official(divisions.county, "finance", 5),
  /** Neither day nor year of birth were delivered. */
  withoutBirthDate: official(divisions.county, "finance", 6),
  /** Head of the county's government: public as office-holder, managed one level above, by prefecturePersonnel. */
  countyHead: official(divisions.county, "government", 0),
  /** Managed by otherCountyPersonnel. */
  elsewhere: official(divisions.otherCounty, "finance", 4),
} as const;

export const officeHolders = {
  /** The subject's present post and the one before. */
  subjectPresent: { id: uuidOf(`office-holder/${divisions.county}/finance/1`) },
  subjectFormer: { id: uuidOf(`office-holder/former/${officials.subject.name}`) },
  countyHead: { id: uuidOf(`office-holder/${divisions.county}/government/0`) },
  /** Whom the hub knows by the public fact only: no civil servant is linked. */
  unlinked: { id: uuidOf(`office-holder/${divisions.bareCounty}/government`) },
} as const;

export const posts = {
  /** Leading: 副局长 of the county's 财政局, which the subject holds. */
  subjectPresent: { id: postId(divisions.county, "finance", 1) },
  /** Leading: 局长 of the same body, with a holder before. */
  countyFinanceHead: { id: postId(divisions.county, "finance", 0) },
  /** Not leading: held by `colleague` and known to those who manage or supervise. */
  ordinary: { id: postId(divisions.county, "finance", 4) },
  /** Not leading, in another county. */
  ordinaryElsewhere: { id: postId(divisions.otherCounty, "finance", 4) },
} as const;

export const tenures = {
  subjectPresent: { id: uuidOf(`tenure/${officials.subject.name}`) },
  colleague: { id: uuidOf(`tenure/${officials.colleague.name}`) },
  elsewhere: { id: uuidOf(`tenure/${officials.elsewhere.name}`) },
} as const;

const firm = ({ uscc, divisionCode }: Firm) => ({ id: enterpriseId(uscc), uscc, divisionCode });

export const enterprises = {
  /** Won the awarded tender of the showcase county; who asks as the persona `enterprise`. */
  winner: firm(bidderOf(showcaseTenders.awarded, 0)),
  /** A firm that runs tenders for others and offers in none. */
  tenderAgency: firm(tenderAgencies[0]!),
} as const;

const project = ({ code, name }: ProjectSpec) => ({ id: uuidOf(projectName(code)), code, name });

export const projects = {
  renewal: project(showcaseProjects.renewal),
  drainage: project(showcaseProjects.drainage),
  school: project(showcaseProjects.school),
  platform: project(showcaseProjects.platform),
  archive: project(showcaseProjects.archive),
  budgetSystem: project(showcaseProjects.budgetSystem),
} as const;

const tender = ({ tenderNo, bids }: TenderSpec) => ({
  id: uuidOf(tenderName(tenderNo)),
  tenderNo,
  /** Identifiers of the bids, whether anybody may see them or not; of an awarded tender, the first won. */
  bids: Array.from({ length: bids }, (_, place) => uuidOf(`bid/${tenderNo}/${place}`)),
});

/** One tender for each question about who may see a bid when; see showcase. */
export const tenders = {
  awarded: tender(showcaseTenders.awarded),
  overdue: tender(showcaseTenders.overdue),
  receiving: tender(showcaseTenders.receiving),
  failed: tender(showcaseTenders.failed),
  invited: tender(showcaseTenders.invited),
  negotiation: tender(showcaseTenders.negotiation),
  consultation: tender(showcaseTenders.consultation),
  singleSource: tender(showcaseTenders.singleSource),
  cancelled: tender(showcaseTenders.cancelled),
  noticed: tender(showcaseTenders.noticed),
} as const;

/** The identifiers of stories, under the names that they have where they are told. */
const idsOf = <K extends string>(stories: Readonly<Record<K, { readonly name: string }>>) =>
  Object.fromEntries(Object.entries<{ readonly name: string }>(stories).map(([key, { name }]) => [key, { id: uuidOf(name) }])) as Readonly<Record<K, { readonly id: string }>>;

/** One integrity record for each question about who may see it when; see dishonesty-stories and violation-stories. */
export const dishonestyRecords = {
  ...idsOf(dishonestyStories),
  /** About officials, by a decision that lets them be public: on display, ended, under review, and with a decision that no longer holds. */
  official: { id: uuidOf(publishedName(officialDishonestyStories.published)) },
  officialEnded: { id: uuidOf(publishedName(officialDishonestyStories.publishedEnded)) },
  officialToBePublished: { id: uuidOf(publishedName(officialDishonestyStories.toBePublished)) },
  officialBasisExpired: { id: uuidOf(publishedName(officialDishonestyStories.basisExpired)) },
} as const;
export const officialDishonestyRecords = idsOf(officialDishonestyStories);
export const recordResponsibilities = idsOf(responsibilityStories);
export const violationRecords = idsOf(violationStories);
export const attachments = idsOf(attachmentStories);

const grant = (story: keyof typeof sharingGrantStories) => ({ id: uuidOf(sharingGrantStories[story].name), grantNo: grantNoOf(sharingGrantStories[story]) });

/** One sharing grant for each way in which it can stand; see sharing-grants. */
export const sharingGrants = {
  audit: grant("audit"),
  suspended: grant("suspended"),
  expired: grant("expired"),
  refused: grant("refused"),
  requested: grant("requested"),
  appointment: grant("appointment"),
  enforcement: grant("enforcement"),
} as const;

/** One row for each question about who may know of it when; see regulations, subject-requests, privacy-impact-assessments, security-incidents. */
export const regulations = idsOf(regulationStories);
export const subjectRequests = idsOf(subjectRequestStories);
export const privacyImpactAssessments = idsOf(assessmentStories);
export const securityIncidents = idsOf(incidentStories);

/** One look into closed data for each question about who learns of it; see access-stories. */
export const accessEvents = idsOf(accessStories);

const entry = (story: keyof typeof accessStories, { id }: { readonly id: string }) => ({ id: uuidOf(accessEntryName(accessStories[story], id)) });

export const accessLogEntries = {
  /** What the persona `subject` learns of, and what not. */
  subject: entry("appointment", officials.subject),
  subjectHidden: entry("investigation", officials.subject),
  colleague: entry("colleague", officials.colleague),
} as const;

/** Where single officials deviate from what chance gives. */
export const exceptions: ReadonlyMap<string, Exception> = new Map<string, Exception>([
  [officials.minority.name, { minority: true }],
  [officials.withoutBirthDate.name, { withoutBirthDate: true }],
]);

const inDevelopmentReform = (place: number) => ({ organizationId: bodies.countyDevelopmentReform.id, postId: postId(divisions.county, "developmentReform", place) });

/** Leading posts that officials held before the present one. */
export const formerPosts: readonly FormerPost[] = [
  { officialName: officials.subject.name, ...inDevelopmentReform(1), postTitle: "副局长", heldFrom: "2017-05-08", heldTo: "2019-12-20" },
];

/** Posts before the present one that were not leading, of which the public knows nothing. */
export const formerOrdinaryPosts: readonly FormerPost[] = [
  { officialName: officials.subject.name, ...inDevelopmentReform(3), postTitle: "办公室主任", heldFrom: "2012-09-03", heldTo: "2017-05-07" },
  { officialName: officials.colleague.name, ...inDevelopmentReform(4), postTitle: "一级主任科员", heldFrom: "2015-03-16", heldTo: "2018-06-30" },
];

const bond = (year: number, serial: number) => ({ id: uuidOf(bondName(bondCode(year, serial))), code: bondCode(year, serial) });
const tranche = (of: { readonly code: string }, trancheNo: number) => ({ id: uuidOf(trancheName(of.code, trancheNo)), bondCode: of.code, trancheNo });

export const bonds = {
  /** Special, 2024; the other county uses a part of it. */
  earlierSpecial: bond(2024, 2),
  /** Special, 2025; its tranches are of several projects in several divisions, the first of the showcase county's renewal. */
  special: bond(2025, 2),
  /** Special, later in 2025: the second tranche of the renewal is in it. */
  nextSpecial: bond(2025, 5),
  /** Refinances older debt: its tranches name no project. Issued in 2023 for three years, so that its principal has been paid. */
  refinancing: bond(2023, 3),
} as const;

export const bondTranches = {
  /** Both of the project `renewal`. */
  renewal: tranche(bonds.special, 1),
  renewalAgain: tranche(bonds.nextSpecial, 1),
} as const;

const payment = (of: { readonly code: string }, dueOn: string, divisionCode: string) => ({ name: paymentName(of.code, dueOn, divisionCode), id: uuidOf(paymentName(of.code, dueOn, divisionCode)) });

export const payments = {
  /** Paid by the showcase county on the day or before. */
  inTime: payment(bonds.special, "2025-09-27", divisions.county),
  /** Paid by it some days late, which bodies see and the public does not. */
  late: payment(bonds.special, "2026-03-27", divisions.county),
  /** Not paid by the other county. */
  unpaid: payment(bonds.earlierSpecial, "2026-09-27", divisions.otherCounty),
  /** Due in the future. */
  future: payment(bonds.special, "2035-03-27", divisions.county),
} as const;

/** What became of single payments. */
export const decidedPayments: Payments = new Map([
  [payments.late.name, "LATE"],
  [payments.unpaid.name, "UNPAID"],
]);

const duty = (divisionCode: string, ...of: [Parameters<typeof dutyName>[1], number]) => ({ name: dutyName(divisionCode, ...of), id: uuidOf(dutyName(divisionCode, ...of)) });

/** Duties of the showcase county to publish, one for each way in which it can end. */
export const duties = {
  inTime: duty(divisions.county, "BUDGET", 2026),
  /** On the last day. */
  onLastDay: duty(divisions.county, "BUDGET", 2025),
  /** Published ten days late. */
  late: duty(divisions.county, "FINAL_ACCOUNTS", 2024),
  /** The last day is over and nothing was published. */
  unpublished: duty(divisions.county, "FINAL_ACCOUNTS", 2025),
  /** Not published, and the last day is 2026-12-10. */
  pending: duty(divisions.county, "LIMIT", 2026),
} as const;

export const dutyOutcomes: ReadonlyMap<string, DutyOutcome> = new Map([
  [duties.inTime.name, { approvedOn: "2026-02-05", publishedAfter: 11 }],
  [duties.onLastDay.name, { approvedOn: "2025-01-20", publishedAfter: 20 }],
  [duties.late.name, { approvedOn: "2025-07-30", publishedAfter: 30 }],
  [duties.unpublished.name, { approvedOn: "2026-08-06", publishedAfter: null }],
  [duties.pending.name, { approvedOn: "2026-11-20", publishedAfter: null }],
]);

const assessment = (divisionCode: string) => ({ name: riskName(divisionCode, 2025), id: uuidOf(riskName(divisionCode, 2025)) });

/** Assessments of 2025, each of another level; the public never learns which. */
export const debtRisks = {
  county: assessment(divisions.county),
  prefecture: assessment(divisions.prefecture),
  otherCounty: assessment(divisions.otherCounty),
} as const;

export const debtRiskLevels: ReadonlyMap<string, DebtRiskLevel> = new Map([
  [debtRisks.county.name, "YELLOW"],
  [debtRisks.prefecture.name, "GREEN"],
  [debtRisks.otherCounty.name, "ORANGE"],
]);

const dutyCrime = ({ name }: { readonly name: string }) => ({ id: uuidOf(name), recordNo: recordNoOf("DCR", name) });

export const dutyCrimes = {
  /** Of somebody whom the hub does not know as a civil servant; of the showcase county. */
  former: dutyCrime(dutyCrimeStories.former),
  /** Managed by countyPersonnel. */
  known: dutyCrime(dutyCrimeStories.known),
  elsewhere: dutyCrime(dutyCrimeStories.elsewhere),
} as const;
