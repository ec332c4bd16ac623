import { foldText } from "./folded-text.ts";

/** A name as names are compared: compatibility forms folded, without blanks and middle dots, in small letters. */
export const comparedName = (name: string): string => name.normalize("NFKC").replace(/[\s·•・‧∙⋅]/g, "").toLowerCase();

/** A text as names are looked for in it: as it is searched, without what names are compared without. */
export const comparedText = (text: string): string => comparedName(foldText(text).text);
