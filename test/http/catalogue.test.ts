import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changePath, fieldPath } from "../../src/catalog/catalogue-path.ts";
import { disclosureClasses, type DisclosureClass } from "../../src/catalog/disclosure-class.ts";
import { commands } from "../../src/domains/commands.ts";
import { catalogue as errorCodes, codeTold, graphqlCodes, type Code } from "../../src/errors.ts";
import { coordinatesOf } from "../../src/policy/coordinates.ts";
import { hubCatalogue } from "../../src/server.ts";
import { readHtml, type HtmlPage } from "../setup/html-page.ts";
import { testHub, type TestHub } from "../setup/hub.ts";

/** The pages that say what the hub holds, over HTTP as a browser gets them. */
interface Line {
  readonly type: string;
  readonly field: string;
  readonly class: DisclosureClass;
  readonly basis: string;
  readonly audited: "true" | "false";
  readonly filterable: "everybody" | "bodies" | "nobody";
  readonly description: string;
}

/** The committed ledger, read as a person would: a CSV file. */
const ledger: readonly Line[] = parse(readFileSync(new URL("../../schema/disclosure.csv", import.meta.url)), { columns: true });
const types = [...new Set(ledger.map(({ type }) => type))];
const languages = ["zh", "en"] as const;

const folder = mkdtempSync(join(tmpdir(), "integrity-hub-catalogue-"));
let hub: TestHub;
beforeAll(async () => {
  hub = await testHub({ deliveries: folder });
});
afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true, force: true });
});

const send = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> => fetch(`${hub.url}${path}`, { headers });

/** Each page of this run once, by its address without the anchor. */
const read = new Map<string, Promise<HtmlPage>>();
function pageOf(path: string): Promise<HtmlPage> {
  let page = read.get(path);
  if (!page)
    read.set(path, (page = send(path).then(async (response) => {
      expect(response.status, path).toBe(200);
      return readHtml(await response.text());
    })));
  return page;
}

/** Every page that is reached from the overview in a language, with its address. */
async function allPages(language: string): Promise<ReadonlyMap<string, HtmlPage>> {
  const found = new Map<string, HtmlPage>();
  const ahead = [`/catalogue?lang=${language}`];
  for (let address = ahead.pop(); address !== undefined; address = ahead.pop()) {
    if (found.has(address)) continue;
    const page = await pageOf(address);
    found.set(address, page);
    for (const { name, attributes } of page.elements) {
      const [path] = (attributes["href"] ?? "").split("#");
      if (name === "a" && path!.startsWith("/catalogue") && path!.endsWith(`lang=${language}`)) ahead.push(path!);
    }
  }
  return found;
}

describe("The catalogue", () => {
  it.each(languages)("has every type and field of the committed ledger on its page in %s, with class, basis, who filters and whether it is logged", async (language) => {
    const said = {
      zh: { filters: { everybody: "任何人", bodies: "政务部门", nobody: "不可" }, logged: { true: "每次留痕", false: "否" } },
      en: { filters: { everybody: "everybody", bodies: "government bodies", nobody: "nobody" }, logged: { true: "every reading", false: "no" } },
    }[language];
    for (const type of types) {
      const page = await pageOf(`/catalogue/${type}?lang=${language}`);
      for (const { field, class: cls, basis, audited, filterable, description } of ledger.filter((line) => line.type === type)) {
        const text = page.textOf(field);
        const [, sentence, term] = /^(.*) \(([^,()]+)/.exec(description)!;
        const wanted = [field, sentence!, term!, disclosureClasses[cls].zh, ...(language === "en" ? [cls] : []), basis, ...(cls === "withheld" ? [] : [said.filters[filterable]])];
        for (const word of wanted) expect(text, `${type}.${field}`).toContain(word);
        if (cls !== "withheld") expect(text!.endsWith(` ${said.logged[audited]}`), `${type}.${field}`).toBe(true);
      }
    }
  });

  it("says who supplies a type's rows and how often, as the public reads it in the graph", async () => {
    const { body } = await hub.ask("public", "{ catalogItems(first: 200) { nodes { code name typeName providerName updateCycle basisCitation } } }");
    const { nodes } = body.data!["catalogItems"] as { nodes: { code: string; name: string; typeName: string | null; providerName: string; basisCitation: string }[] };
    expect(nodes.length).toBeGreaterThan(50);
    const datasets = await pageOf("/catalogue/datasets?lang=zh");
    for (const { code, name, typeName, providerName, basisCitation } of nodes) {
      const page = typeName === null ? datasets : await pageOf(`/catalogue/${typeName}?lang=zh`);
      for (const word of [code, name, providerName, basisCitation]) expect(page.text, code).toContain(word);
      expect(datasets.textOf(code)).toContain(providerName);
    }
    expect((await pageOf("/catalogue/Bid?lang=zh")).text).toContain("更新周期 实时");
    expect((await pageOf("/catalogue/Bid?lang=en")).text).toContain("Update cycle In real time");
    expect(datasets.textOf("SC-ZW-YY")).toContain("尚未接入");
  });

  it("says row rules in words, each field with its term and the way to it", async () => {
    const page = await pageOf("/catalogue/Bid?lang=zh");
    expect(page.textOf("rule-main")).toBe("记录 符合下列任一条件时可见： “所投招标的开标记录时间”（tender.openedAt）已有记载且时刻已到 由公共资源交易中心查询，并且“所投招标的交易中心所在行政区划代码”（tender.divisionCode）在查询单位管辖区域内");
    expect((await pageOf("/catalogue/Organization?lang=en")).textOf("rule-main")).toBe("Rows Visible for everybody.");
    expect((await pageOf("/catalogue/Official?lang=en")).textOf("name")).toContain("other bodies under a sharing grant");
  });

  it("is where the hub's address by itself leads", async () => {
    const answer = await fetch(`${hub.url}/`, { redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([302, "/catalogue"]);
  });

  it("says which status an error has, by what the client takes", async () => {
    const statusOf = async (accept: string, query: string) => (await fetch(`${hub.url}/graphql`, { method: "POST", headers: { accept, "content-type": "application/json" }, body: JSON.stringify({ query }) })).status;
    const page = await pageOf("/catalogue/errors?lang=zh");
    expect(page.text).toContain("以 application/json 应答时，按 GraphQL over HTTP 规范，查询本身有误的（表中 400，BAD_REQUEST 除外）状态为 200");
    for (const [code, query] of [["GRAPHQL_VALIDATION_FAILED", "{ nothing }"], ["GRAPHQL_PARSE_FAILED", "{"], ["LIMIT_EXCEEDED", "{ tenders(first: 500) { totalCount } }"], ["BAD_REQUEST", ""]] as const) {
      expect(page.textOf(code)).toMatch(new RegExp(`^${code} 400 `));
      expect([code, await statusOf("application/graphql-response+json", query), await statusOf("application/json", query)]).toEqual([code, 400, code === "BAD_REQUEST" ? 400 : 200]);
    }
  });

  it("says who may make a change by what he does, and who may not by the terms of the fields that name him", async () => {
    const page = await pageOf("/catalogue/changes?lang=zh");
    expect(page.textOf("withdrawSharing")).toContain("由任一政务部门办理，并且“申请单位”（requesterId）为办理单位");
    expect(page.textOf("grantSharing")).toContain("不得由以下信息项所指的单位或客户端办理：“申请单位”（requesterId）、“申请客户端”（requestedBy）");
    expect(page.text).not.toContain("查询单位");
  });

  it("offers the templates of what is delivered, with their columns", async () => {
    const page = await pageOf("/catalogue/Bid?lang=zh");
    expect(page.elements.filter(({ name, attributes }) => name === "a" && attributes["href"]?.startsWith("/ingest/")).map(({ attributes }) => attributes["href"])).toEqual(["/ingest/bids/template.xlsx", "/ingest/bids/template.csv"]);
    expect(page.text).toContain("报送文件的 17 列");
  });

  it.each(languages)("is whole in %s: pages are well formed, each link leads to a page that has the place, and none leads to another host", async (language) => {
    const pages = await allPages(language);
    expect(pages.size).toBeGreaterThan(types.length + 50);
    const elsewhere = new Set<string>();
    for (const [address, page] of pages) {
      expect(page.faults, address).toEqual([]);
      expect(new Set(page.ids).size, `${address} has an id twice`).toBe(page.ids.length);
      for (const { name, attributes } of page.elements) {
        if (name === "link" && attributes["rel"] === "icon") continue;
        for (const url of [attributes["href"], attributes["action"], attributes["src"]].filter((each) => each !== undefined)) {
          const [path, anchor] = url.split("#");
          expect(url, address).toMatch(/^(\/(?!\/)|#)/);
          const target = path === "" ? page : pages.get(path!);
          if (target && anchor !== undefined) expect(target.ids, `${address} leads to ${url}`).toContain(decodeURIComponent(anchor));
          else if (!target) elsewhere.add(path!);
        }
      }
    }
    for (const path of elsewhere) {
      const response = await send(path);
      expect(response.status, path).toBe(200);
      await response.arrayBuffer();
    }
  });

  it.each(languages)("can be read with a reader in %s: one heading of the first order, none left out, a caption for each table, a label for each input, the language of each foreign piece", async (language) => {
    for (const [address, { elements }] of await allPages(language)) {
      const orders = elements.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
      expect(orders.filter((order) => order === 1), address).toHaveLength(1);
      orders.forEach((order, place) => expect(order - (orders[place - 1] ?? 0), address).toBeLessThanOrEqual(1));
      const count = (wanted: string): number => elements.filter(({ name }) => name === wanted).length;
      expect(count("caption"), address).toBe(count("table"));
      const labels = elements.flatMap(({ name, attributes }) => (name === "label" ? [attributes["for"]] : []));
      for (const { name, attributes } of elements) if (["input", "select"].includes(name) && attributes["type"] !== "hidden") expect(labels, address).toContain(attributes["id"]);
      expect(elements[0]!.attributes["lang"], address).toBe(language === "zh" ? "zh-CN" : "en");
      if (language === "zh") for (const each of elements) if (each.attributes["class"] === "sentence" && /^[A-Z][\x20-\x7e]+$/.test(each.text)) expect(each.attributes["lang"], `${address}: ${each.text}`).toBe("en");
    }
  });
});

describe("An address of the documentation", () => {
  it("leads to the place of each error code, each coordinate and each change", async () => {
    const codes = [...new Set([...(Object.keys(errorCodes) as Code[]).map(codeTold), ...graphqlCodes])];
    const addresses = [...codes.map((code) => `/catalogue/errors#${code}`), ...[...coordinatesOf(hubCatalogue()).keys()].map(fieldPath), ...commands.map(({ name }) => changePath(name))];
    expect(addresses.length).toBeGreaterThan(1300);
    for (const address of addresses) {
      const [path, anchor] = address.split("#");
      expect((await pageOf(path!)).ids, address).toContain(anchor);
    }
  });

  it.each([
    ["a field that is denied", "{ officials(first: 1) { nodes { idNumber } } }", "/catalogue/Official#idNumber"],
    ["a relation that is denied", "{ organizations(first: 1) { nodes { officials { totalCount } } } }", "/catalogue/Organization#officials"],
    ["a change that is for others", 'mutation { resumeClient(input: { id: "x", version: 1 }) { userErrors { code } } }', "/catalogue/changes#resumeClient"],
    ["a question that is for others", '{ verifyLog(from: "2026-01-01", to: "2026-01-02") { isIntact } }', "/catalogue/errors#FORBIDDEN"],
    ["a field that is not there", "{ nothing }", "/catalogue/errors#GRAPHQL_VALIDATION_FAILED"],
    ["what is no GraphQL", "{", "/catalogue/errors#GRAPHQL_PARSE_FAILED"],
    ["a value that is not lawful", '{ node(id: "x") { id } }', "/catalogue/errors#BAD_USER_INPUT"],
  ])("is told of %s, and leads there", async (_what, query, address) => {
    const { errors } = (await hub.ask("public", query)).body;
    expect(errors![0]!.extensions["documentationUrl"]).toBe(address);
    const [path, anchor] = address.split("#");
    expect((await pageOf(path!)).ids).toContain(anchor);
  });

  it("leads to a place, of whichever error or explanation in the committed answers to the example questions", async () => {
    const requests = new URL("../requests/", import.meta.url);
    const answers = readdirSync(requests, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
    const told = new Set(answers.flatMap((name) => [...readFileSync(new URL(name, requests), "utf8").matchAll(/"documentationUrl": "([^"]*)"/g)].map(([, address]) => address!)));
    expect(told.size).toBeGreaterThan(20);
    for (const address of told) {
      const [path, anchor] = address.split("#");
      expect((await pageOf(path!)).ids, address).toContain(anchor);
    }
  });

  it("is told where there is nothing at a path", async () => {
    const { errors } = (await (await send("/nothing")).json()) as { errors: { extensions: { documentationUrl: string } }[] };
    expect(errors[0]!.extensions.documentationUrl).toBe("/catalogue/errors#BAD_USER_INPUT");
  });
});

describe("A search", () => {
  const found = async (question: string, language = "en"): Promise<string[]> => {
    const page = readHtml(await (await send(`/catalogue?lang=${language}&q=${encodeURIComponent(question)}`)).text());
    expect(page.faults).toEqual([]);
    return page.elements.filter(({ name, attributes }) => name === "a" && attributes["href"]?.startsWith("/catalogue/") && /^[\w.]+$/.test(attributes["href"].split(/[?]/)[0]!.split("/").at(-1)!)).map(({ attributes }) => attributes["href"]!.replace(/\?lang=\w+/, ""));
  };

  it.each([
    ["a type by its name", "Bid", "/catalogue/Bid"],
    ["a type by its term", "投标", "/catalogue/Bid"],
    ["a field by its name", "bankAccount", "/catalogue/Organization#bankAccount"],
    ["a field by its term", "银行账户", "/catalogue/Organization#bankAccount"],
    ["a coordinate", "official.idnumber", "/catalogue/Official#idNumber"],
    ["a field by words of its sentence", "identity citizen number", "/catalogue/Official#idNumber"],
    ["a change", "requestSharing", "/catalogue/changes#requestSharing"],
    ["an error", "RATE_LIMITED", "/catalogue/errors#RATE_LIMITED"],
    ["a code list by a title of its codes", "否决投标", "/catalogue/codelists/BidStatus"],
  ])("finds %s", async (_what, question, address) => {
    const pages = ["/catalogue/datasets", "/catalogue/codelists", "/catalogue/bases", "/catalogue/changes", "/catalogue/errors"];
    expect((await found(question)).find((each) => !pages.includes(each))).toBe(address);
  });

  it("says so where nothing is found, and shows everything where nothing is searched for", async () => {
    expect(await (await send("/catalogue?lang=zh&q=qqqqq")).text()).toContain("没有找到。");
    expect(await (await send("/catalogue?lang=zh&q=%20")).text()).toBe(await (await send("/catalogue?lang=zh")).text());
  });

  const hostile = `"><script>alert(1)</script><img src=x onerror='alert(1)'>&amp;`;
  it.each(["/catalogue?lang=en&q=", "/catalogue?lang=zh&q=", "/catalogue/", "/catalogue/codelists/"])("repeats what it was given as text and nothing else: %s", async (path) => {
    const { faults, elements, text } = readHtml(await (await send(path + encodeURIComponent(hostile))).text());
    expect(faults).toEqual([]);
    expect(elements.filter(({ name }) => name === "script")).toHaveLength(1);
    expect(elements.filter(({ name }) => name === "img")).toEqual([]);
    expect(elements.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => name.startsWith("on") || name === "style")).toEqual([]);
    if (path.endsWith("q=")) expect(elements.find(({ attributes }) => attributes["id"] === "page-search")!.attributes["value"]).toBe(hostile);
    expect(text).toContain("<script>alert(1)</script>");
  });

  it("looks at a hundred characters and no more", async () => {
    const { elements } = readHtml(await (await send(`/catalogue?q=${"x".repeat(5000)}`)).text());
    expect(elements.find(({ attributes }) => attributes["id"] === "page-search")!.attributes["value"]).toHaveLength(100);
  });
});

describe("A page", () => {
  it.each([
    ["that of the address", "/catalogue/Bid?lang=zh", "en", "zh-CN"],
    ["that of the address", "/catalogue/Bid?lang=en", "zh-CN", "en"],
    ["that of the browser, where the address says none", "/catalogue/Bid", "zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"],
    ["that of the browser, where the address says none that there is", "/catalogue/Bid?lang=fr", "zh", "zh-CN"],
    ["English, where neither says one that there is", "/catalogue/Bid", "fr", "en"],
  ])("has the language: %s", async (_which, path, accepted, language) => {
    const response = await send(path, { "accept-language": accepted });
    const { elements } = readHtml(await response.text());
    expect([response.headers.get("content-language"), elements[0]!.attributes["lang"]]).toEqual([language, language]);
    expect(response.headers.get("vary")).toBe("accept-encoding, accept-language");
  });

  it("leads to itself in the other language, with what is searched for", async () => {
    const page = readHtml(await (await send("/catalogue?lang=zh&q=投标")).text());
    expect(page.elements.find(({ attributes, name }) => name === "a" && attributes["hreflang"] === "en")!.attributes["href"]).toBe(`/catalogue?lang=en&q=${encodeURIComponent("投标")}`);
    expect((await pageOf("/catalogue/Bid?lang=en")).elements.find(({ attributes, name }) => name === "a" && attributes["hreflang"] === "zh-CN")!.attributes["href"]).toBe("/catalogue/Bid?lang=zh");
  });

  it("may be kept by anybody for five minutes, and is not sent again to who has it", async () => {
    const response = await send("/catalogue/Bid");
    await response.text();
    expect(response.headers.get("cache-control")).toBe("public, max-age=300");
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const again = await send("/catalogue/Bid", { "if-none-match": response.headers.get("etag")! });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", response.headers.get("etag")]);
    expect((await send("/catalogue/Bid?lang=zh", { "if-none-match": response.headers.get("etag")! })).status).toBe(200);
  });

  it("is compressed for who takes that, and the same for who does not", async () => {
    const raw = (encoding: string | undefined): Promise<{ encoding: string | undefined; bytes: Buffer }> =>
      new Promise((resolve, reject) => {
        get(`${hub.url}/catalogue/Bid`, { headers: encoding === undefined ? {} : { "accept-encoding": encoding } }, (response) => {
          const pieces: Buffer[] = [];
          response.on("data", (piece: Buffer) => pieces.push(piece)).on("end", () => resolve({ encoding: response.headers["content-encoding"], bytes: Buffer.concat(pieces) }));
        }).on("error", reject);
      });
    const [plain, zipped, refused] = await Promise.all([raw(undefined), raw("br, gzip;q=0.8"), raw("gzip;q=0, identity")]);
    expect([plain.encoding, zipped.encoding, refused.encoding]).toEqual([undefined, "gzip", undefined]);
    expect(gunzipSync(zipped.bytes).equals(plain.bytes)).toBe(true);
    expect(zipped.bytes.length).toBeLessThan(plain.bytes.length / 3);
  });

  it("lets a browser use its own style and script, and nothing else of anybody", async () => {
    const response = await send("/catalogue/Bid");
    const source = await response.text();
    const digest = (name: string): string => `'sha256-${createHash("sha256").update(new RegExp(`<${name}>([^]*?)</${name}>`).exec(source)![1]!).digest("base64")}'`;
    expect(readHtml(source).elements.filter(({ name }) => name === "style" || name === "script")).toHaveLength(2);
    expect(response.headers.get("content-security-policy")).toBe(`default-src 'none'; style-src ${digest("style")}; script-src ${digest("script")}; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("is the same for whoever asks", async () => {
    const token = (await hub.tokenOf("supervision"))!;
    const [anybody, supervision, stranger] = await Promise.all([undefined, token, "not-a-token"].map(async (bearer) => (await send("/catalogue/Official?lang=zh", bearer === undefined ? {} : { authorization: `Bearer ${bearer}` })).text()));
    expect(supervision).toBe(anybody);
    expect(stranger).toBe(anybody);
  });

  it.each(["Bidd", "bid", "codelists/BidState", "nothing/at/all", "Bid/score", "__proto__", "constructor"])("of %s is not there: that is said as a page, which nobody keeps", async (path) => {
    const response = await send(`/catalogue/${path}?lang=zh`);
    expect([response.status, response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual([404, "text/html; charset=utf-8", "no-store"]);
    const { faults, text } = readHtml(await response.text());
    expect(faults).toEqual([]);
    expect(text).toContain("目录中没有该页");
  });

  it("that is not there suggests those that resemble it", async () => {
    const suggested = async (path: string) => readHtml(await (await send(`/catalogue/${path}`)).text()).elements.filter(({ name, attributes }) => name === "a" && attributes["href"]?.startsWith("/catalogue/")).map(({ text }) => text);
    expect(await suggested("Bidd")).toContain("Bid");
    expect(await suggested("organisation")).toContain("Organization");
    expect(await suggested("codelists/BidState")).toContain("codelists/BidStatus");
  });

  it("has its address with a stroke at its end as well", async () => {
    for (const path of ["/catalogue/", "/catalogue/Bid/"]) expect((await send(path)).status, path).toBe(200);
  });
});
