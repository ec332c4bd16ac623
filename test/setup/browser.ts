import { existsSync } from "node:fs";
import { chromium, type Browser, type Page } from "playwright-core";

/** Where Debian puts Chromium. */
const chromiumPath = "/usr/bin/chromium";

/** Opens nothing of its own, asks nobody, and runs as any user, root too. */
const quietly = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/**
 * A browser without a window.
 *
 * @throws Error that says what to install, where there is none
 */
export async function openBrowser(executablePath = chromiumPath): Promise<Browser> {
  if (!existsSync(executablePath)) throw new Error(`These tests look at pages in Chromium, which is not at ${executablePath}: install it with apt-get install chromium fonts-noto-cjk.`);
  return chromium.launch({ executablePath, args: quietly });
}

/** A page that remembers what went on in it. */
export interface WatchedPage {
  readonly page: Page;
  /** Address of every request. */
  readonly requests: string[];
  /** What the console said was wrong, and what was thrown. */
  readonly faults: string[];
  close(): Promise<void>;
}

/** A page in a profile of its own, in a language. */
export async function watchedPage(browser: Browser, locale: string): Promise<WatchedPage> {
  const context = await browser.newContext({ locale, viewport: { width: 1500, height: 900 } });
  const requests: string[] = [];
  const faults: string[] = [];
  context.on("request", (request) => void requests.push(request.url()));
  context.on("console", (message) => void (message.type() === "error" && faults.push(message.text())));
  context.on("weberror", (error) => void faults.push(error.error().message));
  return { page: await context.newPage(), requests, faults, close: () => context.close() };
}

/** Addresses that are not of a site, and what the browser makes of its own. */
export const foreign = (requests: readonly string[], url: string): string[] => requests.filter((address) => !address.startsWith(`${url}/`) && !/^(data:|blob:)/.test(address));
