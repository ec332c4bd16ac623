/** Where in the law something stands: the title as cited in Chinese, and the article (条) where there is one. */
export interface Basis {
  readonly title: string;
  readonly article: number | null;
}

/** A legal basis by title and article, for example `basis("个人信息保护法", 6)`. Its text and its dates are rows of LegalBasis. */
export const basis = (title: string, article: number | null = null): Basis => ({ title, article });

/** The citation by which a basis is looked up in LegalBasis, for example "个人信息保护法第6条". */
export const citation = (of: Basis): string => (of.article === null ? of.title : `${of.title}第${of.article}条`);
