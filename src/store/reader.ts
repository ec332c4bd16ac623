import type { Audience } from "../catalog/audience.ts";
import type { Execution } from "../plan/compilation.ts";
import { parametersOf, type Statement } from "../plan/compile.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { Variables } from "../plan/traced.ts";

/** What the reader needs of the pools: one statement on one audience's pool, its one text value as bytes. */
export interface Asking {
  ask(audience: Audience, text: string, parameters: readonly (string | null)[]): Promise<Buffer | null>;
}

/** Carries out statements: the only way in which anything is read for a viewer, from either path. */
export class Reader {
  readonly #pools: Asking;
  readonly #encryptionKey: string;

  constructor(pools: Asking, encryptionKey: string) {
    this.#pools = pools;
    this.#encryptionKey = encryptionKey;
  }

  /**
   * The JSON of a statement's answer, as bytes.
   *
   * @throws HubError for values that the question's types do not take, for deadlines, for a database that does not answer
   */
  async read(statement: Statement, viewer: Viewer, variables: Variables): Promise<Buffer> {
    const execution: Execution = { viewer, variables, encryptionKey: this.#encryptionKey };
    const bytes = await this.#pools.ask(viewer.audience, statement.text, parametersOf(statement, execution));
    if (bytes === null) throw new Error("A statement yielded no answer.");
    return bytes;
  }
}
