/** A name as names are compared: compatibility forms folded, without blanks and middle dots, in small letters. */
export const comparedName = (name: string): string => name.normalize("NFKC").replace(/[\s·•・‧∙⋅]/g, "").toLowerCase();
