import type { Stretch } from "./folded-text.ts";

/** What is known by its form or by the words around it. */
export type PhraseKind = "EMAIL" | "VEHICLE_PLATE" | "PROPERTY_CERTIFICATE" | "HOME_ADDRESS" | "HEALTH";

const regions = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
const count = "[\\d一二三四五六七八九十百零〇]+";
const settlement = "(?:小区|家园|花园|花苑|公寓|宿舍|家属院|新村|新居|[\\u4e00-\\u9fff]苑|大院|居民点|安置房)";
const building = `${count}(?:栋|幢|号楼|座)`;
const flat = `(?:${count}单元|${count}[楼层])`;
const room = `${count}(?:室|号|户)?`;
const place = "[\\p{Script=Han}\\d]{0,24}?";
const illness = "病|症|炎|癌|瘤|障碍|综合征|感染|阳性|艾滋|HIV|抑郁|精神|残疾|病毒|衰竭|中风|梗[死塞]|骨折|瘫痪|失明|失聪";

/** In each: the form of what is found; a group named `value` is it where words around it are needed. */
const forms: readonly (readonly [PhraseKind, RegExp])[] = [
  ["EMAIL", /[\w.%+-]{1,64}\s?(?:@|\(at\)|\[at\]|#(?=\w+\.(?:com|cn|net)))\s?[\w-]+(?:\.[\w-]+)+/gi],
  ["EMAIL", /(?:QQ|扣扣)\s?号?码?[:为是\s]{0,3}(?<value>[1-9]\d{4,11})(?!\d)/gi],
  ["EMAIL", /(?:微信|weixin|wechat)(?!公众)[^,。;、\n\d]{0,6}?号?[:为是\s]{1,3}(?<value>[a-z][\w-]{5,19}|[1-9]\d{4,11}(?!\d))/gi],
  ["EMAIL", /(?:微信|weixin|wechat)号?(?<value>[a-z][\w-]{5,19})/gi],
  ["VEHICLE_PLATE", new RegExp(`[${regions}使领军空海]\\s?[A-Z][\\s·•.-]?(?=[A-Z]{0,4}\\d)(?:[A-HJ-NP-Z\\d]{6}|[A-HJ-NP-Z\\d]{4}[A-HJ-NP-Z\\d挂学警港澳领])(?![A-Z\\d])`, "gi")],
  ["VEHICLE_PLATE", /车牌号?码?[:为是\s]{0,3}(?<value>[\u4e00-\u9fff]?[A-Z\d][A-Z\d·•-]{4,8})/gi],
  ["PROPERTY_CERTIFICATE", /[\p{Script=Han}]{0,4}[([〔]?(?:\d{4}[)\]〕])?[\p{Script=Han}]{0,12}(?:不动产(?:权|证明)|房权证?|房地证|房产证|房屋产权证|产权证|土地使用?权?证|国用|集用|林权证|林证|宅基地证?|(?<!身份|许可|[许卫食药业]|执照|资[质格])证)(?:书|字|监证)?[\p{Script=Han}]{0,8}[([〔]?(?:\d{4}[)\]〕])?(?:第|字|号码?[:为是]?|编号[:为是]?)\s?[\dA-Z][\dA-Z-]{2,}\s?号?/giu],
  ["HOME_ADDRESS", /(?:家庭|现|户籍|居住|常住|通[讯信]|收[件货])?(?:住址|家住|家庭地址|通[讯信]地址|收[件货]地址|居住地|户籍地|户籍所在地|现住|居住[在于])[:为是在于\s]{0,3}(?<value>[^\s,。;、:)][^,。;\n)]{2,39})/g],
  ["HOME_ADDRESS", new RegExp(`${place}${settlement}[^,。;\\n\\d]{0,6}${building}[^,。;\\n\\d]{0,2}(?:${flat})?[^,。;\\n\\d]{0,2}(?:${flat})?(?:${room})?`, "gu")],
  ["HOME_ADDRESS", new RegExp(`${place}(?:${building}\\s?-?${flat}|${count}单元\\s?${count}(?:室|号|户|楼|层)|${building}\\s?-?${count}(?:室|户)|(?<=[\\p{Script=Han}]村)${count}[组社队]${count}号)(?:${room})?`, "gu")],
  ["HEALTH", new RegExp(`(?:(?<![隐水后外内忧边防祸])患(?![者难]|病率)(?:有|上|了|得)?|罹患|身患|确诊|被?诊断(?:为|出)?|检[出查](?:出|为)?|感染|查出)[^,。;、\\n]{0,12}?(?:${illness})`, "g")],
  ["HEALTH", /(?:艾滋病|HIV|乙肝|丙肝|梅毒|结核|精神分裂|抑郁|癌症|肿瘤|白血病|尿毒症|糖尿病|高血压|冠心病|精神病)[^,。;、\n]{0,3}(?:患者|病人|病史|携带者?|阳性|住院)/gi],
  ["HEALTH", /(?:因病(?:去世|死亡|住院|休养|长期|请假|医治|治疗)|[肢体视力听智言语精神]{2}残疾|残疾证号?|病史|病历|住院[治号]|怀孕|孕\d+周|流产|体检结果|血型)/g],
];

/** Addresses on the net, plates, certificates of property, homes and facts about health in a folded text. */
export function* findPhrases(text: string): Generator<Stretch & { readonly kind: PhraseKind }> {
  for (const [kind, form] of forms) {
    for (const match of text.matchAll(form)) {
      const value = match.groups?.["value"] ?? match[0];
      const from = match.index + match[0].lastIndexOf(value);
      yield { kind, from, to: from + value.length };
    }
  }
}
