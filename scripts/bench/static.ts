/** The same bytes to whoever asks: what no server of answers can be faster than. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { idleFor, serve } from "./child.ts";

serve<{ body: string }>(async ({ body }) => {
  const bytes = Buffer.from(body);
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      response.writeHead(200, { "content-type": "application/json; charset=utf-8", "content-length": bytes.length });
      response.end(bytes);
    });
  });
  server.keepAliveTimeout = idleFor;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
      return Promise.resolve();
    },
  };
});
