import type { Entity } from "../catalog/node-type.ts";
import { eventName, fieldName, stateName } from "./chinese-names.ts";
import { demandWords } from "./demand.ts";
import { reasonName, transitionOf, type Machine } from "./machine.ts";
import { invalid, type UserError, type UserErrorCode, type Words } from "./user-error.ts";
import type { Turn } from "./turn.ts";
import { turnWords } from "./turn-words.ts";
import type { Outcome, Stands, Values } from "./workflow.ts";

/** What whoever asks is told of an event that did not happen; nothing where it did. */
export function userErrorsOf(machine: Machine, event: string, outcome: Outcome): readonly UserError[] {
  const transition = transitionOf(machine, event);
  const error = (code: UserErrorCode, field: string | null, en: string, zh: string): UserError => ({ code, field: field === null ? null : ["input", field], words: { en, zh } });
  switch (outcome.outcome) {
    case "done":
    case "wasThere":
      return [];
    case "taken": {
      // A number of a source's own is told apart with the source.
      const [unique] = (transition.takes ?? []).filter((key) => machine.type.storage.places[key]!.column.isUnique || key === machine.type.supply?.key);
      return [error("INVALID", unique ?? null, `There is such a ${machine.type.name} already.`, "该标识已被使用。")];
    }
    case "outrun":
      return [error("STALE_VERSION", null, `Another change of the same was made at the same moment, and ${event} was not carried out: look at what there is now, and ask again.`, `同一事项刚有其他变更办结，${eventName(machine, event)}未办理，请重新查看后再办理。`)];
    case "absent":
      return [error("NOT_FOUND", "id", `There is no such ${machine.type.name} that the asker may know of.`, "对象不存在。")];
    case "parentAbsent":
      return [error("NOT_FOUND", transition.under!.key, `There is no such ${transition.under!.machine.type.name} that the asker may know of.`, "所属对象不存在。")];
    case "notAllowed":
      return [error("NOT_ALLOWED", null, ...turnSentences(machine, event, outcome))];
    case "self":
      return [error("SELF_APPROVAL", null, ...selfSentences(machine, event))];
    case "stale":
      return [error("STALE_VERSION", "version", `The row has changed since: its version is ${outcome.version}. Look at it again.`, `对象已更新，现版本为 ${outcome.version}，请重新查看后办理。`)];
    case "state":
      return [error("FORBIDDEN_TRANSITION", null, ...stateWords(machine, machine, event, outcome))];
    case "parentState":
      return [error("FORBIDDEN_TRANSITION", transition.under!.key, ...stateWords(machine, transition.under!.machine, event, outcome))];
    case "invalid":
      return outcome.failed.map(([key, place]) => {
        const demand = transition.demands![key]![place]!;
        const words = demandWords(demand, key, (name) => fieldName(machine.type, name));
        return demand.demand === "dueOrReason" ? { code: "REASON_REQUIRED", field: ["input", reasonName], words } : invalid(key, words);
      });
  }
}

/** Events of the machine of the row that stands there, which need not be the one of the event that was asked for. */
const listed = (machine: Machine, possible: readonly string[]): Words =>
  possible.length === 0 ? { en: "nothing at present", zh: "目前无" } : { en: possible.join(", "), zh: possible.map((event) => eventName(machine, event)).join("、") };

/** @param standing the machine of the row whose state it is: the event's own, or that of what a new row belongs to */
function stateWords(machine: Machine, standing: Machine, event: string, { state, possible }: Stands): [string, string] {
  const { en, zh } = listed(standing, possible);
  return [`${event} is not possible in the state ${state}; possible are: ${en}.`, `状态为${stateName(standing, state)}时不能办理${eventName(machine, event)}；可办理：${zh}。`];
}

/** Whose turn an event is that is not for whoever asks, and what is possible, which may be for others again. */
function turnSentences(machine: Machine, event: string, { turns, stands }: { readonly turns: readonly Turn[]; readonly stands: Stands | null }): [string, string] {
  const who = turnWords(machine, turns);
  const { en, zh } = stands ? listed(machine, stands.possible) : { en: "", zh: "" };
  return [
    `${event} is not for this asker on this row: it is for ${who.en}.${stands ? ` In the state ${stands.state} possible are: ${en}.` : ""}`,
    `当前访问者无权对该对象办理${eventName(machine, event)}，该事项的办理者：${who.zh}。${stands ? `当前状态为${stateName(machine, stands.state)}，可办理：${zh}。` : ""}`,
  ];
}

/** Who has taken the step before may be barred as a body, or as a client alone: then another client of the same body takes this one. */
function selfSentences(machine: Machine, event: string): [string, string] {
  const isBodyBarred = transitionOf(machine, event).notBy?.body !== undefined;
  const name = eventName(machine, event);
  return isBodyBarred
    ? [`Nobody decides on what his own client or body has asked for: ${event} is for another body.`, `不得审批本客户端或本单位提交的事项：${name}须由其他单位办理。`]
    : [`Nobody decides on what his own client has asked for: ${event} is for another client, which may be of the same body.`, `不得审批本客户端提交的事项：${name}须由另一客户端办理，可以是同一单位的。`];
}

/** Characters of a text, and items of a list, at most. */
const mostCharacters = 2_000;
const mostItems = 200;

/**
 * What is wrong with the values by themselves, whichever the row: what is needed and missing, and what no text or day of ours may be.
 *
 * @param type whose fields the values are; null for a change that is about no row
 */
export function faultsOf(type: Entity | null, needs: readonly string[], values: Values): readonly UserError[] {
  const named = (key: string): string => (type ? fieldName(type, key) : key);
  const missing = needs.flatMap((key): UserError[] => {
    const value = values[key] ?? "";
    if (Array.isArray(value) ? value.length > 0 : typeof value !== "string" || value.trim() !== "") return [];
    if (key === reasonName) return [{ code: "REASON_REQUIRED", field: ["input", key], words: { en: "The reason must be said.", zh: "须说明理由。" } }];
    return [invalid(key, { en: `${key} must not be empty.`, zh: `${named(key)}不能为空。` })];
  });
  const wrong = Object.entries(values).flatMap(([key, value]): UserError[] => {
    if (!Array.isArray(value)) return typeof value === "string" ? textFault(key, { en: key, zh: named(key) }, value) : [];
    if (value.length > mostItems) return [invalid(key, { en: `${key} has at most ${mostItems} items.`, zh: `${named(key)}最多 ${mostItems} 项。` })];
    return value.flatMap((item, place) => (typeof item === "string" ? textFault([key, place], { en: key, zh: named(key) }, item) : []));
  });
  return [...missing, ...wrong];
}

function textFault(field: string | readonly [string, number], { en, zh }: Words, text: string): UserError[] {
  const wrong = (words: Words): UserError[] => [invalid(field, words)];
  if (text.length > mostCharacters) return wrong({ en: `${en} has at most ${mostCharacters} characters.`, zh: `${zh}最多 ${mostCharacters} 字。` });
  if (/[^\P{Cc}\n]/u.test(text) || !text.isWellFormed()) return wrong({ en: `${en} holds a control character.`, zh: `${zh}含有控制字符。` });
  if (text.startsWith("0000-")) return wrong({ en: `${en} is no day of the calendar.`, zh: `${zh}不是有效日期。` });
  return [];
}
