import { isIPv4 } from 'node:net';
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
  const claimed = proxies > 0 ? hops.at(-Math.min(proxies, hops.length)) : null;
  return readable(claimed) ?? readable(socket);
}

function readable(address: string | null | undefined): string | null {
  if (address && isIPv4(address)) return address;
  // Some proxies write the port behind it: `192.0.2.7:4711`, `[2001:db8::7]:4711`.
  const bare = /^([\d.]+):\d+$|^\[(.+)\](?::\d+)?$/.exec(address ?? '');
  const host = bare?.[1] ?? bare?.[2] ?? address;
  return host && ipaddr.isValid(host) ? ipaddr.process(host).toString() : null;
}
