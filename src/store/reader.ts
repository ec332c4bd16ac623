import type { Audience } from "../catalog/audience.ts";
import { HubError } from "../errors.ts";
import { mostSubjects } from "../plan/access-notes.ts";
import { parametersOf } from "../plan/compile.ts";
import { denialsBy, type Denial } from "../plan/denial.ts";
import type { Heading, Statement } from "../plan/statement.ts";
import type { Variables } from "../plan/traced.ts";
import type { Occasion } from "../policy/occasion.ts";
import type { StoredSecrets } from "./secrets.ts";

/** What the reader needs of the pools: one statement on one audience's pool, its one text value as bytes. */
export interface Asking {
  /** @param repeatable whether the statement writes nothing, the log included, so that it may be carried out twice */
  ask(audience: Audience, text: string, parameters: readonly (string | null)[], repeatable: boolean): Promise<Buffer | null>;
}

/** What a statement has yielded. */
export interface Read {
  /** The JSON of the answer's `data`. */
  readonly data: Buffer;
  /** The fields of the operation that were denied, by what the statement itself has found of sharing grants. */
  readonly denials: readonly Denial[];
  /** Coordinates that sharing grants in force for the asker open. */
  readonly opened: readonly string[];
  /** Persons about whom it holds something closed. */
  readonly persons: number;
}

/** Ends the line before the data; JSON has none of its own. */
const lineEnd = 10;

/** Carries out statements: the only way in which anything is read for a viewer, from either path. */
export class Reader {
  readonly #pools: Asking;
  readonly #secrets: Pick<StoredSecrets, "encryption" | "pseudonym">;

  constructor(pools: Asking, secrets: Pick<StoredSecrets, "encryption" | "pseudonym">) {
    this.#pools = pools;
    this.#secrets = secrets;
  }

  /**
   * What a statement yields, once the database has committed what it logs.
   *
   * @throws HubError for values that the question's types do not take, for an answer about too many persons, for deadlines, for a database
   *   that does not answer
   */
  async read(statement: Statement, occasion: Occasion, variables: Variables, personsGiven = 0): Promise<Read> {
    const parameters = parametersOf(statement, { ...occasion, variables, personsGiven, encryptionKey: this.#secrets.encryption, pseudonymKey: this.#secrets.pseudonym });
    const bytes = await this.#pools.ask(occasion.viewer.audience, statement.text, parameters, !statement.hasHeading);
    if (bytes === null) throw new Error("A statement yielded no answer.");
    if (!statement.hasHeading) return { data: bytes, denials: statement.denials, opened: [], persons: 0 };
    const end = bytes.indexOf(lineEnd);
    const { opened, exhausted, subjects } = JSON.parse(bytes.toString("utf8", 0, end)) as Heading;
    if (personsGiven + subjects > mostSubjects) throw tooManySubjects(personsGiven + subjects);
    return { data: bytes.subarray(end + 1), denials: denialsBy(statement.denials, statement.denialsByGrants, opened, exhausted), opened, persons: subjects };
  }
}

const tooManySubjects = (subjects: number): HubError =>
  new HubError("LIMIT_EXCEEDED", {
    "reason.en": `an answer holds closed facts about at most ${mostSubjects} persons, this one would about ${subjects}; lower first, or ask in pieces`,
    "reason.zh": `一次应答最多涉及 ${mostSubjects} 人的非公开信息，本次涉及 ${subjects} 人；请减小 first 或分次查询`,
  });
