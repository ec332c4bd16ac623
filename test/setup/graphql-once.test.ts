import { createRequire } from "node:module";
import { GraphQLObjectType, GraphQLSchema } from "graphql";
import { GraphQLDateTime } from "graphql-scalars";
import { expect, it } from "vitest";

it("graphql is loaded once, by our files and by the libraries", async () => {
  const ofNode = createRequire(import.meta.url)("graphql") as { GraphQLObjectType: unknown };
  expect(GraphQLObjectType).toBe(ofNode.GraphQLObjectType);
  const { ApolloServer } = await import("@apollo/server");
  const schema = new GraphQLSchema({ query: new GraphQLObjectType({ name: "Query", fields: { now: { type: GraphQLDateTime } } }) });
  const server = new ApolloServer({ schema }); // refuses a schema of another copy
  const { body } = await server.executeOperation({ query: "{ now }" });
  expect(body).toMatchObject({ singleResult: { data: { now: null } } });
  await server.stop();
});
