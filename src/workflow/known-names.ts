import type { Catalogue } from "../catalog/catalogue.ts";
import { identifier } from "../policy/rule-sql.ts";
import { comparedText } from "../policy/personal-data/compared-name.ts";
import type { Asking } from "../store/reader.ts";

/** Which names of persons that everybody may read anyway stand in texts. */
export type KnownNames = (texts: readonly string[]) => Promise<readonly string[]>;

/** The register in which whoever is in charge of a body is published with the name (政府信息公开条例 20). */
const register = { type: "OfficeHolder", key: "name" };

/** What `comparedName` does to a name, in the words of the database. Most names are of nothing but characters to which it does nothing. */
const comparedSql = (name: string): string => `case when ${name} ~ '[^\\u4e00-\\u9fff]' then lower(regexp_replace(normalize(${name}, NFKC), '[\\s·•・‧∙⋅]', '', 'g')) else ${name} end`;

/**
 * Finds the names of office-holders in texts. It asks on the public's own pool, whoever is asking: what the database does not show to everybody no
 * text can be tried against.
 *
 * @throws Error where the register is not everybody's
 */
export function knownNamesIn(catalogue: Catalogue, asking: Asking): KnownNames {
  const type = catalogue.types.get(register.type);
  if (type?.kind !== "entity") return () => Promise.resolve([]);
  if (type.rows.rule !== "always" || type.fields[register.key]?.class !== "open") throw new Error(`${register.type}.${register.key} is not for everybody: names found by it would tell of it`);
  const name = identifier(type.storage.places[register.key]!.column.name);
  const text = `select coalesce(json_agg(distinct h.${name}), '[]')::text from ${identifier(type.storage.name)} h cross join lateral (select ${comparedSql(`h.${name}`)} as name) c where strpos($1::text, c.name) > 0 and length(c.name) > 1`;
  return async (texts) => {
    if (texts.length === 0) return [];
    const answer = await asking.ask("public", text, [texts.map(comparedText).join("\n")], true);
    return answer === null ? [] : (JSON.parse(answer.toString("utf8")) as string[]);
  };
}
