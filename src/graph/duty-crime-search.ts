import { GraphQLBoolean, GraphQLInt, GraphQLString, type GraphQLFieldResolver } from "graphql";
import { basis, citation } from "../catalog/basis.ts";
import type { Catalogue } from "../catalog/catalogue.ts";
import { isUscc } from "../catalog/check-digits.ts";
import { codelistOf } from "../catalog/codelist.ts";
import { HubError, type Language } from "../errors.ts";
import { comparedName } from "../policy/personal-data/compared-name.ts";
import { nameOf } from "../policy/occasion.ts";
import type { DutyCrimeRegister } from "../store/duty-crime-register.ts";
import { dutyCrimeTypeOf } from "../store/duty-crime-sql.ts";
import { declareClass, declareMade, type Disclosure, type FieldDeclaration, type Position } from "./declare.ts";
import { enumOf } from "./field-type.ts";
import { plainly } from "./object-types.ts";
import type { Asked } from "./resolvers.ts";
import { CalendarDate } from "./scalars.ts";

/** What a question costs, all of it whatever is answered: dear enough that a minute's budget tries a handful of names. */
const units = 100;

/** Years of which judgments can be asked for. */
const [firstYear, lastYear] = [1949, 2199] as const;

/** Characters of a name, as it is compared. */
const [shortest, longest] = [2, 50] as const;

const byLaw: Disclosure = { class: "open", basis: citation(basis("个人信息保护法", 13)) };

const notices = {
  closed: {
    en: "The register is closed: no provision in force lets the public search it yet, so nothing has been looked for. An empty answer is no certificate that there is no record.",
    zh: "职务犯罪记录库尚未开放查询：现行规定中没有允许社会公众查询的条款，本次未作检索。查询无结果不构成无犯罪记录证明。",
  },
  open: {
    en: "The register answers with final judgments that are on display, by the whole name, the body at the time of the crime and the year of the judgment. An empty answer is no certificate that there is no record.",
    zh: "仅答复公示期内的生效裁判，须姓名、犯罪时所在单位和裁判年度完全相符。查询无结果不构成无犯罪记录证明。",
  },
} as const satisfies Record<string, Record<Language, string>>;

const DutyCrimeAnswer = declareClass("DutyCrimeAnswer");
const DutyCrimeFinding = declareClass("DutyCrimeFinding");

/** The question `dutyCrimeSearch`, with the types of its answer declared; none where the catalogue has no such register. */
export function dutyCrimeQuestions(catalogue: Catalogue): readonly FieldDeclaration[] {
  const type = dutyCrimeTypeOf(catalogue);
  if (type === null) return [];
  const text: Position["type"] = () => GraphQLString;
  const field = (name: string, doc: string, of: Position["type"], further: Partial<Position> = {}): FieldDeclaration => ({ name, doc, type: of, ...further, disclosure: byLaw });
  const sentenceKinds = enumOf(codelistOf(type.storage.places["sentenceKind"]!.column.enumValues)!);
  declareMade(DutyCrimeFinding, "A final judgment that the register of crimes in office answers with; it never holds an identity number (职务犯罪查询结果).", [
    field("courtName", "Court that gave the judgment (审理法院).", text),
    field("caseNo", "Number of the case (案号).", text),
    field("charges", "Crimes of which the person was found guilty (罪名).", text, { list: true }),
    field("sentenceKind", "Principal penalty (主刑).", () => sentenceKinds),
    field("sentenceMonths", "Length of the penalty in months; absent where it has none (刑期月数).", () => GraphQLInt, { nullable: true }),
    field("isSuspended", "Whether the penalty was suspended on probation (是否缓刑).", () => GraphQLBoolean),
    field("judgmentDate", "Day of the judgment (裁判日期).", () => CalendarDate),
    field("postAtOffence", "Post of the person at the time of the crime (犯罪时职务).", text, { nullable: true }),
  ]);
  declareMade(DutyCrimeAnswer, "What the register of crimes in office answers (职务犯罪记录查询答复).", [
    field("answers", "Judgments that agree in all that was asked; none is no certificate that there is no record (查询结果).", () => DutyCrimeFinding, { list: true }),
    field("isOpen", "Whether a provision in force lets the public search the register (是否开放查询).", () => GraphQLBoolean),
    field("notice", "What an answer means and what it does not, in the language of the request (查询说明).", text),
  ]);
  return [
    {
      name: "dutyCrimeSearch",
      type: () => DutyCrimeAnswer,
      nullable: true,
      doc: "The register of crimes in office, by a whole name, the body at the time of the crime and the year of the judgment; never a list, and closed until a provision opens it (职务犯罪记录查询).",
      arguments: [
        { name: "name", type: text, doc: `The whole name, ${shortest} characters at least (姓名).` },
        { name: "organizationCode", type: text, doc: "Unified social credit code of the body at the time of the crime (犯罪时所在单位统一社会信用代码)." },
        { name: "year", type: () => GraphQLInt, doc: "Year of the judgment (裁判年度)." },
      ],
      disclosure: { ...plainly, units, isKept: true },
    },
  ];
}

/** Answers `dutyCrimeSearch`. What an argument must look like does not depend on what the register holds. */
export function searchDutyCrimes(register: Pick<DutyCrimeRegister, "ask">): GraphQLFieldResolver<unknown, Asked, Record<string, unknown>> {
  return async (_source, args, asked, { operation }) => {
    const question = { name: String(args["name"]), organizationCode: String(args["organizationCode"]).normalize("NFKC").trim().toUpperCase(), year: Number(args["year"]) };
    const { length } = comparedName(question.name);
    if (length < shortest || length > longest) throw refused(`name has ${shortest} to ${longest} characters.`, `name 须为 ${shortest} 至 ${longest} 个字。`);
    if (!isUscc(question.organizationCode)) throw refused("organizationCode is a unified social credit code of 18 characters with the right check character.", "organizationCode 须为校验位正确的18位统一社会信用代码。");
    if (question.year < firstYear || question.year > lastYear) throw refused(`year is from ${firstYear} to ${lastYear}.`, `year 须为 ${firstYear} 至 ${lastYear}。`);
    const answers = await register.ask(question, { ...asked, operationName: nameOf(operation) });
    return { answers: answers ?? [], isOpen: answers !== null, notice: notices[answers === null ? "closed" : "open"][asked.language] };
  };
}

const refused = (en: string, zh: string): HubError => new HubError("BAD_USER_INPUT", { "reason.en": en, "reason.zh": zh });
