import { codelistOf } from "../../catalog/codelist.ts";
import { disclosureClasses, type DisclosureClass } from "../../catalog/disclosure-class.ts";
import type { NodeType } from "../../catalog/node-type.ts";
import { html, joined, type Html } from "../html.ts";
import { cited } from "./bases-page.ts";
import { classBadge } from "./class-words.ts";
import type { Contents } from "./contents.ts";
import { rowFilter } from "./row-filter.ts";
import type { PageBody } from "./layout.ts";
import { pageHead } from "./names.ts";
import type { DatasetItem, Register } from "./register.ts";
import { facts, table } from "./table.ts";
import type { Voice } from "./voice.ts";

/** The dataset items of a type: its own, those of the family that it belongs to, those of the kinds that it has. */
export function itemsOf({ catalogue }: Contents, type: NodeType, { items }: Register): readonly DatasetItem[] {
  const names = new Set((type.kind === "union" ? catalogue.membersOf(type) : [type]).flatMap((each) => [each.name, ...(each.kind === "entity" && each.family !== null ? [each.family] : [])]));
  return items.filter(({ typeName }) => typeName !== null && names.has(typeName));
}

/** A code of a dataset item in words. */
export function codeWords(contents: Contents, field: keyof DatasetItem, code: string, voice: Voice): string {
  const type = contents.catalogue.types.get("CatalogItem");
  const list = type && type.kind !== "union" ? codelistOf(type.storage.places[field]?.column.enumValues) : null;
  return list?.codes[code] ? voice.say(list.codes[code]) : code;
}

/** What the catalogue of datasets says of one: who supplies it, how often, to whom it is given. */
export function itemFacts(contents: Contents, item: DatasetItem, voice: Voice): Html {
  const say = (zh: string, en: string): string => voice.say({ zh, en });
  const words = (field: keyof DatasetItem): string => codeWords(contents, field, String(item[field]), voice);
  return facts([
    [say("提供方", "Owner"), html`<span lang="zh-CN">${item.providerName}</span>`],
    [say("更新周期", "Update cycle"), words("updateCycle")],
    [say("摘要", "Summary"), html`<span lang="zh-CN">${item.summary}</span>`],
    [say("共享方式", "Given by"), words("sharingMethod")],
    [say("共享条件", "On condition"), item.sharingCondition !== null && html`<span lang="zh-CN">${item.sharingCondition}</span>`],
    [say("开放属性", "To the public"), words("openAttribute")],
    [say("层级", "Lowest level"), words("lowestLevel")],
    [say("目录依据", "Collected by"), cited(item.basisCitation, voice)],
  ]);
}

/** Who supplies a type's rows and how often, in short; nothing where no dataset is of the type. */
export const suppliedBy = (contents: Contents, items: readonly DatasetItem[], voice: Voice): Html => {
  const each = [...new Map(items.map((item) => [`${item.providerName} ${item.updateCycle}`, item])).values()];
  return joined(each.map((item) => html`<span lang="zh-CN">${item.providerName}</span> · ${codeWords(contents, "updateCycle", item.updateCycle, voice)}`), html`<br>`);
};

/** Why there is nothing to tell of who supplies something. */
export const noItems = ({ isRead }: Register, voice: Voice): string =>
  isRead
    ? voice.say({ zh: "公共信用信息目录中没有对应的数据集，未登记提供方和更新周期。", en: "No dataset of the catalogue of public credit information is of this: owner and update cycle are not registered." })
    : voice.say({ zh: "暂时无法读取提供方和更新周期，请稍后再试。", en: "Owner and update cycle cannot be read now; try again later." });

/** Every dataset of the catalogue, those that the hub does not hold yet too. */
export function datasetsPage(contents: Contents, register: Register, voice: Voice): PageBody {
  const say = (zh: string, en: string): string => voice.say({ zh, en });
  const groups = Map.groupBy(register.items, ({ category }) => category);
  const isClass = (word: string): word is DisclosureClass => word in disclosureClasses;
  const row = (item: DatasetItem) => {
    const { code, name, summary, typeName, basisCitation } = item;
    const cls = item.disclosureClass.toLowerCase();
    const listed = typeName === null ? undefined : contents.types.get(typeName);
    return {
      anchor: code,
      filter: cls,
      cells: [
        html`<a class="anchor" href="#${code}"><span class="term" lang="zh-CN">${name}</span> <code>${code}</code></a><p class="sentence" lang="zh-CN">${summary}</p>`,
        html`<span lang="zh-CN">${item.providerName}</span>`,
        codeWords(contents, "updateCycle", item.updateCycle, voice),
        html`${isClass(cls) ? classBadge(cls, voice) : item.disclosureClass}${item.sharingCondition !== null && html`<p class="sentence" lang="zh-CN">${item.sharingCondition}</p>`}`,
        codeWords(contents, "openAttribute", item.openAttribute, voice),
        cited(basisCitation, voice),
        listed ? html`<a href="${voice.to(listed.type.name)}"><code>${listed.type.name}</code></a>` : html`<span class="quiet">${say("尚未接入", "not held yet")}</span>`,
      ],
    };
  };
  const heads = [say("数据集", "Dataset"), say("提供方", "Owner"), say("更新周期", "Update cycle"), say("共享类型", "Class"), say("开放属性", "To the public"), say("目录依据", "Basis"), say("数据类型", "Type")];
  return {
    title: say("数据集", "Datasets"),
    question: null,
    content: html`${pageHead(voice, say("公共信用信息目录", "Datasets"), say("目录中的数据集：由谁提供、多久更新、如何共享和开放。", "The catalogue of public credit information: who supplies each dataset, how often, and to whom it is given."))}
${register.items.length === 0 && html`<p>${noItems(register, voice)}</p>`}
${register.items.length > 0 && rowFilter(voice, ["open", "shared", "conditional", "restricted"])}
${[...groups].map(([category, items]) => html`<section data-group><h2>${codeWords(contents, "category", category, voice)}</h2>${table({ kind: "datasets", caption: say(`${items.length} 个数据集`, `${items.length} datasets`), heads, rows: items.map(row) })}</section>`)}`,
  };
}
