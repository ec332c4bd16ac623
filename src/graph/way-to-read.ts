import { isBody, type Audience } from "../catalog/audience.ts";
import type { Language } from "../errors.ts";
import { howToApply } from "../plan/denial.ts";
import { readingBy, type Coordinate } from "../policy/coordinates.ts";
import type { Supplier, SupplierOf } from "./suppliers.ts";

/** What somebody can do to read what a coordinate names, in words: nothing where it is read by right, else whom to ask for what. */
export async function wayToRead(audience: Audience, coordinate: Coordinate, supplierOf: SupplierOf, language: Language): Promise<string> {
  if (readingBy(audience, coordinate) === "yes") return howToApply("open", language);
  if (coordinate.field.class !== "conditional") return howToApply(coordinate.field.class, language);
  const words = isBody(audience) ? forBodies[language] : forOthers[language];
  return words(coordinate, await supplierOf(coordinate));
}

type Words = Readonly<Record<Language, (coordinate: Coordinate, supplier: Supplier) => string>>;

const forBodies: Words = {
  en: ({ grantedBy }, { names, conditions }) =>
    `Ask for a sharing grant with the mutation requestSharing, naming ${grantedBy}, the purpose and the provision that you rest on; the body that supplies the data${names.length > 0 ? ` (${names.join("、")})` : ""} decides. Under the grant, state its purpose and the case with each question (extensions.access).${conditions.length > 0 ? ` It is shared on this condition: ${conditions.join("")}` : ""}`,
  zh: ({ grantedBy }, { names, conditions }) =>
    `请用 mutation requestSharing 申请共享授权，写明信息项 ${grantedBy}、用途和法律依据，由数据提供单位${names.length > 0 ? `（${names.join("、")}）` : ""}决定；获准后每次查询须注明用途和案件编号（extensions.access）。${conditions.length > 0 ? `共享条件：${conditions.join("")}` : ""}`,
};

const forOthers: Words = {
  en: ({ field }, { names }) =>
    `It is shared with government bodies only, which ask the body that supplies the data${names.length > 0 ? ` (${names.join("、")})` : ""} for a sharing grant with the mutation requestSharing.${field.toSubject ? " The person concerned uses the own window." : ""}`,
  zh: ({ field }, { names }) => `仅向政务部门共享：由政务部门用 mutation requestSharing 向数据提供单位${names.length > 0 ? `（${names.join("、")}）` : ""}申请共享授权。${field.toSubject ? "本人可通过个人窗口查询。" : ""}`,
};
