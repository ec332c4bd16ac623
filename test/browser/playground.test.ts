import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { directory } from "../../src/exchange/demonstration/personas.ts";
import { foreign, openBrowser, watchedPage, type WatchedPage } from "../setup/browser.ts";
import { testHub, type TestHub } from "../setup/hub.ts";

vi.setConfig({ testTimeout: 300_000 }); // Altair is five megabytes of program, which each new profile reads and compiles: minutes where the machine is busy

let hub: TestHub;
let browser: Browser;
const opened: (WatchedPage & { readonly url: string })[] = [];
beforeAll(async () => {
  browser = await openBrowser();
  hub = await testHub();
});
afterAll(async () => {
  await browser?.close();
  await hub?.close();
});

/** Whatever a test did, nobody but the hub was asked and nothing went wrong. */
afterEach(async () => {
  for (const { requests, faults, url, close } of opened.splice(0)) {
    await close();
    expect(foreign(requests, url)).toEqual([]);
    expect(faults).toEqual([]);
  }
});

/** Opens a page of a hub, after whatever is to be done to it. */
async function open(path: string, locale = "en-US", { url }: Pick<TestHub, "url"> = hub, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
  const watched = { ...(await watchedPage(browser, locale)), url };
  opened.push(watched);
  await prepare?.(watched.page);
  await watched.page.goto(url + path);
  return watched.page;
}

/** Opens the playground and waits until it is ready. */
async function openPlayground(locale = "en-US", of: Pick<TestHub, "url"> = hub): Promise<Page> {
  const page = await open("/playground", locale, of);
  await isReady(page);
  return page;
}

/** Has answers arrive in pieces of a hundred bytes, as a slow network may cut them: within characters of three bytes too. */
const inPieces = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const ask = globalThis.fetch;
    globalThis.fetch = async (...question) => {
      const answer = await ask(...question);
      if (!answer.url.endsWith("/graphql")) return answer;
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const pieces = Array.from({ length: Math.ceil(bytes.length / 100) }, (_, place) => bytes.slice(place * 100, place * 100 + 100));
      return new Response(new ReadableStream({ pull: (controller) => (pieces.length > 0 ? controller.enqueue(pieces.shift()!) : controller.close()) }, { highWaterMark: 0 }), answer);
    };
  });

/** The bar lists who may ask once all is in place. */
const isReady = (page: Page): Promise<void> => page.locator("#hub-asker option").first().waitFor({ state: "attached" });

const tabs = (page: Page) => page.locator("app-window-switcher-item .window-switcher__input");
const tabOf = (page: Page, persona: string) => tabs(page).filter({ hasText: new RegExp(`· ${persona}\\s*$`) });

/** What a page will show once it has got so far. */
const soon = <T>(look: () => Promise<T>) => expect.poll(look);

/** What Altair has kept of its tabs in the browser. */
const kept = (page: Page): Promise<string> =>
  page.evaluate<string>(`new Promise((resolve) => {
    const asked = indexedDB.open("AltairDB");
    asked.onsuccess = () => {
      const all = asked.result.transaction("appState").objectStore("appState").getAll();
      all.onsuccess = () => { asked.result.close(); resolve(JSON.stringify(all.result)); };
    };
  })`);

/** Asks the question of the tab that is looked at; answers what its pane shows. */
async function run(page: Page): Promise<string> {
  const answered = page.waitForResponse((response) => response.url().endsWith("/graphql") && !response.request().postData()?.includes("__schema"));
  await page.locator(".send-request__button:visible").click();
  await answered;
  const pane = page.locator("app-query-result .cm-content:visible").first();
  await soon(() => pane.textContent()).toContain('"data"');
  return (await pane.textContent())!;
}

describe("In a window of any width", () => {
  /** Where the parts of the bar end, and the window. */
  const bar = (page: Page): Promise<{ readonly isWithin: boolean; readonly wide: number; readonly covered: number }> =>
    page.evaluate(`(() => {
      const bar = document.querySelector("#hub-bar").getBoundingClientRect();
      const parts = [...document.querySelectorAll("#hub-bar > *:not(.hub-space)")].map((part) => part.getBoundingClientRect());
      const below = document.querySelector(".main-container, #hub-map").getBoundingClientRect();
      return { isWithin: parts.every(({ left, right, top, bottom }) => left >= 0 && right <= innerWidth && top >= 0 && bottom <= bar.bottom), wide: document.querySelector("#hub-bar").scrollWidth, covered: bar.bottom - below.top };
    })()`);

  it.each(["zh-CN", "en-US"])("all of the bar is in it, and covers nothing, in %s", async (locale) => {
    for (const path of ["/playground", "/playground/map"]) {
      const page = await open(path, locale);
      if (path === "/playground") await isReady(page);
      for (const width of [360, 390, 600, 601, 900, 1101, 1500]) {
        await page.setViewportSize({ width, height: 900 });
        const { isWithin, wide, covered } = await bar(page);
        expect([path, width, isWithin, wide <= width, covered <= 0]).toEqual([path, width, true, true, true]);
      }
    }
  });
});

describe("The playground", () => {
  it.each([
    ["Chinese", "zh-CN", "发送请求", "数据关系图"],
    ["English", "en-US", "Send Request", "Schema map"],
  ])("opens in %s, with a tab for the public first and one for each persona", async (_language, locale, send, map) => {
    const page = await openPlayground(locale);
    await soon(() => tabs(page).count()).toBe(Object.keys(directory).length + 1);
    const titles = await tabs(page).allInnerTexts();
    expect(titles.map((title) => title.split("· ")[1]?.trim())).toEqual(["public", ...Object.keys(directory)]);
    await soon(() => page.locator(".send-request__button:visible").innerText()).toContain(send);
    expect(await page.locator("#hub-bar").innerText()).toContain(map);
  });

  it("shows the public what is open, and says of each closed field, in the reader's language, that it is refused", async () => {
    const page = await openPlayground("zh-CN");
    const answer = await run(page);
    expect(answer).toContain("锦江区");
    expect(answer).toContain("Organization.creditContact 不对当前访问者公开");
    expect(answer).toContain('"code": "FORBIDDEN"');
  });

  it("answers each persona's first question with what that persona may read", async () => {
    const read: Readonly<Partial<Record<string, RegExp>>> = { department: /"name": "\p{Script=Han}+"/u, personnel: /"idNumber": "\d{17}[\dX]"/, court: /"recordNo": "ARR-/, subject: /"coordinates": \[/, operator: /"clientId": "/ };
    const page = await openPlayground();
    for (const persona of Object.keys(directory)) {
      await tabOf(page, persona).click();
      expect([persona, await run(page)]).toEqual([persona, expect.stringMatching(read[persona] ?? /"data": \{/)]);
    }
  });

  it("reads an answer that arrives in pieces as one", async () => {
    const page = await open("/playground", "zh-CN", hub, inPieces);
    await isReady(page);
    const answer = await run(page);
    expect(JSON.parse(answer)).toMatchObject({ data: {} });
    expect(answer).not.toContain("\uFFFD");
  });

  it("opens an example as whoever is chosen, with variables and what is sent beside the question", async () => {
    const page = await openPlayground();
    await page.locator("#hub-asker").selectOption("court");
    await page.locator("#hub-examples").selectOption({ label: "● Granted arrears · granted-arrears" });
    await soon(() => tabs(page).count()).toBe(Object.keys(directory).length + 2);
    expect(await run(page)).toMatch(/"recordNo": "ARR-/);
    expect(await page.locator("#hub-asker").inputValue()).toBe("court");
  });

  it("keeps what one has opened, with tokens that are new", async () => {
    const page = await openPlayground();
    await page.locator("#hub-asker").selectOption("personnel");
    await page.locator("#hub-examples").selectOption({ label: "● Me · me" });
    await soon(() => tabs(page).count()).toBe(Object.keys(directory).length + 2);
    await soon(() => kept(page)).toContain("query Me");
    await page.reload();
    await isReady(page);
    await soon(() => tabs(page).count()).toBe(Object.keys(directory).length + 2);
    await tabs(page).last().click();
    expect(await run(page)).toContain('"audience": "PERSONNEL"');
    await page.locator("#hub-afresh").click();
    await soon(() => tabs(page).count()).toBe(Object.keys(directory).length + 1);
  });

  it("says of each field in the docs what it is", async () => {
    const page = await openPlayground();
    await page.getByText("Docs", { exact: true }).click();
    const docs = page.locator("app-doc-viewer:visible");
    await docs.getByText("Query", { exact: true }).click();
    await docs.getByText("Official", { exact: true }).first().click();
    await soon(() => docs.innerText()).toContain("Citizen identity number (公民身份号码, GB 11643-1999).");
  });

  it("is left for the map, and the map for it, in the language that was chosen", async () => {
    const page = await open("/playground?lang=en", "zh-CN");
    await isReady(page);
    await page.getByRole("link", { name: "Schema map" }).click();
    await page.waitForURL("**/playground/map?lang=en");
    await page.getByRole("link", { name: "Playground" }).click();
    await isReady(page);
    await page.getByRole("link", { name: "中文" }).click();
    await page.waitForURL("**/playground?lang=zh");
    await isReady(page);
    await soon(() => page.locator(".send-request__button:visible").innerText()).toContain("发送请求");
  });
});

describe("The map", () => {
  it("is drawn, from the divisions on, without connections and their edges", async () => {
    const page = await open("/playground/map");
    const node = (type: string) => page.locator(`svg [id="TYPE::${type}"]`);
    await node("AdministrativeDivision").waitFor({ state: "attached", timeout: 30_000 });
    expect(await Promise.all(["Organization", "Tender", "Bid", "Official", "BidConnection", "BidEdge", "PageInfo"].map((type) => node(type).count()))).toEqual([1, 1, 1, 1, 0, 0, 0]);
  });
});

describe("A page of another site", () => {
  it("gets no token, in whatever way it asks", async () => {
    const other = createServer((_request, response) => void response.setHeader("content-type", "text/html").end("<!doctype html><title>elsewhere</title>"));
    await new Promise<void>((resolve) => void other.listen(0, "127.0.0.1", resolve));
    const elsewhere = await watchedPage(browser, "en-US");
    try {
      await elsewhere.page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
      const got = await elsewhere.page.evaluate(async (address) => {
        const ways: RequestInit[] = [{ method: "POST" }, { method: "POST", mode: "no-cors" }, { method: "POST", credentials: "include" }];
        return Promise.all(ways.map((way) => fetch(address, way).then((response) => response.text(), () => "refused")));
      }, `${hub.url}/playground/tokens`);
      expect(got).toEqual(["refused", "refused", "refused"]);
    } finally {
      await elsewhere.close();
      other.close();
    }
  });
});

describe("A hub without demonstration data", () => {
  it("opens with the public's tab alone, says how to send a token, and has the browser keep nothing", async () => {
    const bare = await testHub({ demonstration: false });
    try {
      const page = await openPlayground("en-US", bare);
      await soon(() => tabs(page).count()).toBe(1);
      await soon(() => page.locator("app-query-editor .cm-content:visible").first().innerText()).toContain("authorization: Bearer <token or API key>");
      expect(await run(page)).toContain('"totalCount"');
      await page.reload();
      await isReady(page);
      await soon(() => tabs(page).count()).toBe(1);
      expect(await page.locator("app-query-result:visible").innerText()).not.toContain("totalCount");
      expect(opened[0]!.requests.filter((address) => address.endsWith("/playground/tokens"))).toEqual([]);
    } finally {
      await bare.close();
    }
  });
});
