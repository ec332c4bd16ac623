import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { StartError } from "../../src/start-error.ts";

type Environment = Record<string, string | undefined>;

/** The sentence in which the environment is refused. */
function refusal(environment: Environment): string {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(StartError);
    return (error as StartError).message;
  }
  throw new Error(`accepted: ${JSON.stringify(environment)}`);
}

describe("Configuration", () => {
  it("an empty environment gives the documented defaults", () => {
    expect(readConfig({})).toEqual({
      port: 4000, host: "127.0.0.1", databaseUrl: null, poolerUrl: null, dataDir: resolve(".data"), demo: null, logLevel: "info", publicBudget: 60_000, clientBudget: 600_000, trustedProxies: [], publicUrl: null, key: null, keyFile: null, metricsToken: null, tracesEndpoint: null,
    });
  });

  it("every variable is taken over", () => {
    const key = "0f".repeat(32);
    expect(readConfig({
      PORT: "0", HOST: "::1", DATABASE_URL: "postgresql://u:p%40@db.example:6543/hub", HUB_POOLER_URL: "postgres://pooler.example:6432/hub", HUB_DATA_DIR: "/var/hub", HUB_DEMO: "0", HUB_LOG: "silent", HUB_PUBLIC_BUDGET: "0", HUB_CLIENT_BUDGET: "999999999", HUB_TRUSTED_PROXIES: "10.0.0.1, 10.2.0.0/16,::1,2001:db8::/32", HUB_PUBLIC_URL: "https://hub.example/", HUB_KEY: key, HUB_METRICS_TOKEN: key, OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4318",
    })).toEqual({
      port: 0, host: "::1", databaseUrl: "postgresql://u:p%40@db.example:6543/hub", poolerUrl: "postgres://pooler.example:6432/hub", dataDir: "/var/hub", demo: false, logLevel: "silent", publicBudget: 0, clientBudget: 999_999_999, trustedProxies: ["10.0.0.1", "10.2.0.0/16", "::1", "2001:db8::/32"], publicUrl: "https://hub.example", key, keyFile: null, metricsToken: key, tracesEndpoint: "http://127.0.0.1:4318",
    });
    expect(readConfig({ HUB_DEMO: "1", HUB_KEY_FILE: "secrets/key" })).toMatchObject({ demo: true, keyFile: resolve("secrets/key") });
  });

  it("the configuration can't be changed afterwards", () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });

  it.each(["-1", "65536", "80.5", "4000x", "0x50", " 80", "1e3", "999999"])("PORT %j is refused by name and value", (PORT) => {
    expect(refusal({ PORT })).toBe(`PORT is ${JSON.stringify(PORT)}: give a whole number from 0 to 65535.`);
  });

  it.each(["0", "65535", "00080"])("PORT %j is accepted", (PORT) => {
    expect(readConfig({ PORT }).port).toBe(Number(PORT));
  });

  it.each(["localhost", "hub.sc.gov.cn", "0.0.0.0", "::", "a-1.b"])("HOST %j is accepted", (HOST) => {
    expect(readConfig({ HOST }).host).toBe(HOST);
  });

  it.each(["127.0.0.1:80", "http://x", "256.0.0.1", "1.2.3", "a b", "-a", "a_b", "[::1]"])("HOST %j is refused", (HOST) => {
    expect(refusal({ HOST })).toMatch(/^HOST is ".+": give an address such as/);
  });

  it.each([
    ["nonsense", "is not a valid URL"],
    ["postgres://u:hunter2@host:99999/d", "is not a valid URL"],
    ["mysql://u:hunter2@host/d", "does not start with postgres://"],
    ["http://u:hunter2@host/d", "does not start with postgres://"],
    ["postgres:///d", "names no host"],
    ["postgres://u:hunter2@host", "names no database"],
    ["postgres://u:hunter2@host/", "names no database"],
    ["postgres://u:hunter2@host/a/b", "names no database, or more than one"],
    ["postgres://u:hunter2@host:0/d", "names port 0"],
    ["postgres://u:hunter2%zz@host/d", "holds a '%'"],
    ["postgres://u:hunter2@host/d#x", "holds a '#'"],
  ])("DATABASE_URL %j is refused without repeating it", (DATABASE_URL, reason) => {
    const sentence = refusal({ DATABASE_URL });
    expect(sentence).toMatch(/^DATABASE_URL .+: give postgres:\/\/.+ or unset it for the embedded database\.$/);
    expect(sentence).toContain(reason);
    expect(sentence).not.toContain("hunter2");
  });

  it.each(["PORT", "HOST", "DATABASE_URL", "HUB_DATA_DIR", "HUB_DEMO", "HUB_LOG", "HUB_PUBLIC_BUDGET", "HUB_CLIENT_BUDGET", "HUB_TRUSTED_PROXIES", "HUB_PUBLIC_URL", "HUB_KEY", "HUB_KEY_FILE", "HUB_METRICS_TOKEN", "HUB_POOLER_URL", "OTEL_EXPORTER_OTLP_ENDPOINT"])("%s set but empty is refused", (name) => {
    expect(refusal({ [name]: "" })).toBe(`${name} is empty: give it a value or unset it.`);
  });

  it.each(["true", "yes", "2"])("HUB_DEMO %j is refused", (HUB_DEMO) => {
    expect(refusal({ HUB_DEMO })).toContain("give 1 to load the demonstration data");
  });

  it("HUB_LOG names its levels when refused", () => {
    expect(refusal({ HUB_LOG: "verbose" })).toBe('HUB_LOG is "verbose": give one of trace, debug, info, warn, error, fatal, silent.');
  });

  it.each(["-1", "1.5", "1e5", " 5", "1000000000", "none"])("a budget of %j is refused by name and value", (value) => {
    for (const name of ["HUB_PUBLIC_BUDGET", "HUB_CLIENT_BUDGET"]) expect(refusal({ [name]: value })).toBe(`${name} is ${JSON.stringify(value)}: give a whole number of units a minute, at most 999999999, or 0 for no bound.`);
  });

  it.each(["proxy.example", "10.0.0.1,", ",", "10.0.0.1 10.0.0.2", "10.0.0.1/33", "::1/129", "10.0.0.0/0", "::/0", "10.0.0.0/", "10.0.0.1:80", "256.0.0.1", "fe80::1%eth0", "10.0.0.0/255.0.0.0"])("HUB_TRUSTED_PROXIES %j is refused", (HUB_TRUSTED_PROXIES) => {
    expect(refusal({ HUB_TRUSTED_PROXIES })).toMatch(/^HUB_TRUSTED_PROXIES holds ".*": give addresses or networks such as 10\.0\.0\.1 or 10\.0\.0\.0\/8, separated by commas\.$/);
  });

  it.each(["hub.example", "ftp://hub.example", "https://", "https://u:hunter2@hub.example", "https://hub.example?x", "https://hub.example/#x", "//hub.example"])("HUB_PUBLIC_URL %j is refused without repeating it", (HUB_PUBLIC_URL) => {
    expect(refusal({ HUB_PUBLIC_URL })).toBe("HUB_PUBLIC_URL is not an address: give one such as https://hub.example.gov.cn, without user, query or fragment.");
  });

  it.each([["http://hub.example:4000", "http://hub.example:4000"], ["https://Hub.Example/integrity/", "https://hub.example/integrity"]])("HUB_PUBLIC_URL %j is the address %j", (HUB_PUBLIC_URL, publicUrl) => {
    expect(readConfig({ HUB_PUBLIC_URL })).toMatchObject({ publicUrl });
  });

  it.each(["postgres://u:hunter2@h/d", "postgres://u@h/d", "http://h/d", "postgres://h", "postgres://h:0/d", "postgres://h/d#x", "h:6432"])("HUB_POOLER_URL %j is refused without repeating it", (HUB_POOLER_URL) => {
    expect(refusal({ HUB_POOLER_URL, DATABASE_URL: "postgres://u:p@h/d" })).toBe("HUB_POOLER_URL is no address of a pooler: give postgres://host:port/database, without user and password, as each role has its own.");
  });

  it("HUB_POOLER_URL without DATABASE_URL is refused", () => {
    expect(refusal({ HUB_POOLER_URL: "postgres://h:6432/d" })).toContain("set without DATABASE_URL");
  });

  it.each(["127.0.0.1:4318", "grpc://127.0.0.1", "http://127.0.0.1?x"])("OTEL_EXPORTER_OTLP_ENDPOINT %j is refused", (OTEL_EXPORTER_OTLP_ENDPOINT) => {
    expect(refusal({ OTEL_EXPORTER_OTLP_ENDPOINT })).toContain("give one such as http://127.0.0.1:4318");
  });

  it.each(["short", "with a space in it, and long enough", "x".repeat(31)])("HUB_METRICS_TOKEN %j is refused without repeating it", (HUB_METRICS_TOKEN) => {
    expect(refusal({ HUB_METRICS_TOKEN })).toBe("HUB_METRICS_TOKEN is no token: give 32 letters and digits at least, such as `openssl rand -hex 32` prints.");
  });

  it("HUB_KEY is refused without repeating it", () => {
    const key = "deadbeef";
    expect(refusal({ HUB_KEY: key })).not.toContain(key);
    expect(refusal({ HUB_KEY: "g".repeat(64) })).toContain("64 hexadecimal digits");
  });

  it("HUB_KEY and HUB_KEY_FILE exclude each other", () => {
    expect(refusal({ HUB_KEY: "0f".repeat(32), HUB_KEY_FILE: "key" })).toContain("keep one of them");
  });

  it("a misspelt variable of the hub is refused, a stranger's is not looked at", () => {
    expect(refusal({ HUB_DATADIR: "x" })).toMatch(/^The environment variable HUB_DATADIR is unknown: use one of HUB_DATA_DIR, /);
    expect(readConfig({ GITHUB_TOKEN: "x", HUBBLE: "y" }).port).toBe(4000);
  });
});
