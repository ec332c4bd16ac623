import { connect, type Socket } from "node:net";
import { once } from "node:events";

/** What one round gave. */
export interface Round {
  readonly requests: number;
  readonly seconds: number;
  /** Milliseconds of each request, sorted. */
  readonly latencies: readonly number[];
}

/** A POST of JSON as it goes over the wire. */
export function requestBytes(url: URL, body: string, headers: Readonly<Record<string, string>>): Buffer {
  const lines = Object.entries({ host: url.host, accept: "application/json", "content-type": "application/json", ...headers, "content-length": String(Buffer.byteLength(body)) });
  return Buffer.from(`POST /graphql HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join("\r\n")}\r\n\r\n${body}`);
}

const headEnd = Buffer.from("\r\n\r\n");

/** One connection that is kept alive: a request at a time, the answer's bytes counted and not read. */
class Asker {
  readonly #socket: Socket;
  #wanted = 0;
  #head: Buffer = Buffer.alloc(0);
  #answered: (error?: Error) => void = () => {};

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on("data", (chunk) => this.#take(chunk));
    socket.on("close", () => this.#answered(new Error("The server closed a connection.")));
  }

  ask(request: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) return reject(new Error("The server closed a connection between rounds."));
      this.#wanted = -1;
      this.#answered = (error) => (error ? reject(error) : resolve());
      this.#socket.write(request);
    });
  }

  end(): void {
    this.#answered = () => {};
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    if (this.#wanted < 0) {
      const bytes = this.#head.length === 0 ? chunk : Buffer.concat([this.#head, chunk]);
      const end = bytes.indexOf(headEnd);
      if (end < 0) {
        this.#head = bytes;
        return;
      }
      this.#head = Buffer.alloc(0);
      const head = bytes.toString("latin1", 0, end);
      const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1]);
      if (!head.startsWith("HTTP/1.1 200") || Number.isNaN(length)) {
        this.#answered(new Error(`Not an answer to measure: ${head}`));
        return;
      }
      this.#wanted = length - (bytes.length - end - headEnd.length);
    } else this.#wanted -= chunk.length;
    if (this.#wanted === 0) this.#answered();
  }
}

/** Connections to one server, kept alive between rounds. */
export class Load {
  readonly #askers: readonly Asker[];
  /** Place in the list of requests; the next round goes on from there. */
  #place = 0;

  private constructor(askers: readonly Asker[]) {
    this.#askers = askers;
  }

  static async open(url: URL, connections: number): Promise<Load> {
    return new Load(
      await Promise.all(
        Array.from({ length: connections }, async () => {
          const socket = connect(Number(url.port), url.hostname);
          await once(socket, "connect");
          return new Asker(socket);
        }),
      ),
    );
  }

  /** Asks on every connection, one question after another, for so many seconds. */
  async run(requests: readonly Buffer[], seconds: number): Promise<Round> {
    const latencies: number[] = [];
    const begun = performance.now();
    const until = begun + seconds * 1000;
    await Promise.all(
      this.#askers.map(async (asker) => {
        for (let before = performance.now(); before < until; ) {
          await asker.ask(requests[this.#place++ % requests.length]!);
          const now = performance.now();
          latencies.push(now - before);
          before = now;
        }
      }),
    );
    const took = (performance.now() - begun) / 1000;
    return { requests: latencies.length, seconds: took, latencies: latencies.sort((a, b) => a - b) };
  }

  close(): void {
    for (const asker of this.#askers) asker.end();
  }
}
