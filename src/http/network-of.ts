import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { LRUCache } from "lru-cache";

/** Networks of addresses that have asked lately: taking an address apart costs more than the whole of the budget. */
const known = new LRUCache<string, string>({ max: 10_000 });

/**
 * The network that one asker has to himself: an IPv4 address, the first 64 bits of one of IPv6, since whoever has an address there has the
 * other 2^64 too. What is no address is nobody's: whoever comes from there shares one.
 */
export function networkOf(address: string): string {
  const version = isIP(address);
  if (version === 4) return address;
  if (version === 0) return "";
  let network = known.get(address);
  if (network === undefined) known.set(address, (network = networkOfIPv6(address)));
  return network;
}

function networkOfIPv6(address: string): string {
  const parsed = ipaddr.process(address); // IPv4 within IPv6 is IPv4
  return parsed instanceof ipaddr.IPv6 ? `${parsed.parts.slice(0, 4).map((part) => part.toString(16)).join(":")}::/64` : parsed.toString();
}

/** Whether an address is the one of a network, or in it; what is no address is in none. */
export function isWithin(address: string, network: string): boolean {
  if (isIP(address) === 0) return false;
  const asker = ipaddr.process(address);
  const [base, bits] = rangeOf(network);
  return base !== null && asker.kind() === base.kind() && asker.match([base, bits]);
}

type Range = readonly [base: ipaddr.IPv4 | ipaddr.IPv6 | null, bits: number];

/** Networks that were taken apart. */
const ranges = new LRUCache<string, Range>({ max: 1_000 });

function rangeOf(network: string): Range {
  let range = ranges.get(network);
  if (!range) ranges.set(network, (range = readRange(network)));
  return range;
}

/** What is neither an address nor one with the bits of its network is a network of nobody. */
function readRange(network: string): Range {
  if (ipaddr.isValidCIDR(network)) return ipaddr.parseCIDR(network);
  if (isIP(network) === 0) return [null, 0];
  const address = ipaddr.process(network);
  return [address, address.kind() === "ipv4" ? 32 : 128];
}
