import { expect, it } from "vitest";
import { openBrowser } from "./browser.ts";

it("Tests in a browser say what to install where there is none", async () => {
  await expect(openBrowser("/nowhere/chromium")).rejects.toThrow("not at /nowhere/chromium: install it with apt-get install chromium");
});
