import { createHmac } from "node:crypto";
import { audienceCode } from "../catalog/audience-code.ts";
import type { Catalogue } from "../catalog/catalogue.ts";
import type { Occasion } from "../policy/occasion.ts";
import { comparedName } from "../policy/personal-data/compared-name.ts";
import { dutyCrimeTypeOf, isOpenSql, mayAnswerWithSql } from "./duty-crime-sql.ts";
import type { Pool } from "./pool.ts";
import type { Asking } from "./reader.ts";
import type { StoredSecrets } from "./secrets.ts";

/** One person at one body in one year: nothing less finds anything. */
export interface DutyCrimeQuestion {
  readonly name: string;
  /** Unified social credit code of the body at the time of the crime. */
  readonly organizationCode: string;
  /** Year of the judgment. */
  readonly year: number;
}

/** What the register answers with: the judgment, and nothing by which the person is to be found elsewhere. */
export interface DutyCrimeFinding {
  readonly courtName: string;
  readonly caseNo: string;
  readonly charges: readonly string[];
  readonly sentenceKind: string;
  readonly sentenceMonths: number | null;
  readonly isSuspended: boolean;
  readonly judgmentDate: string;
  readonly postAtOffence: string | null;
}

/** The fields that leave, as the access log has them. */
const coordinates = ["courtName", "caseNo", "charges", "sentenceKind", "sentenceMonths", "isSuspended", "judgmentDate", "postAtOffence"].map((field) => `DutyCrimeRecord.${field}`);

type Found = DutyCrimeFinding & { readonly officialId: string | null };

/** Asks the register of crimes in office in everybody's name. */
export class DutyCrimeRegister {
  readonly #asking: Asking;
  readonly #service: Pick<Pool, "ask">;
  readonly #secrets: Pick<StoredSecrets, "pseudonym">;
  readonly #find: string | null;

  constructor(catalogue: Catalogue, asking: Asking, service: Pick<Pool, "ask">, secrets: Pick<StoredSecrets, "pseudonym">) {
    this.#asking = asking;
    this.#service = service;
    this.#secrets = secrets;
    const type = dutyCrimeTypeOf(catalogue);
    this.#find = type && findSql(mayAnswerWithSql(catalogue, type, "r"));
  }

  /**
   * What the register answers; null while no provision in force opens it: then nothing but policy rows has been looked at. Who asks with a token has it in
   * the access log, found or not, and without the log gets nothing.
   *
   * @throws HubError for deadlines, for a database that does not answer
   */
  async ask(question: DutyCrimeQuestion, occasion: Occasion): Promise<readonly DutyCrimeFinding[] | null> {
    const isOpen = String(await this.#asking.ask(occasion.viewer.audience, `select (${isOpenSql})::text`, [], true)) === "true";
    const found = isOpen ? await this.#found(question) : null;
    if (occasion.viewer.audience !== "public") await this.#log(found, occasion);
    return found && found.map(({ officialId: _withheld, ...finding }) => finding);
  }

  async #found({ name, organizationCode, year }: DutyCrimeQuestion): Promise<readonly Found[]> {
    if (this.#find === null) return [];
    const answer = await this.#service.ask(this.#find, [comparedName(name), organizationCode, String(year)], { prepare: true, repeatable: true });
    return JSON.parse(answer!.toString("utf8")) as Found[];
  }

  async #log(found: readonly Found[] | null, { viewer, access, requestId, operationName }: Occasion): Promise<void> {
    const persons = [...new Set((found ?? []).flatMap(({ officialId }) => officialId ?? []))].filter((person) => person !== viewer.subject);
    const pseudonyms = persons.map((person) => createHmac("sha256", this.#secrets.pseudonym).update(person).digest("hex").slice(0, 32));
    const outcome = found === null ? "REFUSED" : found.length > 0 ? "DELIVERED" : "EMPTY";
    const texts = (list: readonly string[]): string => `{${list.join(",")}}`;
    await this.#asking.ask(
      viewer.audience,
      logSql,
      [
        viewer.body, requestId, viewer.client, audienceCode(viewer.audience), access.purpose, access.caseNo, operationName, texts(found ? coordinates : []), texts(found ? [] : coordinates),
        outcome, String(found?.length ?? 0), String(access.hidden), access.note, texts(persons), texts(pseudonyms),
      ],
      false,
    );
  }
}

/** A name and a year are compared among the records of one body, whichever there are, so that a name costs no more where it is known. */
const findSql = (mayAnswer: string): string => `select coalesce(json_agg(f order by f."judgmentDate" desc, f."caseNo"), '[]')::text from (
  select r.court_name as "courtName", r.case_no as "caseNo", r.charges, r.sentence_kind as "sentenceKind", r.sentence_months as "sentenceMonths", r.is_suspended as "isSuspended",
    r.judgment_date as "judgmentDate", r.post_at_offence as "postAtOffence", r.official_id as "officialId"
  from duty_crime_record r
  where r.organization_at_offence_id = (select o.id from organization o where o.uscc = $2::text)
    and r.judgment_date between make_date($3::integer, 1, 1) and make_date($3::integer, 12, 31)
    and lower(regexp_replace(normalize(r.person_name, NFKC), '[\\s·•・‧∙⋅]', '', 'g')) = $1::text
    and ${mayAnswer}) f`;

/** One event, what the keepers seal, and an entry for each civil servant whom the answer is about; the settings come first, by which the database lets a body write in its own name only. */
const logSql = `with ctx as materialized (select set_config('hub.body', coalesce($1::text, ''), true) as made),
made as materialized (select gen_random_uuid() as id from ctx where ctx.made is not null),
event as (insert into access_event (id, request_id, client_id, audience, organization_id, purpose, case_no, operation_name, coordinates, refused_coordinates, grant_nos, outcome, record_count, subject_count, hidden, note, salt)
  select made.id, $2::text, $3::text, $4::text, $1::uuid, $5::text, $6::text, $7::text, $8::text[], $9::text[], array[]::text[], $10::text, $11::integer, cardinality($14::uuid[]), $12::boolean, $13::text, gen_random_uuid()::text || gen_random_uuid()::text from made),
pending as (insert into access_pending (event_id) select id from made),
entries as (insert into access_log_entry (access_event_id, official_id, subject_pseudonym, audience, organization_id, purpose, coordinates, hidden)
  select made.id, p.person, p.pseudonym, $4::text, $1::uuid, $5::text, $8::text[], $12::boolean from made, unnest($14::uuid[], $15::text[]) p(person, pseudonym))
select 'true'::text from made`;
