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
