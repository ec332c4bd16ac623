import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stubServer, type StubServer } from "./stub-server.ts";

/** Milliseconds in which a request must have arrived. */
const arrival = 200;

let server: StubServer;
beforeAll(async () => {
  server = await stubServer({ arrival });
});
afterAll(() => server.close());

/** A connection, with all that was answered on it. */
async function open(): Promise<{ readonly socket: Socket; readonly answered: () => string; readonly closed: Promise<unknown> }> {
  const socket = connect(server.port, "127.0.0.1");
  await once(socket, "connect");
  let text = "";
  socket.on("data", (piece) => (text += String(piece)));
  return { socket, answered: () => text, closed: once(socket, "close") };
}
const head = (type: string, length: number): string => `POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: ${type}\r\ncontent-length: ${length}\r\n\r\n`;

describe("A request that does not arrive whole", () => {
  it("is ended with a status of its own", async () => {
    const { socket, answered, closed } = await open();
    socket.write(`${head("application/json", 100)}{"query":`);
    await closed;
    expect(answered()).toMatch(/^HTTP\/1\.1 408 /);
  });
});

describe("A connection on which a request was refused before it was read", () => {
  it("is good for the next one, also when the time of the first is over", async () => {
    const refused = await open();
    refused.socket.write(`${head("text/plain", 2)}{}`);
    await expect.poll(refused.answered).toMatch(/^HTTP\/1\.1 415 /);
    // One that began later has had its time: then the first one's is over as well.
    const later = await open();
    later.socket.write(head("application/json", 100));
    await later.closed;
    const before = refused.answered();
    expect(before).not.toContain("408");
    refused.socket.write("GET /livez HTTP/1.1\r\nhost: hub\r\n\r\n");
    await expect.poll(() => refused.answered().slice(before.length)).toMatch(/^HTTP\/1\.1 200 /);
    refused.socket.destroy();
  });
});
