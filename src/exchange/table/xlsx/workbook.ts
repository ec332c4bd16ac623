import { dataSheetName } from "../data-sheet-name.ts";
import type { Archive } from "./archive.ts";
import { readRelationships } from "./relationships.ts";
import { damaged, unreadable, unsafe } from "./workbook-faults.ts";
import { readWholeXml } from "./xml-reader.ts";

/** Where the parts of a workbook are that a table is read from. */
export interface Workbook {
  readonly sheet: string;
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  /** Whether days are counted from 1904, as old Macintoshes did. */
  readonly isFrom1904: boolean;
}

const sheetLimit = 1_000;

/** Finds the sheet to read: the one named 数据, else the first that is not hidden. Throws UNSAFE for a workbook with macros, external links, connections or embedded objects. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  await assertHarmless(archive);
  const part = [...(await readRelationships(archive, "")).values()].find(({ type }) => type === "officeDocument")?.part;
  if (part === undefined) throw damaged();
  const sheets: { name: string; isHidden: boolean; id: string }[] = [];
  let isFrom1904 = false;
  await readWholeXml(archive.read(part), {
    open(name, attributes) {
      if (name === "externalReference") throw unsafe(...links);
      if (name === "workbookPr") isFrom1904 = attributes["date1904"] === "1" || attributes["date1904"] === "true";
      if (name !== "sheet") return;
      if (sheets.length >= sheetLimit) throw damaged();
      const id = Object.entries(attributes).find(([attribute]) => attribute.endsWith(":id"))?.[1];
      if (id !== undefined) sheets.push({ name: attributes["name"] ?? "", isHidden: (attributes["state"] ?? "visible") !== "visible", id });
    },
  });
  const related = await readRelationships(archive, part);
  const worksheets = sheets.filter(({ id }) => related.get(id)?.type === "worksheet");
  const chosen = worksheets.find(({ name }) => name.trim() === dataSheetName) ?? worksheets.find(({ isHidden }) => !isHidden);
  if (!chosen) throw unreadable("The workbook has no sheet that can be seen.", "工作簿没有可见的工作表。");
  const partOf = (sought: string): string | null => [...related.values()].find(({ type }) => type === sought)?.part ?? null;
  return { sheet: related.get(chosen.id)!.part, sharedStrings: partOf("sharedStrings"), styles: partOf("styles"), isFrom1904 };
}

const macros = ["The workbook holds macros or controls; save it as .xlsx without them.", "工作簿含有宏或者控件，请另存为不含宏的 .xlsx。"] as const;
const links = ["The workbook holds links to other files or connections; paste the values into a new workbook.", "工作簿含有外部链接或者数据连接，请将数据“粘贴为数值”到新工作簿后报送。"] as const;
const objects = ["The workbook holds embedded objects; paste the values into a new workbook.", "工作簿含有嵌入对象，请将数据“粘贴为数值”到新工作簿后报送。"] as const;

async function assertHarmless(archive: Archive): Promise<void> {
  for (const name of archive.names) {
    if (/vbaproject|\/macrosheets\/|\/dialogsheets\/|\/activex\//.test(name)) throw unsafe(...macros);
    if (/\/externallinks\/|\/connections\.xml$|\/querytables\//.test(name)) throw unsafe(...links);
    if (name.includes("/embeddings/")) throw unsafe(...objects);
  }
  await readWholeXml(archive.read("[Content_Types].xml"), {
    open(_, { ContentType: type }) {
      if (type !== undefined && /macroenabled/i.test(type)) throw unsafe(...macros);
    },
  });
}
