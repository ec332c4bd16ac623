import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import postgres from "postgres";
import { afterEach, describe, expect, inject, it } from "vitest";
import { StartError } from "../../src/start-error.ts";
import { openCluster } from "../../src/store/cluster.ts";
import { silentLog } from "../../src/store/log.ts";
import { databaseUrl, freshDatabase } from "../setup/database.ts";

const dataDir = "/nonexistent/unused"; // with DATABASE_URL nothing is kept on disk here

/** The one sentence in which the address is refused; it never repeats the password. */
async function refusal(address: string): Promise<string> {
  const error: unknown = await openCluster({ databaseUrl: address, dataDir }, silentLog).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StartError);
  const { message } = error as StartError;
  expect(message).toMatch(/^[A-Z][^\n]*[.]$/);
  const { password } = new URL(address);
  if (password.length > 3) expect(message).not.toContain(password);
  return message;
}

function changed(change: (url: URL) => void): string {
  const url = new URL(inject("ownerUrl"));
  change(url);
  return url.href;
}

const servers = new Set<Server>();
const sockets = new Set<Socket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers) server.close();
  sockets.clear();
  servers.clear();
});

/** Something that listens where a database should. */
async function impostor(answer: (socket: Socket, data: Buffer, isFirst: boolean) => void): Promise<string> {
  const server = createServer((socket) => {
    let isFirst = true;
    sockets.add(socket.on("error", () => {}));
    socket.on("data", (data) => {
      answer(socket, data, isFirst);
      isFirst = false;
    });
  });
  servers.add(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `postgres://someone:hunter2@127.0.0.1:${(server.address() as AddressInfo).port}/hub`;
}

const message = (kind: string, body: Buffer): Buffer => Buffer.concat([Buffer.from(kind), int(body.length + 4), body]);
const int = (n: number): Buffer => { const bytes = Buffer.alloc(4); bytes.writeInt32BE(n); return bytes; };
const short = (n: number): Buffer => int(n).subarray(2);

/** A server that answers every question with one row of text. */
const answering = (row: Readonly<Record<string, readonly [type: number, text: string]>>) => impostor((socket, _, isFirst) => {
  const columns = Object.entries(row);
  socket.write(isFirst
    ? Buffer.concat([message("R", int(0)), message("Z", Buffer.from("I"))])
    : Buffer.concat([
        message("T", Buffer.concat([short(columns.length), ...columns.map(([name, [type]]) => Buffer.concat([Buffer.from(`${name}\0`), int(0), short(0), int(type), short(-1), int(-1), short(0)]))])),
        message("D", Buffer.concat([short(columns.length), ...columns.map(([, [, text]]) => Buffer.concat([int(Buffer.byteLength(text)), Buffer.from(text)]))])),
        message("C", Buffer.from("SELECT 1\0")), message("Z", Buffer.from("I")),
      ]));
});

describe("The operator's server", () => {
  it("is used as it is, and closing leaves it alone", async () => {
    const cluster = await openCluster({ databaseUrl: inject("ownerUrl"), dataDir }, silentLog);
    expect(cluster).toMatchObject({ ownerUrl: inject("ownerUrl"), embedded: false });
    expect(cluster.version).toBeGreaterThanOrEqual(15);
    await cluster.close();
    const sql = postgres(inject("ownerUrl"), { max: 1 });
    expect(await sql`select 1 as up`).toEqual([{ up: 1 }]);
    await sql.end();
  });

  it("with a wrong password is refused", async () => {
    const url = changed((given) => { given.password = "hunter2"; });
    const known = await openCluster({ databaseUrl: url, dataDir }, silentLog).then(() => true, () => false);
    if (!known) expect(await refusal(url)).toMatch(/refuses the password of user \w+: correct the credentials in DATABASE_URL\.$/); // a server that trusts everybody knows no wrong one
  });

  it("with a database that does not exist is refused", async () => {
    expect(await refusal(databaseUrl("no_such_database"))).toMatch(/^The database no_such_database does not exist at .+: create it, or correct the name in DATABASE_URL\.$/);
  });

  it("on a port where nothing listens is refused", async () => {
    const gone = await impostor(() => {});
    for (const server of servers) { server.close(); await once(server, "close"); }
    expect(await refusal(gone)).toBe(`No database server listens at ${new URL(gone).host}: start it, or correct host and port in DATABASE_URL.`);
  });

  it("on a host without address is refused", async () => {
    expect(await refusal("postgres://someone:hunter2@no-such-host.invalid/hub")).toMatch(/^The database host of DATABASE_URL \(no-such-host\.invalid:5432\) has no address/);
  });

  it("that accepts and never answers is refused in time", async () => {
    expect(await refusal(await impostor(() => {}))).toMatch(/does not answer within 5 seconds/);
  });

  it("that is no database is refused", async () => {
    expect(await refusal(await impostor((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")))).toMatch(/^(What answers|The database server) at .+ (can't be used as a database|does not answer within 5 seconds)/);
  });

  it("that is too old, a standby or in another encoding is refused", async () => {
    const good = { number: [23, "180004"], encoding: [25, "UTF8"], standby: [16, "f"], path: [25, "public, hub_settings_arrive"] } as const;
    expect((await openCluster({ databaseUrl: await answering(good), dataDir }, silentLog)).version).toBe(18);
    expect(await refusal(await answering({ ...good, number: [23, "140011"] }))).toMatch(/is PostgreSQL 14: DATABASE_URL must name one of version 15 or later\.$/);
    expect(await refusal(await answering({ ...good, standby: [16, "t"] }))).toMatch(/is a standby and takes no writes/);
    expect(await refusal(await answering({ ...good, encoding: [25, "LATIN1"] }))).toMatch(/has the encoding LATIN1/);
  });

  it("that drops the settings of a session, or refuses them, is refused as a pooler", async () => {
    const said = /takes no settings of a session, as a pooler does: let DATABASE_URL lead to PostgreSQL itself, and only HUB_POOLER_URL to the pooler\.$/;
    expect(await refusal(await answering({ number: [23, "150020"], encoding: [25, "UTF8"], standby: [16, "f"], path: [25, '"$user", public'] }))).toMatch(said);
    const refusing = await impostor((socket) => socket.end(message("E", Buffer.from("SFATAL\0C08P01\0Munsupported startup parameter: search_path\0\0"))));
    expect(await refusal(refusing)).toMatch(said);
  });

  it("whose address sets a search path is none", async () => {
    expect((await openCluster({ databaseUrl: `${inject("ownerUrl")}?search_path=pg_catalog`, dataDir }, silentLog)).version).toBeGreaterThanOrEqual(15);
  });

  it("a database of the run's server can be used, too", async () => {
    const database = await freshDatabase();
    expect((await openCluster({ databaseUrl: database.url, dataDir }, silentLog)).ownerUrl).toBe(database.url);
    await database.drop();
    expect(await refusal(database.url)).toContain("does not exist");
  });
});
