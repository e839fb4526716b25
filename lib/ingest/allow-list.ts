import ipaddr from 'ipaddr.js';

/**
 * Whether a sender's address is on an allow list of addresses and CIDR blocks. An empty list allows everybody; an
 * address that cannot be read is on no list. An IPv4 address written as IPv6 is the IPv4 address.
 */
export function isAllowed(address: string | null, allowList: readonly string[]): boolean {
  if (allowList.length === 0) return true;
  if (address === null || !ipaddr.isValid(address)) return false;
  const sender = ipaddr.process(address);
  return allowList.some((entry) => {
    try {
      const [network, bits] = entry.includes('/') ? ipaddr.parseCIDR(entry) : [ipaddr.process(entry), null];
      if (network.kind() !== sender.kind()) return false;
      return bits === null
        ? network.toNormalizedString() === sender.toNormalizedString()
        : sender.match(network, bits);
    } catch {
      return false;
    }
  });
}
