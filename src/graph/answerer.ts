import type { DocumentNode, OperationDefinitionNode } from "graphql";
import { fieldPath } from "../catalog/catalogue-path.ts";
import { HubError, type Language } from "../errors.ts";
import { denialParameters, howToApply, type Denial } from "../plan/denial.ts";
import type { Planner } from "../plan/planner.ts";
import type { Variables } from "../plan/traced.ts";
import type { Occasion } from "../policy/occasion.ts";
import { standingOf } from "../policy/standing.ts";
import type { Reader } from "../store/reader.ts";

/** An operation on its way to an answer. */
export interface Question {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Coerced. */
  readonly variables: Variables;
  readonly occasion: Occasion;
  readonly language: Language;
}

/** The `data` of an answer as JSON bytes, and an error for each field of the operation that was denied. */
export interface Answer {
  readonly data: Buffer;
  readonly errors: readonly HubError[];
}

/** Answers operations that only read, each by one statement. */
export class Answerer {
  readonly #planner: Pick<Planner, "plan">;
  readonly #reader: Reader;

  constructor(planner: Pick<Planner, "plan">, reader: Reader) {
    this.#planner = planner;
    this.#reader = reader;
  }

  /**
   * The answer to an operation; null where the resolvers must answer.
   *
   * @throws HubError for arguments that no statement can be made of, for deadlines, for a database that does not answer
   */
  answer(question: Question): Promise<Answer> | null {
    const { document, operation, variables, occasion, language } = question;
    const statement = this.#planner.plan(document, operation, variables, standingOf(occasion));
    if (!statement) return null;
    const read = this.#reader.read(statement, occasion, variables);
    return read.then(({ data, denials }) => ({ data, errors: denials.map((denial) => denialError(denial, language)) }));
  }
}

/** The one error for a denied field of an operation, on either path. */
export const denialError = (denial: Denial, language: Language): HubError =>
  new HubError("FORBIDDEN", denialParameters(denial), {
    nodes: denial.nodes,
    extensions: {
      coordinate: denial.coordinate,
      responsePath: denial.responsePath,
      class: denial.class,
      basis: denial.basis,
      howToApply: howToApply(denial.class, language, denial.exhausted),
      documentationUrl: fieldPath(denial.coordinate),
    },
  });
