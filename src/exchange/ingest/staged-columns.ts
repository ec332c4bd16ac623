import { snakeCase } from "../../catalog/snake-case.ts";
import { identifier } from "../../policy/rule-sql.ts";
import type { Dataset, DatasetColumn } from "./dataset.ts";

/** A column of a delivered file on its way through the staging table. */
export interface StagedColumn {
  readonly column: DatasetColumn;
  /** Where its cells are in the rows of the file. */
  readonly place: number;
  /** Quoted name in the staging table, that of the field's own column. */
  readonly name: string;
  /** Its type there: a reference stands as it was delivered, or as its digest. */
  readonly type: string;
  /** Whether the digest stands in the place of the value. */
  readonly isDigest: boolean;
}

/** A withheld digest of a delivered value. */
export interface StagedDigest {
  readonly name: string;
  /** Field whose value it is of. */
  readonly of: string;
}

/** What a delivery brings through the staging table: the columns that its file has, in the file's order. */
export interface StagedColumns {
  readonly columns: readonly StagedColumn[];
  readonly digests: readonly StagedDigest[];
}

/** @param keys fields of the columns that the file has; of a column that is none, such as that of the faults, the cells are passed over */
export function stagedColumns(dataset: Dataset, keys: readonly string[]): StagedColumns {
  const columns = keys.flatMap((key, place): StagedColumn[] => {
    const column = dataset.columns.find((each) => each.key === key);
    if (!column) return [];
    const isDigest = column.reference?.digest !== null && column.reference !== null;
    return [{ column, place, name: identifier(snakeCase(key)), type: column.reference || column.isEncrypted ? "text" : column.column.getSQLType(), isDigest }];
  });
  const digests = Object.entries(dataset.supply.digests).filter(([, of]) => keys.includes(of)).map(([digest, of]): StagedDigest => ({ name: identifier(dataset.type.storage.places[digest]!.column.name), of }));
  return { columns, digests };
}

/** What stands beside the delivered values in the staging table: row of the file, new identifier, digest of the content, faults as `field:CODE`. */
export const stagedFixed = ["staged_row integer", "staged_id uuid", "staged_hash text", "staged_faults text[]"] as const;

/** The names of all columns of the staging table, in the order in which they are copied. */
export const stagedNames = ({ columns, digests }: StagedColumns): readonly string[] => [...stagedFixed.map((each) => each.split(" ")[0]!), ...columns.map(({ name }) => name), ...digests.map(({ name }) => name)];

/** The staging table: of this transaction alone, in no backup, no replica and no write-ahead log. */
export const createStaging = (staged: StagedColumns): string =>
  `create temporary table staged (${[...stagedFixed, ...staged.columns.map(({ name, type }) => `${name} ${type}`), ...staged.digests.map(({ name }) => `${name} text`)].join(", ")}) on commit drop`;
