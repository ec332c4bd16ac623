import { HubError } from "../errors.ts";

/** The error for a token or API key that is not taken, with the reason in both languages; never with anything that was sent. */
export const unauthenticated = (en: string, zh: string): HubError => new HubError("UNAUTHENTICATED", { "reason.en": en, "reason.zh": zh });
