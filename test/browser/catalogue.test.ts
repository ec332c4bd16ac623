import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testHub, type TestHub } from "../setup/hub.ts";
import { faintTexts } from "./faint-texts.ts";

/** The catalogue in a real browser: Debian's Chromium. */
const executablePath = "/usr/bin/chromium";
const switches = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

let hub: TestHub;
let browser: Browser;
beforeAll(async () => {
  if (!existsSync(executablePath)) throw new Error(`There is no Chromium at ${executablePath}: apt-get install -y chromium fonts-noto-cjk`);
  hub = await testHub();
  browser = await chromium.launch({ executablePath, args: switches });
});
afterAll(async () => {
  await browser?.close();
  await hub?.close();
});

/** What a page has asked for and complained of. */
interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly requests: string[];
  readonly complaints: string[];
}

async function open(path: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const watched: Watched = { page, context, requests: [], complaints: [] };
  page.on("request", (request) => void watched.requests.push(request.url()));
  page.on("console", (message) => void watched.complaints.push(message.text()));
  page.on("pageerror", (error) => void watched.complaints.push(error.message));
  await page.goto(`${hub.url}${path}`);
  return watched;
}

/** What runs in a page is text: the types of browsers are not those of the hub. */
const inPage = <T>(page: Page, expression: string): Promise<T> => page.evaluate<T>(expression);

const shownRows = (page: Page): Promise<string[]> => inPage(page, '[...document.querySelectorAll("[data-row]")].filter((row) => row.offsetParent !== null).map((row) => row.id)');
const isInView = (page: Page, id: string): Promise<boolean> => inPage(page, `(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.getElementById("${id}").getBoundingClientRect())`);
const groundOf = (page: Page, id: string): Promise<string> => inPage(page, `getComputedStyle(document.getElementById("${id}")).backgroundColor`);

describe("In a browser", () => {
  it.each(["/catalogue", "/catalogue/Official", "/catalogue/datasets", "/catalogue/codelists/BidStatus", "/catalogue/bases", "/catalogue/changes", "/catalogue/errors", "/catalogue?q=uscc"])("%s asks for itself and nothing else, and has nothing to complain of", async (path) => {
    const { requests, complaints, context } = await open(path);
    expect(requests.filter((url) => !url.startsWith("data:"))).toEqual([`${hub.url}${path}`]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each([
    ["a desk", 1280, "light"],
    ["a telephone", 360, "light"],
    ["a telephone at night", 360, "dark"],
  ] as const)("no page is wider than %s", async (_what, width, colorScheme) => {
    for (const path of ["/catalogue?lang=zh", "/catalogue?lang=en", "/catalogue/Official?lang=zh", "/catalogue/Attachment?lang=en", "/catalogue/datasets?lang=zh", "/catalogue/changes?lang=en", "/catalogue/errors?lang=zh", "/catalogue/bases?lang=en"]) {
      const { page, context } = await open(path, { viewport: { width, height: 800 }, colorScheme });
      expect(await inPage(page, "document.documentElement.scrollWidth"), path).toBeLessThanOrEqual(width);
      await context.close();
    }
  });

  it("an address with a field goes to it and marks it", async () => {
    const { page, context } = await open("/catalogue/Official?lang=zh#idNumber");
    expect(await isInView(page, "idNumber")).toBe(true);
    expect(await groundOf(page, "idNumber")).not.toBe(await groundOf(page, "name"));
    await context.close();
  });

  it("the filter leaves the fields that fit, by English, by Chinese and by class, and says how many", async () => {
    const { page, context } = await open("/catalogue/Official?lang=zh");
    const all = (await shownRows(page)).length;
    await page.locator("#page-filter").fill("idnumber");
    expect(await shownRows(page)).toEqual(["idNumber", "idNumberDigest"]);
    expect(await page.locator(".filter output").textContent()).toBe(`2 / ${all}`);
    await page.locator("#page-filter").fill("公民身份号码");
    expect(await shownRows(page)).toContain("idNumber");
    await page.locator("#page-filter").fill("");
    await page.locator("#page-class").selectOption("withheld");
    expect((await shownRows(page)).sort()).toEqual(["contentHash", "deliveryId", "deliveryRow", "idNumberDigest", "submittedBy"]);
    await page.locator("#page-class").selectOption("");
    expect(await shownRows(page)).toHaveLength(all);
    await context.close();
  });

  it("an address with a field that the filter hides shows it again", async () => {
    const { page, context } = await open("/catalogue/Official?lang=en");
    await page.locator("#page-filter").fill("gender");
    expect(await page.locator("#idNumber").isVisible()).toBe(false);
    await inPage(page, 'location.hash = "#idNumber"');
    await page.locator("#idNumber").waitFor({ state: "visible" });
    expect(await isInView(page, "idNumber")).toBe(true);
    await context.close();
  });

  it("a search by the keyboard leads to a field, and from there to the same page in the other language", async () => {
    const { page, context } = await open("/catalogue?lang=zh");
    await page.getByRole("searchbox").first().fill("银行账户");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Organization.bankAccount" }).click();
    await page.waitForURL(/\/catalogue\/Organization\?lang=zh#bankAccount$/);
    expect(await isInView(page, "bankAccount")).toBe(true);
    await page.getByRole("link", { name: "English" }).click();
    await page.waitForURL(/\/catalogue\/Organization\?lang=en/);
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await context.close();
  });

  it("pages read and search without a script", async () => {
    const { page, context } = await open("/catalogue/Official?lang=en", { javaScriptEnabled: false });
    expect(await page.locator(".filter").isVisible()).toBe(false);
    expect(await page.locator("#idNumber").isVisible()).toBe(true);
    await page.getByRole("searchbox").first().fill("Bid.score");
    await page.getByRole("button", { name: "Search" }).click();
    expect(await page.getByRole("link", { name: "Bid.score" }).isVisible()).toBe(true);
    await context.close();
  });

  it("a table is a table to a reader on a telephone too", async () => {
    const { page, context } = await open("/catalogue/codelists/BidStatus?lang=en", { viewport: { width: 360, height: 800 } });
    expect(await page.getByRole("table").count()).toBe(1);
    expect(await page.getByRole("row").count()).toBe(6);
    expect(await page.getByRole("rowheader").first().textContent()).toContain("RECEIVED");
    await context.close();
  });

  it.each(["light", "dark"] as const)("words stand out from their ground by 4.5 to 1 at least, by %s", async (colorScheme) => {
    for (const path of ["/catalogue?lang=en", "/catalogue/Official?lang=zh#idNumber", "/catalogue/errors?lang=en"]) {
      const { page, context } = await open(path, { colorScheme });
      expect(await inPage(page, faintTexts), path).toEqual([]);
      await context.close();
    }
  });
});
