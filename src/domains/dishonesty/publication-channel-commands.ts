import type { Viewer } from "../../policy/viewer.ts";
import { transitionCommand, type Command, type Prepared, type Tools } from "../../workflow/command.ts";
import { invalid } from "../../workflow/user-error.ts";
import type { Values } from "../../workflow/workflow.ts";
import { publicationChannelMachine } from "./publication-channel-machine.ts";

/** An address that a browser opens, without anybody's name and password in it. */
function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === "https:" || protocol === "http:") && username === "" && password === "";
}

const preparePublication = (_tools: Tools, _viewer: Viewer, input: Values): Prepared =>
  isWebAddress(String(input["url"])) ? {} : { userErrors: [invalid("url", { en: "url must be the whole address of a page, beginning with https:// or http://.", zh: "url 须为完整网址，以 https:// 或 http:// 开头。" })] };

/** What can be done about where records are published beside the hub. */
export const publicationChannelCommands: readonly Command[] = Object.freeze([
  transitionCommand(publicationChannelMachine, "recordPublication", { prepare: preparePublication }),
  transitionCommand(publicationChannelMachine, "recordTakeDown"),
]);
