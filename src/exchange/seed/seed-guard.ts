import { arrayOf, type Ask } from "../../store/owner-session.ts";
import { demonstrationClients } from "../demonstration/clients.ts";
import { demonstrationReceipts } from "../demonstration/deliveries.ts";

/** To be raised whenever the same scale would give other rows. */
export const seedVersion = 1;

/** How the names begin in which rows are delivered that are made up, whatever the version and the scale. */
const seeder = "npm run seed, ";

/** In whose name the rows of a scale are delivered. */
export const clientOf = (scale: number): string => `${seeder}version ${seedVersion}, scale ${scale}`;

/**
 * Why a database may not be seeded with a scale; null where it may. What is made up and what bodies have delivered never meet, and of what is made up
 * there is one version and one scale.
 */
export async function seedObstacle(ask: Ask, scale: number): Promise<string | null> {
  const deliverers = await ask<{ client: string }>("select distinct client_id as client from delivery where not starts_with(receipt_no, $1::text)", [demonstrationReceipts]);
  const others = deliverers.filter(({ client }) => !client.startsWith(seeder));
  if (others.length > 0) return "Bodies have delivered rows to this database: what is made up is never mixed with them. Seed another one: HUB_DATA_DIR=.data-seed npm run seed -- …";
  const seeded = deliverers.find(({ client }) => client !== clientOf(scale));
  if (seeded) return `This database was seeded before (${seeded.client.slice(seeder.length)}; this is version ${seedVersion}, scale ${scale}), and rows of two versions or scales would contradict each other. Take the same, or another database: HUB_DATA_DIR=.data-seed npm run seed -- …`;
  const clients = await ask("select client_id from client where client_id <> all($1::text[])", [arrayOf(Object.keys(demonstrationClients))]);
  return clients.length > 0 ? "Clients of bodies are registered in this database: what is made up is not for them. Seed another one: HUB_DATA_DIR=.data-seed npm run seed -- …" : null;
}
