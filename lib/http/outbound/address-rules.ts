import ipaddr from 'ipaddr.js';

/** One entry of an allow list: an exact `host:port`, or a block of addresses on any port. */
type AllowEntry = { host: string; port: number } | { block: readonly [ipaddr.IPv4 | ipaddr.IPv6, number] };
/** Addresses that may be reached although they are not public. `key` tells equal lists. */
export type AllowList = { entries: readonly AllowEntry[]; key: string };

/** Global unicast is the only part of IPv6 in use for the public; within it, documentation (RFC 9637) is not. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
const newDocumentation = ipaddr.IPv6.parseCIDR('3fff::/20');

/**
 * The allow list of these texts: `host:port` (`127.0.0.1:4010`, `[::1]:4010`, `crm.internal:443`), CIDR
 * (`10.1.0.0/16`) or a single address. Throws an Error that names the first entry it cannot read.
 */
export function parseAllowList(texts: readonly string[]): AllowList {
  const entries = texts.map((text): AllowEntry => {
    if (ipaddr.isValidCIDR(text)) return { block: ipaddr.parseCIDR(text) };
    if (ipaddr.IPv4.isValidFourPartDecimal(text)) return { block: [ipaddr.IPv4.parse(text), 32] };
    if (ipaddr.IPv6.isValid(text)) return { block: [ipaddr.IPv6.parse(text), 128] };
    const pair = /^(\[[0-9a-f:.]+\]|[^\s:/@]+):(\d{1,5})$/i.exec(text);
    if (!pair?.[1] || !pair[2])
      throw new Error(`"${text}" is neither host:port nor an address block such as 10.1.0.0/16`);
    return { host: plainHost(pair[1]), port: Number(pair[2]) };
  });
  return { entries, key: [...texts].sort().join(',') };
}

/** A host as URLs and resolvers tell it, in one spelling: lower case, IPv6 without brackets and in its short form. */
export function plainHost(host: string): string {
  const bare = host
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase()
    .replace(/\.$/, '');
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : bare;
}

/** Whether an address lies in the public internet. Everything else is refused: private, loopback, link-local,
 *  shared (CGNAT), multicast, documentation, benchmarking, reserved, and the tunnels that can hide those
 *  (NAT64, 6to4, Teredo). An IPv4 address written as IPv6 is judged as the IPv4 address it is. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  if (parsed.kind() === 'ipv4') return true;
  return parsed.match(globalUnicast) && !parsed.match(newDocumentation);
}

/** Whether `address`, to which `host` (as the URL names it) resolved, may be dialled on `port`. */
export function mayDial(address: string, host: string, port: number, allow: AllowList): boolean {
  if (isPublicAddress(address)) return true;
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return allow.entries.some((entry) => {
    if ('host' in entry) {
      return entry.port === port && (entry.host === plainHost(host) || entry.host === parsed.toString());
    }
    return parsed.kind() === entry.block[0].kind() && parsed.match([entry.block[0], entry.block[1]]);
  });
}
