import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { hubKey } from "../../src/store/hub-key.ts";

const root = mkdtempSync(join(tmpdir(), "integrity-hub-key-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const key = "0f".repeat(32);

describe("The hub's master key", () => {
  it("comes from the environment, and then nothing is written", () => {
    const dataDir = join(root, "unused");
    expect(hubKey({ key, keyFile: null, dataDir })).toEqual(Buffer.alloc(32, 0x0f));
    expect(() => statSync(dataDir)).toThrow("ENOENT");
  });

  it("comes from the operator's file, whatever its mode", () => {
    const keyFile = join(root, "mounted");
    writeFileSync(keyFile, `${key}\n`, { mode: 0o440 });
    expect(hubKey({ key: null, keyFile, dataDir: root })).toEqual(Buffer.alloc(32, 0x0f));
  });

  it("is refused when the operator's file is missing or holds something else, without repeating it", () => {
    const keyFile = join(root, "other");
    expect(() => hubKey({ key: null, keyFile, dataDir: root })).toThrow(/^The file .+ of HUB_KEY_FILE can't be read: /);
    writeFileSync(keyFile, "hunter2");
    expect(() => hubKey({ key: null, keyFile, dataDir: root })).toThrow(/^The file .+ of HUB_KEY_FILE holds no key: (?!.*hunter2)/);
  });

  it("is made once in the data folder, for its user alone, and is random", () => {
    const dataDir = join(root, "data");
    const made = hubKey({ key: null, keyFile: null, dataDir });
    expect(made).toHaveLength(32);
    expect(hubKey({ key: null, keyFile: null, dataDir })).toEqual(made);
    expect(statSync(join(dataDir, "key")).mode & 0o777).toBe(0o600);
    expect(hubKey({ key: null, keyFile: null, dataDir: join(root, "data2") })).not.toEqual(made);
  });

  it("is refused when others may read it or when it is damaged, and is not made anew", () => {
    const dataDir = join(root, "data3");
    hubKey({ key: null, keyFile: null, dataDir });
    const file = join(dataDir, "key");
    chmodSync(file, 0o640);
    expect(() => hubKey({ key: null, keyFile: null, dataDir })).toThrow("chmod 600");
    chmodSync(file, 0o600);
    writeFileSync(file, "short");
    expect(() => hubKey({ key: null, keyFile: null, dataDir })).toThrow("is damaged");
    expect(readFileSync(file, "utf8")).toBe("short");
  });
});
