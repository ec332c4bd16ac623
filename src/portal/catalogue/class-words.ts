import { disclosureClasses, type DisclosureClass } from "../../catalog/disclosure-class.ts";
import { html, type Html } from "../html.ts";
import type { Said, Voice } from "./voice.ts";

/** A class as it is shown: with its word and its colour, which says nothing that the word does not. */
export const classBadge = (cls: DisclosureClass, voice: Voice): Html =>
  voice.language === "zh" ? html`<span class="class ${cls}">${disclosureClasses[cls].zh}</span>` : html`<span class="class ${cls}">${cls}</span> <span class="term" lang="zh-CN">${disclosureClasses[cls].zh}</span>`;

/** What each class means for those who read, filter, and are read about. */
export const classMeanings: Readonly<Record<DisclosureClass, { readonly reads: Said; readonly filters: Said; readonly logged: Said }>> = {
  open: {
    reads: { en: "Everybody, without a token.", zh: "任何人，无需身份认证。" },
    filters: { en: "Everybody.", zh: "任何人。" },
    logged: { en: "Only in rows about a civil servant, where whoever asks has a token.", zh: "仅当记录涉及公务员个人且查询者持有令牌时留痕。" },
  },
  shared: {
    reads: { en: "Every authenticated government body.", zh: "经身份认证的各政务部门。" },
    filters: { en: "Government bodies.", zh: "政务部门。" },
    logged: { en: "As for what is open.", zh: "与社会公开的信息项相同。" },
  },
  conditional: {
    reads: { en: "The competent body within its jurisdiction; any other body under a sharing grant in force, for the purpose and the case that it states.", zh: "主管部门在管辖范围内查阅；其他政务部门凭有效的共享授权，注明用途和案件编号后查阅。" },
    filters: { en: "Nobody.", zh: "任何人均不可按其检索。" },
    logged: { en: "Every reading.", zh: "每次查阅均留痕。" },
  },
  restricted: {
    reads: { en: "The source body and the competent authority; no grant opens it.", zh: "数据来源单位和主管机关；不因共享授权而提供。" },
    filters: { en: "Nobody.", zh: "任何人均不可按其检索。" },
    logged: { en: "Every reading.", zh: "每次查阅均留痕。" },
  },
  withheld: {
    reads: { en: "Nobody: the hub keeps it for its own bookkeeping and gives it to nobody.", zh: "任何人均不提供：仅供本系统内部管理使用。" },
    filters: { en: "Nobody.", zh: "任何人均不可按其检索。" },
    logged: { en: "It is not read.", zh: "不可查阅。" },
  },
};
