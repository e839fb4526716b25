import ipaddr from 'ipaddr.js';

/**
 * The address a request came from. With `proxies` trusted in front, the entry that the outermost of them added to
 * X-Forwarded-For; entries before it are the sender's own claim and count for nothing. An IPv4 address written as
 * IPv6 comes back as IPv4; null where nothing is known.
 */
export function senderAddress(
  socket: string | null,
  forwardedFor: string | undefined,
  proxies: number,
): string | null {
  const hops = (forwardedFor ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean);
  const claimed = proxies > 0 ? hops.at(-Math.min(proxies, hops.length)) : undefined;
  const address = claimed !== undefined && ipaddr.isValid(claimed) ? claimed : socket;
  return address !== null && ipaddr.isValid(address) ? ipaddr.process(address).toString() : null;
}
