import { comparedName } from "./compared-name.ts";
import type { FoldedText, Stretch } from "./folded-text.ts";
import { isName, nameFrom, nameUpTo } from "./name-at.ts";

const middleDots = "·•・‧∙⋅";
const dots = new RegExp(`[${middleDots}]`, "g");

/** What stands before or after a name of somebody in office; 高坪区长乐镇 has no 区长 in it. */
const titles =
  "同志|先生|女士|(?:常务)?副?(?:[县市区州省镇乡村]长(?![\\p{Script=Han}]{1,3}(?:镇|乡|街道?|村|社区))|局长|厅长|处长|科长|股长|部长|院长|校长|所长|站长|队长|组长|司长|庭长|馆长|行长|会长|社长|园长|台长|秘书长|检察长|委员长|董事长|主任科员|主任|书记|主席|委员|常委|经理|总监|巡视员|调研员|科员|主任医师|法官|检察官|审判长|审判员|书记员|律师|教授)";
/** What stands before a name. */
const labels =
  "法定代表人|法人代表|负责人|责任人|联系人|经办人|承办人|代理人|委托人|申请人|投诉人|举报人|信访人|当事人|被处罚人|处罚对象|被告人|被告|原告|罪犯|被执行人|被害人|受害人|证人|鉴定人|嫌疑人|监护人|股东|户主|业主|本人|职工|村民|居民|公民|任命|免去|提名|聘任|聘请|给予|决定对|行贿人|受贿人|请托人|个体工商户|其(?:妻子?|夫|丈夫|子|女儿|父亲?|母亲?|兄|弟|姐|妹)";

const afterTitle = new RegExp(`(?:${titles}|${labels})(?:姓名)?[:为是系\\s]{0,2}`, "gu");
const afterColon = /(?:姓名|名字|签[名字]|收款人|户名|联系人|[人长员者]|责任)\s?[:]\s?(?<name>[\p{Script=Han}]{2,4})(?=$|[^\p{Script=Han}])/gu;
const beforeTitle = new RegExp(`(?=${titles})`, "gu");
const beforeSex = /(?=[,(、]\s?(?:男|女)(?:性)?[,()、。;\s])/g;

/** What a sentence goes on with after the person that it begins with. */
const deed = "(?=利用|收受|伙同|涉嫌|犯|在担任|担任|身为|作为|系|违反|未经|擅自|私自|多次|先后|承认|供述|因|被|将|受|任|原系|时任|隐瞒|挪用|贪污|索取|于\\d|经查|不服|申请|举报|投诉|对上述)";
const beforeDeed = new RegExp(`(?<=^|[,。;:、(\\n]|查明|经查)(?<name>[\\p{Script=Han}]{2,4})${deed}`, "gmu");

/** Names of several parts, as many peoples write them: 阿示·例甲. What stands in a title of a book is none. */
const dotted = new RegExp(`(?<![《〈][^》〉]{0,30})[\\p{Script=Han}]{1,6}(?:[${middleDots}][\\p{Script=Han}]{1,6})+`, "gu");
const isHidden = (name: string): boolean => name.includes("某");

/** How few of the characters before a dot are the name, where words stand before them: the longest usual first part has four. */
const trimmed = (text: string, { from, to }: Stretch): Stretch => {
  const first = text.slice(from, to).search(dots);
  const spoken = /^(?:.*(?:姓名|同志|[长任记员人对由向的和与]))(?=.)/u.exec(text.slice(from, from + first))?.[0].length ?? 0;
  return { from: from + spoken, to };
};

/** Names that stand beside one that was found, in an enumeration: 张三、李四和王五. */
function* besideIt(text: string, { from, to }: Stretch): Generator<Stretch> {
  for (let at = to, next; (next = /^[、,和与及]([\p{Script=Han}]{2,4}?)(?=[、,。;和与及等\s)]|$|同志|先生|女士)/u.exec(text.slice(at, at + 8))) && isName(next[1]!); at += next[0].length) yield { from: at + 1, to: at + next[0].length };
  for (let at = from, next; (next = /(?:^|[^\p{Script=Han}]|[对由和与及给])([\p{Script=Han}]{2,4})[、,和与及]$/u.exec(text.slice(Math.max(0, at - 6), at))) && isName(next[1]!); at -= next[1]!.length + 1) yield { from: at - 1 - next[1]!.length, to: at - 1 };
}

function* inContext(text: string): Generator<Stretch> {
  for (const { index, 0: match } of text.matchAll(afterTitle)) {
    const name = nameFrom(text, index + match.length);
    if (name) yield name;
  }
  for (const form of [beforeTitle, beforeSex]) {
    for (const { index } of text.matchAll(form)) {
      const name = nameUpTo(text, index);
      if (name) yield name;
    }
  }
  for (const { index, 0: match, groups } of text.matchAll(afterColon)) {
    const name = groups!["name"]!;
    const isSaid = /姓名|名字|签[名字]/.test(match);
    if ((isSaid || isName(name)) && !isHidden(name)) yield { from: index + match.lastIndexOf(name), to: index + match.length };
  }
  for (const { index, groups } of text.matchAll(beforeDeed)) if (isName(groups!["name"]!)) yield { from: index, to: index + groups!["name"]!.length };
  for (const { index, 0: match } of text.matchAll(dotted)) if (!isHidden(match)) yield trimmed(text, { from: index, to: index + match.length });
}

/** Names by what stands around them, in a folded text. */
export function* findNamesInContext(text: string): Generator<Stretch> {
  for (const name of inContext(text)) {
    yield name;
    yield* besideIt(text, name);
  }
}

/** Where names of the list stand in a text without blanks and middle dots; those of one character are no evidence. */
export function* findKnownNames({ text }: FoldedText, names: readonly string[]): Generator<Stretch> {
  const known = new Set(names.map(comparedName).filter((name) => name.length > 1));
  const lengths = [...new Set([...known].map(({ length }) => length))].sort((one, other) => other - one);
  const compared = text.toLowerCase();
  for (let from = 0; from < compared.length; from++) {
    const length = lengths.find((each) => known.has(compared.slice(from, from + each)));
    if (length !== undefined) yield { from, to: from + length };
  }
}
