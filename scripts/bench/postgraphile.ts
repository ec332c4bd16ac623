/**
 * PostGraphile 5 on the same database, as its documentation has it for production: Grafserv on node:http, no GraphiQL, no watching, prepared
 * statements (its adaptor's way), a pool as large as the hub's. It connects as the public's role, so that it knows what the public may read.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { idleFor, serve } from "./child.ts";

/** What is used of the packages of scripts/bench, which the hub's own installation does not have. */
interface Packages {
  readonly postgraphile: (preset: object) => { createServ(grafserv: unknown): { addTo(server: unknown): Promise<void> }; release(): Promise<void> };
  readonly makePgService: (settings: object) => object;
  readonly grafserv: unknown;
  readonly PostGraphileAmberPreset: object;
}

const load = async (name: keyof Packages | "default", path: string): Promise<unknown> => ((await import(path)) as Record<string, unknown>)[name];

serve<{ url: string; size: number }>(async ({ url, size }) => {
  const packages = {
    postgraphile: await load("postgraphile", "postgraphile"),
    makePgService: await load("makePgService", "postgraphile/adaptors/pg"),
    grafserv: await load("grafserv", "postgraphile/grafserv/node"),
    PostGraphileAmberPreset: await load("PostGraphileAmberPreset", "postgraphile/presets/amber"),
  } as Packages;
  const instance = packages.postgraphile({
    extends: [packages.PostGraphileAmberPreset],
    disablePlugins: ["PgIndexBehaviorsPlugin"], // it takes the second column of an index for none, and could then not sort as the questions do
    pgServices: [packages.makePgService({ connectionString: url, schemas: ["public"], poolConfig: { max: size } })],
    grafserv: { graphqlPath: "/graphql", graphiql: false, watch: false },
    grafast: { explain: false },
  });
  const served = instance.createServ(packages.grafserv);
  const server = createServer();
  await served.addTo(server);
  server.keepAliveTimeout = idleFor;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await instance.release();
    },
  };
});
