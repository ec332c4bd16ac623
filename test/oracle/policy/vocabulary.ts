/**
 * The words in which the oracle says who may read what. It is written from the class table of the domain's description, a second time and
 * by hand: it shares no code with the catalogue's rules, the policy or the plan, so that what is wrong there is not wrong here as well.
 */

export type Value = string | number | boolean | readonly string[] | null;

/** A row as it is in the database, whoever may read it: identifiers untagged, decimals as text, moments as ISO in UTC. */
export interface Row {
  /** The concrete type of the graph. */
  readonly type: string;
  readonly id: string;
  readonly values: Readonly<Record<string, Value>>;
}

export interface Viewer {
  readonly audience: string;
  readonly body: string | null;
  readonly jurisdiction: string | null;
  readonly subject: string | null;
}

/** All rows of a database. */
export interface Rows {
  row(type: string, key: string, value: Value | undefined): Row | undefined;
  rowsOf(type: string): readonly Row[];
}

/** Why a request says that it asks. */
export interface Access {
  /** Code of the purpose; null where none is stated. */
  readonly purpose: string | null;
  /** Number of the case or matter; null where none is stated. */
  readonly caseNo: string | null;
}

/** Who asks, why and when, and of which world. */
export interface Asking {
  readonly viewer: Viewer;
  readonly access: Access;
  /** ISO in UTC, to the millisecond. */
  readonly now: string;
  readonly rows: Rows;
  readonly sharing: Sharing;
}

/** What the sharing grants of the world open to whoever asks (有条件共享). */
export interface Sharing {
  /** Whether some grant is about a type at all. */
  isAbout(type: string): boolean;
  /** Whether rows of a type in a division are there for the asker. */
  opens(type: string, division: Value | undefined): boolean;
  /** Whether a conditional field is opened in some division, or in the one that is named. */
  names(type: string, field: string, division?: Value): boolean;
}

export type Says = (row: Row, asking: Asking) => boolean;

/** Fields of one class that the same readers have. */
export interface Closed {
  readonly fields: string;
  readonly class: "conditional" | "restricted";
  /** Audiences that read them in some rows; everybody else is refused the field. */
  readonly readers: readonly string[];
  /** In which of the rows that exist for a reader the values are there, by right. */
  readonly where: Says;
  /** The division that a sharing grant must cover to open the fields in a row; undefined where none does. Without it, no grant is about them. */
  readonly grantedIn?: (row: Row, asking: Asking) => Value | undefined;
}

/** What the oracle knows of one type of the graph. What is named nowhere here is known to nobody, and a test fails. */
export interface TypePolicy {
  /** The interface whose policy this one continues. */
  readonly continues?: string;
  /** Which rows exist for whom; all where it is not said. */
  readonly rows?: Says;
  /** The types whose sharing grants let in rows: looking at what is open in them is logged as well. */
  readonly letInBy?: readonly string[];
  /** The key by which each row names the civil servant whom it is about: looks are logged for the person. */
  readonly person?: string;
  /** Names of the fields that everybody reads, by class 社会公开. */
  readonly open?: string;
  /** Names of the fields that every government body reads, and nobody else. */
  readonly shared?: string;
  readonly closed?: readonly Closed[];
  /** Open fields whose values are there row by row; nobody is refused them, and nobody filters by them. */
  readonly partly?: Readonly<Record<string, Says>>;
  /** Open fields that no column holds: what they say follows from the row and the clock. */
  readonly derived?: Readonly<Record<string, (row: Row, asking: Asking) => Value>>;
  /** Open fields that hold a list or a text of no order, by which nobody filters. */
  readonly unfiltered?: string;
  /** Shared fields of the same kind. */
  readonly sharedUnfiltered?: string;
  /** The order of its lists where a question says none. */
  readonly order?: readonly [by: string, direction: "ASC" | "DESC"];
  /** The fields behind the arguments of look-ups that are named otherwise. */
  readonly keys?: Readonly<Record<string, string>>;
  /** Keys of relations to one row, where they are not the relation's name with Id or Code: the key, and the field there unless it is its id. */
  readonly relations?: Readonly<Record<string, readonly [key: string, toKey?: string]>>;
  /** Relations that are followed otherwise than by a key. */
  readonly followed?: Readonly<Record<string, (row: Row, asking: Asking) => Row | undefined>>;
  /** The relation that a connection is the inverse of, where the types do not say it. */
  readonly inverses?: Readonly<Record<string, readonly [type: string, relation: string]>>;
  /** The moments at which a row, or a value in it, appears or goes: what the clock is swept over. */
  readonly edges?: (row: Row, rows: Rows) => readonly string[];
}

export type Policies = Readonly<Record<string, TypePolicy>>;

const bodies: readonly string[] = ["department", "finance", "personnel", "supervision", "creditLead", "court", "procuratorate", "tradingCentre", "housing", "investment", "centralBank"];

/** 政务部门: who reads what is shared unconditionally. */
export const everyBody = bodies;
export const isBody = ({ audience }: Viewer): boolean => bodies.includes(audience);

export const everyone: Says = () => true;
export const nobody: Says = () => false;

/** Whether a moment has been recorded and has come. */
export const reached = (moment: Value | undefined, { now }: Pick<Asking, "now">): boolean => typeof moment === "string" && moment <= now;

/** Whether an identifier names the body that asks: a government body, or an enterprise for itself. */
export const isOwn = (id: Value | undefined, { viewer }: Asking): boolean => (isBody(viewer) || viewer.audience === "enterprise") && viewer.body !== null && id === viewer.body;

/** Whether an identifier names the person who asks in the own window. */
export const isSelf = (id: Value | undefined, { viewer }: Asking): boolean => viewer.audience === "subject" && viewer.subject !== null && id === viewer.subject;

/** Whether a division lies in the subtree of the one that is the asking body's jurisdiction. */
export const isWithin = (code: Value | undefined, { viewer }: Asking): boolean => isBody(viewer) && viewer.jurisdiction !== null && isBelow(code, viewer.jurisdiction);

/** Whether a division lies in the subtree of another, which it may be itself (GB/T 2260: pairs of zeros stand for "all below"). */
export function isBelow(code: Value | undefined, top: string): boolean {
  if (typeof code !== "string") return false;
  if (top.length !== 6) return code.startsWith(top);
  const [province, prefecture, county] = [top.slice(0, 2), top.slice(2, 4), top.slice(4, 6)];
  if (code.slice(0, 2) !== province) return false;
  if (prefecture === "00" && county === "00") return true;
  if (code.slice(2, 4) !== prefecture) return false;
  return county === "00" || code.slice(4, 6) === county;
}

/** The day in Asia/Shanghai, which has had no summer time since 1991: eight hours before UTC. */
export const dayAt = (now: string): string => new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10);

/** The moment at which a day begins in Asia/Shanghai. */
export const midnight = (day: string): string => new Date(Date.parse(`${day}T00:00:00.000Z`) - 8 * 3_600_000).toISOString();

/** The day after. */
export const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00.000Z`) + 86_400_000).toISOString().slice(0, 10);

/** Whether a day is over. */
export const isPast = (day: Value | undefined, { now }: Pick<Asking, "now">): boolean => typeof day === "string" && day < dayAt(now);

/** The same day of a later month; its last day where it has no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDate = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, lastDate))).toISOString().slice(0, 10);
}

/** The fields that every record has beside its content (section 3.0, corrected by 2.10). */
export const envelope = { open: "id recordedAt recordNo sourceOrganizationId documentNo documentDate validFrom validTo", shared: "sourceSystem sourceRecordNo" };

/** The moments that a row's columns hold. */
export const momentsIn = (row: Row | undefined, ...keys: readonly string[]): string[] =>
  keys.flatMap((key) => {
    const value = row?.values[key];
    return typeof value === "string" ? [value] : [];
  });
