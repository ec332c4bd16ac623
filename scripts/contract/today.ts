/** The day on which something is released or may go, YYYY-MM-DD by the calendar of Asia/Shanghai. */
export const todayInShanghai = (): string => new Date().toLocaleDateString("en-CA", { timeZone: "Asia/Shanghai" });
