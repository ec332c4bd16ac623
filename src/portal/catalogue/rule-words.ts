import { audienceCode, audienceCodes } from "../../catalog/audience-code.ts";
import { bodyAudiences, isBody, type Audience } from "../../catalog/audience.ts";
import type { Catalogue } from "../../catalog/catalogue.ts";
import { codelistOf } from "../../catalog/codelist.ts";
import { chineseTerm } from "../../catalog/doc-words.ts";
import type { NodeType } from "../../catalog/node-type.ts";
import type { Rule, SeatLevel } from "../../catalog/rule.ts";
import { html, joined, type Html } from "../html.ts";
import type { Voice } from "./voice.ts";

/** An audience by its name. */
export function audienceName(audience: Audience, voice: Voice): string {
  const words = voice.say(audienceCodes.codes[audienceCode(audience)]!);
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** Several audiences; all government bodies together by the one word for them. */
export function audienceNames(audiences: readonly Audience[], voice: Voice): readonly string[] {
  const isEveryBody = bodyAudiences.every((body) => audiences.includes(body));
  const others = isEveryBody ? audiences.filter((each) => !isBody(each)) : audiences;
  return [...(isEveryBody ? [voice.say({ en: "any government body", zh: "任一政务部门" })] : []), ...others.map((each) => audienceName(each, voice))];
}

const seatWords: Readonly<Record<SeatLevel, { readonly en: string; readonly zh: string }>> = { PROVINCE: { en: "province", zh: "省级" }, PREFECTURE: { en: "city", zh: "市级" }, COUNTY: { en: "county", zh: "县级" }, TOWNSHIP: { en: "township", zh: "乡镇（街道）" } };

/** What a rule lets somebody do, as Chinese sentences say it of who does it: 查询 of rows, 办理 of changes. */
export type RuledAct = "查询" | "办理";

/** Row rules in words: about the rule, never about a row. Each field that a rule looks at leads to its entry. */
export class RuleWords {
  readonly #catalogue: Catalogue;
  readonly #voice: Voice;
  readonly #act: RuledAct;

  constructor(catalogue: Catalogue, voice: Voice, act: RuledAct = "查询") {
    this.#catalogue = catalogue;
    this.#voice = voice;
    this.#act = act;
  }

  /** A rule of a type in a sentence; what holds by any of several conditions as a list of them. */
  of(type: NodeType, rule: Rule): Html {
    const { say } = this.#speaking();
    if (rule.rule === "always") return html`<p>${say("对任何人可见。", "Visible for everybody.")}</p>`;
    if (rule.rule === "never") return html`<p>${say("对任何人均不可见。", "Visible for nobody.")}</p>`;
    if (rule.rule !== "anyOf") return html`<p>${say("符合以下条件时可见：", "Visible ")}${this.inline(type, rule)}${say("。", ".")}</p>`;
    return html`<p>${say("符合下列任一条件时可见：", "Visible in any of these cases:")}</p><ul>${rule.rules.map((each) => html`<li>${this.inline(type, each)}</li>`)}</ul>`;
  }

  /** The same within a sentence. */
  inline(type: NodeType, rule: Rule): Html {
    const { say } = this.#speaking();
    const inner = (each: Rule): Html => (each.rule === "anyOf" || each.rule === "allOf" ? html`${say("（", "(")}${this.inline(type, each)}${say("）", ")")}` : this.inline(type, each));
    if (rule.rule === "anyOf") return joined(rule.rules.map(inner), say("，或者", " or "));
    if (rule.rule === "allOf") return joined(rule.rules.map(inner), say("，并且", " and "));
    return this.#condition(type, rule);
  }

  #condition(type: NodeType, rule: Exclude<Rule, { rule: "anyOf" | "allOf" }>): Html {
    const { say } = this.#speaking();
    const path = "path" in rule ? this.#path(type, rule.path) : html``;
    switch (rule.rule) {
      case "always":
        return html`${say("对任何人", "for everybody")}`;
      case "never":
        return html`${say("对任何人均不可见", "for nobody")}`;
      case "audience":
        return html`${say("由", "for ")}${audienceNames(rule.audiences, this.#voice).join(say("或", " or "))}${say(this.#act, "")}`;
      case "recorded":
        return html`${say("", "once ")}${path}${say("已有记载且时刻已到", " is recorded and has passed")}`;
      case "past":
        return html`${say("", "once the day ")}${path}${say("已过", " is over")}`;
      case "until":
        return html`${say("", "until the day ")}${path}${say("届满之前", " is over")}`;
      case "reached":
        return html`${say("", "once the day ")}${path}${say("已到", " has come")}`;
      case "present":
        return html`${say("", "where ")}${path}${say("有值", " has a value")}`;
      case "displayed":
        return rule.relation ? html`${say("", "while ")}${this.#path(type, rule.relation)}${say("在公示期内", " is on display")}` : html`${say("记录在公示期内", "while the record is on display")}`;
      case "coded":
        return html`${say("", "where ")}${path}${say("为", " is ")}${this.#codes(type, rule.path, rule.values)}`;
      case "own":
        return html`${say("", "where ")}${path}${say(`为${this.#act}单位`, " is the asking body")}`;
      case "self":
        return html`${say("", "where ")}${path}${say("为本人", " is the asking person")}`;
      case "within":
        return html`${say("", "where ")}${path}${say(`在${this.#act}单位管辖区域内`, " lies within the asking body's jurisdiction")}`;
      case "seat":
        return html`${say("", "where the asking body is of the ")}${path}${say(`所属${seatWords[rule.level].zh}的单位`, ` division's ${seatWords[rule.level].en}`)}`;
      case "level":
        return html`${say("", "where ")}${path}${say(`为${rule.levels.map((each) => seatWords[each].zh).join("或")}区划`, ` is of the ${rule.levels.map((each) => seatWords[each].en).join(" or ")}`)}`;
      case "not":
        return html`${say("不属于以下情形：", "unless ")}${this.inline(type, rule.denied)}`;
      case "granted":
        return html`${say(`${this.#act}单位持有`, "where a sharing grant in force of ")}<a href="${this.#voice.to(rule.item)}"><code>${rule.item}</code></a>${say("的有效共享授权，且授权范围包括", " covers ")}${path}`;
    }
  }

  /** A field in words, as the rules of its type name it. */
  field(type: NodeType, key: string): Html {
    return this.#path(type, key);
  }

  /** A field or a relation at the end of a path: its Chinese terms on the way, and the path as the graph has it. */
  #path(type: NodeType, path: string): Html {
    const steps = path.split(".");
    const terms: string[] = [];
    let at: NodeType = type;
    let place: readonly [type: string, field: string] = [type.name, path];
    for (const step of steps) {
      const edge = this.#catalogue.edgesOf(at).get(step);
      const doc = edge?.doc ?? this.#catalogue.fieldOf(at, step)?.doc;
      if (doc !== undefined) terms.push(chineseTerm(doc));
      place = [at.name, step];
      if (edge) at = edge.to;
    }
    const code = html`<a href="${this.#voice.to(place[0], place[1])}"><code>${path}</code></a>`;
    return this.#voice.language === "zh" ? html`“${terms.join("的")}”（${code}）` : code;
  }

  #codes(type: NodeType, path: string, values: readonly string[]): Html {
    const { end, key } = this.#catalogue.pathOf(type, path);
    const list = codelistOf(this.#catalogue.membersOf(end)[0]?.storage.places[key]?.column.enumValues);
    const { say } = this.#speaking();
    return joined(
      values.map((code) => (list?.codes[code] ? html`<code>${code}</code>${say(`（${list.codes[code].zh}）`, "")}` : html`<code>${code}</code>`)),
      say("或", " or "),
    );
  }

  #speaking() {
    return { say: (zh: string, en: string): string => this.#voice.say({ zh, en }) };
  }
}
