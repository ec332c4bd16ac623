import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type FreshDatabase } from "../../setup/database.ts";
import { demonstrationTemplate } from "../../setup/template.ts";
import { assertNeverReceived, assertTakenOnce, deliveriesOf, maskingRules, untilDone, type Material } from "./material.ts";
import { filesIn, kill, spoolFolder, startProcess, tokenOf, type RunningHub } from "./processes.ts";

/** What this hub takes: bytes of a file, and milliseconds without one of them. */
const limits = { longest: 100_000, arrival: 1_000 };

let database: FreshDatabase;
let sql: postgres.Sql;
let hub: RunningHub;
const folder = spoolFolder();
beforeAll(async () => {
  database = await freshDatabase(await demonstrationTemplate());
  sql = postgres(database.url, { max: 2, onnotice: () => {} });
  hub = await startProcess(database.url, folder, limits);
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

/** A request as it goes over the wire. */
interface Wire {
  readonly socket: Socket;
  send(piece: string): void;
  /** Waits until all that was answered so far looks like this. */
  untilAnswered(pattern: RegExp): Promise<void>;
  /** What was answered until the hub closed the connection. */
  readonly closed: Promise<string>;
}

async function open(material: Material, headers: readonly string[], to = hub): Promise<Wire> {
  const { hostname, port } = new URL(to.url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  let answered = "";
  socket.on("data", (piece) => (answered += String(piece)));
  socket.on("error", () => {});
  const closed = new Promise<string>((resolve) => socket.once("close", () => resolve(answered)));
  socket.write([`POST /ingest/${material.dataset} HTTP/1.1`, "host: hub", `authorization: Bearer ${await tokenOf(material.persona)}`, "content-type: text/csv", ...headers, "", ""].join("\r\n"));
  return { socket, closed, send: (piece) => void socket.write(piece), untilAnswered: (pattern) => expect.poll(() => answered, { interval: 2 }).toMatch(pattern) };
}

const lengthOf = ({ text }: Material): string => `content-length: ${Buffer.byteLength(text)}`;
const untilArriving = (count = 1) => expect.poll(() => filesIn(folder).filter((name) => name.endsWith(".arriving")).length, { interval: 2 }).toBe(count);
/** Nothing of the file is here or known. */
async function assertNothingOf(material: Material): Promise<void> {
  await expect.poll(() => filesIn(folder), { interval: 2 }).toEqual([]);
  await assertNeverReceived(sql, material);
}

describe("Nothing is left of a file", () => {
  it("whose connection is cut in its midst", async () => {
    const material = maskingRules(50);
    const wire = await open(material, [lengthOf(material)]);
    wire.send(material.text.slice(0, 700));
    await untilArriving();
    wire.socket.resetAndDestroy();
    await assertNothingOf(material);
  });

  it("that is shorter than was said, when its sender says no more", async () => {
    const material = maskingRules(50);
    const wire = await open(material, [`content-length: ${Buffer.byteLength(material.text) + 1}`]);
    wire.send(material.text);
    await untilArriving();
    wire.socket.end();
    await wire.closed;
    await assertNothingOf(material);
  });

  it("that trickles in and then stops, after a while without a byte", async () => {
    const material = maskingRules(50);
    const wire = await open(material, [lengthOf(material)]);
    for (const byte of material.text.slice(0, 40)) wire.send(byte);
    await untilArriving();
    const began = performance.now();
    expect(await wire.closed).toBe("");
    expect(performance.now() - began).toBeLessThan(limits.arrival + 4_000);
    await assertNothingOf(material);
  });

  it("in pieces whose last one is missing", async () => {
    const material = maskingRules(50);
    const wire = await open(material, ["transfer-encoding: chunked"]);
    wire.send(`${material.text.length.toString(16)}\r\n`);
    await untilArriving();
    wire.socket.end();
    await wire.closed;
    await assertNothingOf(material);
  });

  it("that is longer than a file may be; who sent it is told so, though it was still sending", async () => {
    const material = maskingRules(4_000);
    const { status, body } = await hub.deliver(material.persona, material.dataset, material.text);
    expect([status, body.errors?.[0]?.message]).toEqual([413, "The request goes beyond a limit: a delivered file has at most 100000 bytes; deliver it in pieces."]);
    await assertNothingOf(material);
  });

  it("that is compressed on its way: it is refused with a sentence", async () => {
    const material = maskingRules(50);
    const { status, body } = await hub.deliver(material.persona, material.dataset, gzipSync(material.text), { "content-encoding": "gzip" });
    expect([status, body.errors?.[0]?.message]).toEqual([415, "A file is sent as it is, without Content-Encoding"]);
    await assertNothingOf(material);
  });
});

describe("A file is taken", () => {
  it("in pieces of a few bytes", async () => {
    const material = maskingRules(20);
    const wire = await open(material, ["transfer-encoding: chunked"]);
    for (const piece of material.text.match(/[^]{1,7}/gu)!) wire.send(`${Buffer.byteLength(piece).toString(16)}\r\n${piece}\r\n`);
    wire.send("0\r\n\r\n");
    await wire.untilAnswered(/^HTTP\/1.1 202 /);
    wire.socket.destroy();
    await untilDone(sql, [folder]);
    await assertTakenOnce(sql, material);
  });

  it("that is sent once the hub has said that it may come", async () => {
    const material = maskingRules(20);
    const wire = await open(material, [lengthOf(material), "expect: 100-continue"]);
    await wire.untilAnswered(/^HTTP\/1.1 100 Continue/);
    wire.send(material.text);
    await wire.untilAnswered(/HTTP\/1.1 202 /);
    wire.socket.destroy();
    await untilDone(sql, [folder]);
    await assertTakenOnce(sql, material);
  });

  it("while another one arrives", async () => {
    const [one, other] = [maskingRules(300), maskingRules(300)];
    const wires = [await open(one, [lengthOf(one)]), await open(other, [lengthOf(other)])];
    wires[0]!.send(one.text.slice(0, 900));
    wires[1]!.send(other.text.slice(0, 900));
    await untilArriving(2);
    wires[1]!.send(other.text.slice(900));
    wires[0]!.send(one.text.slice(900));
    for (const wire of wires) await wire.untilAnswered(/^HTTP\/1.1 202 /);
    for (const wire of wires) wire.socket.destroy();
    await untilDone(sql, [folder]);
    for (const material of [one, other]) await assertTakenOnce(sql, material);
  });

  it("whose sender goes away before the answer; who sends it again gets the receipt of the first", async () => {
    const material = maskingRules(200);
    await sql.begin(async (holding) => {
      await holding`lock table delivery in exclusive mode`;
      const wire = await open(material, [lengthOf(material)]);
      wire.send(material.text);
      await expect.poll(() => filesIn(folder).filter((name) => !name.endsWith(".arriving")).length, { interval: 2 }).toBe(1);
      wire.socket.resetAndDestroy();
    });
    await untilDone(sql, [folder]);
    await expect.poll(() => deliveriesOf(sql, material)).toMatchObject([{ state: "COMPLETED" }]);
    const { receiptNo } = (await deliveriesOf(sql, material))[0]!;
    expect(await hub.deliver(material.persona, material.dataset, material.text)).toMatchObject({ status: 200, body: { receiptNo, isSameAsBefore: true } });
    await untilDone(sql, [folder]);
    await assertTakenOnce(sql, material);
  });
});

/** Whether this process may make file systems. */
const mayMount = ((): boolean => {
  if (process.getuid?.() !== 0) return false;
  try {
    execFileSync("unshare", ["--mount", "mount", "-t", "tmpfs", "none", "/mnt"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

// Where this process may not, a full disk cannot be had.
it.skipIf(!mayMount)("Where the disk is full a file is refused for the moment and nothing of it stays; once there is room it is taken", async () => {
  const full = spoolFolder();
  mkdirSync(full, { mode: 0o700 });
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k,mode=700", "none", full]);
  try {
    const small = await startProcess(database.url, full);
    const material = maskingRules(2_000);
    expect(await small.deliver(material.persona, material.dataset, material.text)).toMatchObject({ status: 503, body: { errors: [{ extensions: { code: "UNAVAILABLE" } }] } });
    expect(filesIn(full)).toEqual([]);
    await assertNeverReceived(sql, material);
    execFileSync("mount", ["-o", "remount,size=1m", full]);
    expect((await small.deliver(material.persona, material.dataset, material.text)).status).toBe(202);
    await untilDone(sql, [full]);
    await assertTakenOnce(sql, material);
    await kill(small);
  } finally {
    execFileSync("umount", ["-l", full]);
  }
});
