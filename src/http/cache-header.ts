/** What the public may keep until the minute ends, on the same grid for everybody: a shorter time would tell of what is yet to appear. Midnight in Asia/Shanghai ends a minute as well. */
export const publicForAMinute = (): string => `public, max-age=${60 - (Math.floor(Date.now() / 1000) % 60)}`;

/** What an answer depends on beside its address. */
export const publicVary = "accept, accept-language, authorization";
