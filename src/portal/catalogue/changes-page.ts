import { chineseTerm } from "../../catalog/doc-words.ts";
import type { Command } from "../../workflow/command.ts";
import type { Machine } from "../../workflow/machine.ts";
import { codelistOf } from "../../catalog/codelist.ts";
import { html, joined, type Html } from "../html.ts";
import type { Contents } from "./contents.ts";
import type { PageBody } from "./layout.ts";
import { anchored, named, pageHead, sentence } from "./names.ts";
import { audienceNames, RuleWords } from "./rule-words.ts";
import { table, type Row } from "./table.ts";
import type { Voice } from "./voice.ts";

export const changeHeads = (voice: Voice): readonly string[] => (voice.language === "zh" ? ["办理事项", "由状态", "到状态", "谁可办理", "需提供"] : ["Change", "From", "To", "Who may", "Given"]);

/** Changes as lines of a table: anchors of their own page, or links to it. */
export function changeRows(contents: Contents, commands: readonly Command[], voice: Voice, { isLinked }: { readonly isLinked: boolean }): readonly Row[] {
  const say = (zh: string, en: string): string => voice.say({ zh, en });
  const words = new RuleWords(contents.catalogue, voice, "办理");
  return commands.map((command) => {
    const machine = contents.machines.find(({ transitions, type }) => type.name === command.type?.name && command.name in transitions);
    const transition = machine?.transitions[command.name];
    const link = html`<a href="${voice.to("changes", command.name)}"><code>${command.name}</code></a> <span class="term" lang="zh-CN">${chineseTerm(command.doc)}</span>`;
    const never = machine && transition?.notBy && joined(Object.values(transition.notBy).map((key) => words.field(machine.type, key)), say("、", ", "));
    return {
      ...(isLinked ? {} : { anchor: command.name }),
      cells: [
        html`${isLinked ? link : anchored(command.name, command.doc, voice)}${sentence(command.doc, voice)}`,
        machine && transition ? (transition.from.length === 0 ? say("（新建）", "(new)") : states(machine, transition.from, voice)) : "–",
        machine && transition ? states(machine, [transition.to], voice) : "–",
        html`${machine && transition ? words.inline(machine.type, transition.by) : voice.list(audienceNames(command.audiences, voice))}${never && html`<p class="sentence">${say("不得由以下信息项所指的单位或客户端办理：", "Never who is named by ")}${never}</p>`}`,
        given(command, transition?.needs ?? []),
      ],
    };
  });
}

/** The names of what a change is given; what must be is marked. */
const given = ({ input }: Command, needs: readonly string[]): Html => joined(input.map(({ name, isNeeded }) => html`<code>${name}${(isNeeded || needs.includes(name)) && "!"}</code>`), " ");

/** States by their codes, with their Chinese titles where the state is a code. */
function states({ type, state }: Machine, some: readonly string[], voice: Voice): Html {
  const list = "field" in state ? codelistOf(type.storage.places[state.field]?.column.enumValues) : null;
  return joined(
    some.map((each) => html`<code>${each}</code>${voice.language === "zh" && list?.codes[each] && html` ${list.codes[each].zh}`}`),
    html`<br>`,
  );
}

/** Every change that can be asked for, by the workflow that it belongs to. */
export function changesPage(contents: Contents, voice: Voice): PageBody {
  const say = (zh: string, en: string): string => voice.say({ zh, en });
  const byType = Map.groupBy(contents.commands, ({ type }) => type?.name ?? "");
  const title = (name: string): Html => {
    const type = contents.types.get(name)?.type;
    return type ? named(name, type.doc, name, voice) : html`${say("系统事项", "Of the hub as a whole")}`;
  };
  return {
    title: say("办理事项", "Changes"),
    question: null,
    content: html`${pageHead(voice, say("办理事项", "Changes"), say("可以申请办理的事项、谁可办理，以及记录经过的状态。", "What can be asked to be done, by whom, and which states a row goes through."))}
<p>${say("每个事项对应图中的一个 mutation，以一个 input 提交；未能办理时在 userErrors 中说明原因，见", "Each is a mutation of the graph with one input, of which ! marks what must be given; where nothing is done, userErrors say why, see ")}<a href="${voice.to("errors", "page-user-errors")}">${say("未办理原因", "why a change was not made")}</a>${say("。带 ! 的为必填。", ".")}</p>
${[...byType].map(([name, commands]) => html`<section><h2>${title(name)}</h2>${table({ caption: say(`${commands.length} 个办理事项`, `${commands.length} changes`), heads: changeHeads(voice), rows: changeRows(contents, commands, voice, { isLinked: false }) })}</section>`)}`,
  };
}
