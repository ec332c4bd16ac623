import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { silentLog } from "../../src/store/log.ts";
import { withCluster } from "../../src/store/with-cluster.ts";
import { children, clusters, isRoot, root, sample, emptyFolder, dataFolder, open, refusal, ask, kept, hub, serverOf, isRunning, untilGone } from "./cluster-fixtures.ts";

describe("The embedded server", () => {
  it("is PostgreSQL 18 with durable writes, UTF-8 and UTC, reached over loopback by password only", async () => {
    const cluster = await open(dataFolder());
    expect([cluster.embedded, cluster.version]).toEqual([true, 18]);
    const names = ["fsync", "synchronous_commit", "full_page_writes", "data_checksums", "server_encoding", "TimeZone", "listen_addresses", "unix_socket_directories",
      "log_error_verbosity", "log_parameter_max_length", "log_parameter_max_length_on_error", "log_min_error_statement", "log_statement", "log_min_messages", "password_encryption"];
    const settings = await ask(cluster.ownerUrl, (sql) => sql<{ name: string; setting: string }[]>`select name, setting from pg_settings where name in ${sql(names)}`);
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: "on", synchronous_commit: "on", full_page_writes: "on", data_checksums: "on", server_encoding: "UTF8", TimeZone: "UTC", listen_addresses: "127.0.0.1", unix_socket_directories: "",
      log_error_verbosity: "terse", log_parameter_max_length: "0", log_parameter_max_length_on_error: "0", log_min_error_statement: "panic", log_statement: "none", log_min_messages: "log", password_encryption: "scram-sha-256",
    });
    const url = new URL(cluster.ownerUrl);
    url.password = "wrong";
    await expect(ask(url.href, (sql) => sql`select 1`)).rejects.toMatchObject({ code: "28P01" });
    url.password = "";
    await expect(ask(url.href, (sql) => sql`select 1`)).rejects.toThrow();
  });

  it("takes Chinese characters for letters, or text search would drop them", async () => {
    const cluster = await open(dataFolder());
    const [found] = await ask(cluster.ownerUrl, async (sql) => {
      await sql`create extension pg_trgm`;
      return sql<[{ grams: string[]; order: boolean }]>`select show_trgm('四川省') as grams, 'Z' < 'a' as order`;
    });
    expect(found.grams).toHaveLength(4);
    expect(found.order).toBe(true);
  });

  it("keeps no values in its log", async () => {
    const lines: string[] = [];
    const cluster = await open(dataFolder(), { ...silentLog, debug: (line) => lines.push(line) });
    await ask(cluster.ownerUrl, async (sql) => {
      await sql`create table person (id text primary key)`;
      await sql`insert into person values ('geheim-1')`;
      await expect(sql`insert into person values ('geheim-1')`).rejects.toMatchObject({ code: "23505" });
      await expect(sql.unsafe("select 'geheim-2'::uuid")).rejects.toMatchObject({ code: "22P02" });
      await expect(sql`select ${"geheim-3"}::int`).rejects.toMatchObject({ code: "22P02" });
      await sql.unsafe("do $$ begin raise warning 'geheim-4'; end $$");
    });
    await cluster.close();
    expect(lines.join("\n")).toContain("ready to accept connections");
    expect(lines.join("\n")).not.toContain("geheim");
  });

  it("keeps secrets in files that nobody else reads, and refuses them when others may", async () => {
    const folder = dataFolder();
    expect(statSync(join(folder, "postgres-password")).mode & 0o777).toBe(0o600);
    expect(statSync(join(sample, "lock")).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, "postgres")).mode & 0o777).toBe(0o700);
    chmodSync(join(folder, "postgres-password"), 0o644);
    expect(await refusal({ databaseUrl: null, dataDir: folder })).toContain("chmod 600");
  });

  it("keeps what was written, and leaves nothing running", async () => {
    const folder = dataFolder();
    const cluster = await open(folder);
    expect(await kept(cluster.ownerUrl)).toBe(1);
    const server = serverOf(folder);
    expect(isRunning(server)).toBe(true);
    await Promise.all([cluster.close(), cluster.close()]);
    expect(isRunning(server)).toBe(false);
    expect(readdirSync(folder).sort()).toEqual(["lock", "postgres", "postgres-password"]);
  });

  it("is started again on its port when it ends by itself", async () => {
    const folder = dataFolder();
    const cluster = await open(folder);
    process.kill(serverOf(folder), "SIGKILL");
    await expect.poll(() => kept(cluster.ownerUrl).catch(() => 0), { interval: 50 }).toBe(1);
  });

  it("an interrupted first start leaves nothing that the next one stumbles over", async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, "postgres.new-dead", "data"), { recursive: true });
    writeFileSync(join(folder, "postgres.new-dead", "data", "PG_VERSION"), "18\n");
    chmodSync(folder, 0o711);
    const cluster = await open(folder);
    expect(readdirSync(folder).filter((name) => name.startsWith("postgres.new"))).toEqual([]);
    await cluster.close();
  });

  it.runIf(isRoot)("as root with a closed folder, lives where its user reaches it, and is found again", async () => {
    const closed = join(root, "closed");
    mkdirSync(closed, { mode: 0o700 });
    const folder = join(closed, "data");
    const lines: string[] = [];
    const cluster = await open(folder, { ...silentLog, info: (line) => lines.push(line) });
    const home = readFileSync(join(folder, "postgres-location"), "utf8").trim();
    try {
      await ask(cluster.ownerUrl, (sql) => sql`create table kept as select 1 as n`);
      await cluster.close();
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(home);
      expect(existsSync(join(folder, "postgres"))).toBe(false);
      expect(await kept((await open(folder)).ownerUrl)).toBe(1);
      for (const opened of clusters) await opened.close();
      rmSync(home, { recursive: true });
      expect(await refusal({ databaseUrl: null, dataDir: folder })).toContain("is no folder");
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
});

describe("A second hub on the same data folder", () => {
  it("is refused by the first one's number, and the first keeps running", async () => {
    const folder = dataFolder();
    const first = await hub(folder, "stay");
    const second = await hub(folder, "stay");
    expect(second.refused).toBe(`Another hub (process ${first.child.pid}) uses the data folder ${folder}: stop it, or set HUB_DATA_DIR to another folder.`);
    expect(await second.ended).toBe(1);
    expect(await kept(first.ownerUrl)).toBe(1);
  });

  it("of two that start at once on an empty folder exactly one comes up", async () => {
    const folder = emptyFolder();
    const both = await Promise.all([hub(folder, "stay"), hub(folder, "stay")]);
    expect(both.filter(({ ownerUrl }) => ownerUrl !== "")).toHaveLength(1);
    expect(both.filter(({ refused }) => refused.includes("uses the data folder"))).toHaveLength(1);
  });

  it("within the same process is refused too", async () => {
    const folder = dataFolder();
    const first = await open(folder);
    expect(await refusal({ databaseUrl: null, dataDir: folder })).toContain(`process ${process.pid}`);
    expect(await refusal({ databaseUrl: null, dataDir: folder })).toContain(`process ${process.pid}`); // the attempt did not drop the lock
    expect(await kept(first.ownerUrl)).toBe(1);
  });
});

describe("After a hub was killed", () => {
  it("its orphaned server is stopped, and what it had acknowledged is there", async () => {
    const folder = dataFolder();
    const first = await hub(folder, "stay");
    const server = serverOf(folder);
    await ask(first.ownerUrl, (sql) => sql`insert into kept values (2)`);
    first.child.kill("SIGKILL");
    expect(await first.ended).toBe("SIGKILL");
    expect(isRunning(server)).toBe(true);
    const next = await open(folder);
    expect(isRunning(server)).toBe(false);
    expect(await kept(next.ownerUrl)).toBe(2);
  });

  it("together with its server, the next start recovers", async () => {
    const folder = dataFolder();
    const first = await hub(folder, "stay");
    const server = serverOf(folder);
    await ask(first.ownerUrl, (sql) => sql`insert into kept values (2)`);
    first.child.kill("SIGKILL");
    process.kill(server, "SIGKILL");
    await first.ended;
    await untilGone(server);
    expect(await kept((await open(folder)).ownerUrl)).toBe(2);
  });

  it("a process that got the dead server's number is neither taken for it nor touched", async () => {
    const folder = dataFolder();
    const { uid, gid } = statSync(join(folder, "postgres"));
    const stranger = spawn("sleep", ["60"], { stdio: "ignore", uid, gid });
    try {
      const lock = [String(stranger.pid), join(folder, "postgres"), "1700000000", "5432", "", "127.0.0.1", "  1234567         0", "ready   ", ""].join("\n");
      writeFileSync(join(folder, "postgres", "postmaster.pid"), lock, { mode: 0o600 });
      if (isRoot) chownSync(join(folder, "postgres", "postmaster.pid"), uid, gid);
      writeFileSync(join(folder, "running.json"), `${JSON.stringify({ pid: stranger.pid, port: 5432, momentary: false })}\n`);
      expect(await kept((await open(folder)).ownerUrl)).toBe(1);
      expect(isRunning(stranger.pid!)).toBe(true);
    } finally {
      stranger.kill("SIGKILL");
    }
  });

  it("in the middle of its first start, the next one makes the database anew", async () => {
    const folder = emptyFolder();
    const child = spawn(process.execPath, [fileURLToPath(new URL("hub-process.ts", import.meta.url)), folder, "stay"], { stdio: "ignore" });
    await expect.poll(() => existsSync(folder) && readdirSync(folder).some((name) => name.startsWith("postgres.new")), { interval: 5 }).toBe(true);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(existsSync(join(folder, "postgres"))).toBe(false);
    const cluster = await open(folder);
    expect(await ask(cluster.ownerUrl, (sql) => sql`select 1 as up`)).toEqual([{ up: 1 }]);
  });
});

describe("The server ends with its hub", () => {
  it.each([["exit", 0], ["throw", 1], ["end", 0]] as const)("when the hub ends by %s", async (then, status) => {
    const folder = dataFolder();
    const { ended, ownerUrl } = await hub(folder, then);
    expect(ownerUrl).not.toBe("");
    expect(await ended).toBe(status);
    await expect.poll(() => existsSync(join(folder, "postgres", "postmaster.pid")), { interval: 10 }).toBe(false);
  });

  it.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)("in order at %s, which the hub then ends by", async (signal) => {
    const folder = dataFolder();
    const { child, ended, lines } = await hub(folder, "stay");
    child.kill(signal);
    expect(await ended).toBe(signal);
    expect(existsSync(join(folder, "postgres", "postmaster.pid"))).toBe(false);
    expect(existsSync(join(folder, "running.json"))).toBe(false);
    expect(lines.join("\n")).toContain("database system is shut down");
  });
});

describe("A signal during the start", () => {
  it("stops the server that is just coming up", async () => {
    const folder = dataFolder();
    const child = spawn(process.execPath, [fileURLToPath(new URL("hub-process.ts", import.meta.url)), folder, "stay"], { stdio: "ignore" });
    children.add(child);
    const lock = join(folder, "postgres", "postmaster.pid");
    await expect.poll(() => existsSync(lock) && readFileSync(lock, "utf8") !== "", { interval: 1 }).toBe(true);
    const server = serverOf(folder);
    child.kill("SIGTERM");
    await once(child, "exit");
    await untilGone(server);
    expect(existsSync(lock)).toBe(false);
  });
});

describe("A command", () => {
  it("beside a running hub uses its server and leaves it running", async () => {
    const folder = dataFolder();
    const { ownerUrl } = await hub(folder, "stay");
    const used = await withCluster({ databaseUrl: null, dataDir: folder }, silentLog, async (cluster) => {
      expect(await kept(cluster.ownerUrl)).toBe(1);
      expect([cluster.embedded, cluster.version]).toEqual([true, 18]);
      return cluster.ownerUrl;
    });
    expect(used).toBe(ownerUrl);
    expect(await kept(ownerUrl)).toBe(1);
  });

  it("without a hub starts the server for the moment, and stops it even when the work fails", async () => {
    const folder = dataFolder();
    const work = withCluster({ databaseUrl: null, dataDir: folder }, silentLog, async (cluster) => {
      expect(await kept(cluster.ownerUrl)).toBe(1);
      throw new Error("the work failed");
    });
    await expect(work).rejects.toThrow("the work failed");
    expect(existsSync(join(folder, "postgres", "postmaster.pid"))).toBe(false);
  });

  it("makes a hub and other commands wait for its end", async () => {
    const folder = dataFolder();
    const command = await hub(folder, "command");
    const lines: string[] = [];
    const next = open(folder, { ...silentLog, info: (line) => { lines.push(line); command.child.stdin!.end(); } });
    expect(await kept((await next).ownerUrl)).toBe(1);
    expect(lines[0]).toBe(`A command of the hub (process ${command.child.pid}) uses the data folder; waiting for its end.`);
    expect(await command.ended).toBe(0);
  });
});
