/**
 * What a person would write by hand for these four questions and no others: node:http, one prepared statement for each, the answer as the
 * bytes that the database sent. It checks nothing of a question or a token, and logs nothing.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import postgres from "postgres";
import { idleFor, serve } from "./child.ts";
import { questions, type Asker } from "./questions.ts";

export interface PeerSettings {
  /** Addresses of the database as each asker's role. */
  readonly urls: Readonly<Record<Asker, string>>;
  /** Connections. */
  readonly sizes: Readonly<Record<Asker, number>>;
}

const opening = Buffer.from('{"data":');
const closing = Buffer.from("}");

serve<PeerSettings>(async ({ urls, sizes }) => {
  const open = (asker: Asker) => postgres(urls[asker], { max: sizes[asker], fetch_types: false, connection: { TimeZone: "UTC", jit: "off" } });
  const pools = { public: open("public"), department: open("department") };
  const statements = {
    public: Object.fromEntries(questions.map((question) => [question.name, { text: question.sql("public"), parameters: question.parameters }])),
    department: Object.fromEntries(questions.map((question) => [question.name, { text: question.sql("department"), parameters: question.parameters }])),
  };

  async function answer(request: IncomingMessage, body: string, response: ServerResponse): Promise<void> {
    const { operationName, variables } = JSON.parse(body) as { operationName: string; variables: Record<string, string> };
    const asker: Asker = request.headers.authorization === undefined ? "public" : "department";
    const { text, parameters } = statements[asker][operationName]!;
    const rows = (await pools[asker].unsafe(text, parameters(variables) as string[], { prepare: true }).raw()) as unknown as [Buffer][];
    const bytes = Buffer.concat([opening, rows[0]![0], closing]);
    response.writeHead(200, { "content-type": "application/json; charset=utf-8", "content-length": bytes.length });
    response.end(bytes);
  }

  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => (body += chunk));
    request.on("end", () => void answer(request, body, response).catch((error: unknown) => response.writeHead(500).end(String(error))));
  });
  server.keepAliveTimeout = idleFor;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await Promise.all(Object.values(pools).map((pool) => pool.end({ timeout: 1 })));
    },
  };
});
