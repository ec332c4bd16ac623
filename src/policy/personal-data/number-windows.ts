import type { Stretch } from "./folded-text.ts";

/** Some of the groups of digits that stand in a row, read as one number. */
export interface NumberWindow extends Stretch {
  /** Its digits, separators left out; a final X of an identity number is one of them. */
  readonly digits: string;
  /** How many digits stand together, group after group. */
  readonly groups: readonly number[];
  /** The text before it and after it, some characters of it. */
  readonly before: string;
  readonly after: string;
}

const separators = /^[\s\-‐‒–—―−_·•./()+]{1,3}$/;
const digitsOrX = /\d+|(?<=\d[\s\-‐–—]{0,2})[Xx×](?![A-Za-z\d])/g;
const most = 32;
const around = 28;

/** A number in Chinese digits, at least as long as a telephone's: years and amounts are shorter or have 十, 百 and 千 in them. */
const chinese = /(?:[〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖幺][\s\-‐–—]?){7,}/g;
const values: Readonly<Record<string, string>> = Object.fromEntries(["〇零○", "一壹幺", "二贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"].flatMap((signs, value) => [...signs].map((sign) => [sign, String(value)])));

/** The text with long numbers in Chinese digits written in our digits, place by place. */
export const inDigits = (text: string): string => text.replace(chinese, (number) => [...number].map((sign) => values[sign] ?? sign).join(""));

/** Groups of digits that nothing but separators parts, and where each stands. */
function* runsOf(text: string): Generator<readonly (Stretch & { readonly text: string })[]> {
  let run: (Stretch & { readonly text: string })[] = [];
  for (const { index, 0: match } of text.matchAll(digitsOrX)) {
    const last = run.at(-1);
    if (last !== undefined && last.to !== index && !separators.test(text.slice(last.to, index))) {
      yield run;
      run = [];
    }
    run.push({ text: match.toUpperCase().replace("×", "X"), from: index, to: index + match.length });
  }
  if (run.length > 0) yield run;
}

/** The numbers that start at each group of a row, shortest first: one list for each place where a number can start. */
export function* windowsOf(text: string): Generator<readonly NumberWindow[]> {
  for (const run of runsOf(text)) {
    for (const [start, first] of run.entries()) {
      const windows: NumberWindow[] = [];
      const groups: number[] = [];
      let digits = "";
      let end = first.from;
      for (const group of run.slice(start, start + most)) {
        if (group.from === end && groups.length > 0) groups.push(groups.pop()! + group.text.length);
        else groups.push(group.text.length);
        digits += group.text;
        end = group.to;
        if (digits.length > most) break;
        windows.push({ digits, groups: [...groups], from: first.from, to: end, before: text.slice(Math.max(0, first.from - around), first.from), after: text.slice(end, end + around) });
      }
      if (windows.length > 0) yield windows;
    }
  }
}
