import { getNamedType, isEnumType, isListType, isNonNullType, isNullableType, type GraphQLOutputType, type GraphQLField, type GraphQLInterfaceType, type GraphQLObjectType, getNullableType } from "graphql";
import { audiences, isBody } from "../../catalog/audience.ts";
import type { LedgerLine } from "../../catalog/ledger.ts";
import { mainPart, partOf } from "../../catalog/storage.ts";
import { clearedFor, coordinatesOf, readingBy } from "../../policy/coordinates.ts";
import { html, type Html } from "../html.ts";
import { cited } from "./bases-page.ts";
import { classBadge } from "./class-words.ts";
import type { Contents } from "./contents.ts";
import { anchored, sentence } from "./names.ts";
import { audienceNames } from "./rule-words.ts";
import type { Row } from "./table.ts";
import type { Said, Voice } from "./voice.ts";

/** The place on a type's page of the rule by which rows of a part are there. */
export const ruleAnchor = (part: string): string => `rule-${part}`;

const scalars: Readonly<Record<string, Said>> = {
  ID: { en: "identifier", zh: "标识" },
  String: { en: "text", zh: "文本" },
  Int: { en: "whole number", zh: "整数" },
  Boolean: { en: "true or false", zh: "是或否" },
  Decimal: { en: "exact decimal", zh: "精确小数" },
  Date: { en: "day", zh: "日期" },
  DateTime: { en: "moment", zh: "时间" },
};

/** The heads of the table of fields, in the order of their cells. */
export const fieldHeads = (voice: Voice): readonly string[] =>
  voice.language === "zh" ? ["信息项", "类型", "共享开放属性和依据", "谁可查阅", "可否检索", "查阅留痕"] : ["Field", "Type", "Class and basis", "Who reads it", "Filtered by", "Logged"];

/** A line of the ledger as a line of its type's page. */
export function fieldRow(contents: Contents, line: LedgerLine, voice: Voice): Row {
  const say = (zh: string, en: string): string => voice.say({ zh, en });
  const filterable = { everybody: say("任何人", "everybody"), bodies: say("政务部门", "government bodies"), nobody: say("不可", "nobody") }[line.filterable];
  return {
    anchor: line.field,
    filter: line.class,
    cells: [
      html`${anchored(line.field, line.description, voice)}${sentence(line.description, voice)}${retirement(contents, line, voice)}`,
      typeWords(contents, line, voice),
      html`${classBadge(line.class, voice)}${line.basis !== null && html`<p>${cited(line.basis, voice)}</p>`}`,
      readers(contents, line, voice),
      filterable,
      line.audited ? say("每次留痕", "every reading") : say("否", "no"),
    ],
  };
}

/** Why a field should not be asked for any more; nothing of what is in use. */
function retirement({ catalogue }: Contents, { type, field }: LedgerLine, voice: Voice): Html | false {
  const reason = catalogue.fieldOf(catalogue.types.get(type)!, field)?.deprecated ?? null;
  return reason !== null && html`<p>${voice.say({ en: "Deprecated: ", zh: "即将停用：" })}${reason}</p>`;
}

/** Fields that nobody reads have neither type nor readers in the graph. */
export const withheldRow = (line: LedgerLine, voice: Voice): Row => ({
  anchor: line.field,
  filter: line.class,
  cells: [html`${anchored(line.field, line.description, voice)}${sentence(line.description, voice)}`, classBadge(line.class, voice)],
});

function typeWords({ schema, catalogue }: Contents, line: LedgerLine, voice: Voice): Html {
  const field = (schema.getType(line.type) as GraphQLObjectType | GraphQLInterfaceType | undefined)?.getFields()[line.field] as GraphQLField<unknown, unknown> | undefined;
  if (!field) return html``;
  const of = getNamedType(field.type);
  const edge = catalogue.edgesOf(catalogue.types.get(line.type)!).get(line.field);
  const presence = isNonNullType(field.type) ? voice.say({ en: "always there", zh: "必有" }) : voice.say({ en: "may be absent", zh: "可为空" });
  if (edge) {
    const many = voice.say({ en: "several of ", zh: "多条 " });
    const one = voice.say({ en: "one ", zh: "一条 " });
    return html`${edge.cardinality === "many" ? many : one}<a href="${voice.to(edge.to.name)}"><code>${edge.to.name}</code></a>${edge.cardinality !== "many" && html`<p class="sentence">${presence}</p>`}`;
  }
  const list = isList(field.type) ? voice.say({ en: "list: ", zh: "列表：" }) : "";
  const name = isEnumType(of) ? html`${voice.say({ en: "code of ", zh: "代码 " })}<a href="${voice.to(`codelists/${of.name}`)}"><code>${of.name}</code></a>` : html`${scalars[of.name] ? voice.say(scalars[of.name]!) : of.name}`;
  return html`${list}${name}<p class="sentence">${presence}</p>`;
}

const isList = (type: GraphQLOutputType): boolean => isListType(isNullableType(type) ? type : getNullableType(type));

/** As whom one reads a field by right, who reads it under a grant, and in which rows. */
function readers({ catalogue }: Contents, line: LedgerLine, voice: Voice): Html {
  const say = (zh: string, en: string): string => voice.say({ zh, en });
  const coordinate = coordinatesOf(catalogue).get(`${line.type}.${line.field}`)!;
  const cleared = clearedFor(coordinate);
  const byGrant = audiences.some((audience) => isBody(audience) && readingBy(audience, coordinate) === "granted");
  const type = catalogue.types.get(line.type)!;
  const holders = type.kind === "union" ? catalogue.membersOf(type) : [type];
  const everybody = holders.every(({ rows }) => rows.rule === "always") ? say("任何人", "everybody") : say("可见该记录的任何人", "whoever sees the row");
  const part = type.kind === "union" || !(line.field in type.fields) ? mainPart : partOf(coordinate.field, type.closed);
  return html`${cleared.length === audiences.length ? everybody : voice.list(audienceNames(cleared, voice))}${byGrant && html`<p>${say("其他政务部门凭共享授权", "other bodies under a sharing grant")}</p>`}${
    part !== mainPart && html`<p class="sentence"><a href="#${ruleAnchor(part)}">${say("限符合条件的记录", "in rows that a rule admits")}</a></p>`
  }`;
}
