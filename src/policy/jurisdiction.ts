/**
 * The prefix that all codes of a division's subtree share (GB/T 2260: two digits for the province, two for the prefecture, two for the
 * county, three for the township): 510000 → "51", 510100 → "5101", 510104 → "510104".
 */
export const jurisdictionPrefix = (code: string): string => (code.length === 6 ? code.replace(/(00){1,2}$/, "") : code);
