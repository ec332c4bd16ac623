/**
 * The five classes of a field, from the most open to the most closed, with their Chinese names.
 * The three middle ones are the sharing types of the 政务信息资源共享管理暂行办法 (国发〔2016〕51号), kept by the 政务数据共享条例 (State Council order 809).
 */
export const disclosureClasses = {
  open: { zh: "社会公开", en: "open to everybody" },
  shared: { zh: "无条件共享", en: "shared with every authenticated government body" },
  conditional: { zh: "有条件共享", en: "shared with a body that has a purpose and the competence or a sharing grant" },
  restricted: { zh: "不予共享", en: "kept to the source body and the competent authority" },
  withheld: { zh: "不提供", en: "bookkeeping that nobody reads through the hub" },
} as const;

export type DisclosureClass = keyof typeof disclosureClasses;

/** Classes whose fields only some bodies or the person concerned may read; their reads are logged. */
export type ClosedClass = "conditional" | "restricted";

const strictness: readonly DisclosureClass[] = ["open", "shared", "conditional", "restricted", "withheld"];

/** The strictest of several classes: what is derived from several inputs has it. */
export const strictest = (classes: readonly DisclosureClass[]): DisclosureClass =>
  strictness[Math.max(...classes.map((each) => strictness.indexOf(each)), 0)] ?? "withheld";

export const isClosed = (each: DisclosureClass): each is ClosedClass => each === "conditional" || each === "restricted";
