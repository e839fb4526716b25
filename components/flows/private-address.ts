import ipaddr from 'ipaddr.js';
import { isPublicAddress, mayDial, parseAllowList } from '#lib/http/outbound/address-rules.ts';

/** Whether an address is private as far as its spelling tells, and whether the list lets it through. */
export type AddressLook = 'public' | 'allowed' | 'private';

/**
 * Looks at the host of a URL: IP addresses that are not of the public internet, `localhost`, and names that no public
 * resolver knows (without a dot, or ending in .internal, .local, .lan) are private. The dial itself decides later.
 * @param allow what is allowed: `host:port`, an address or a block
 */
export function lookAtAddress(text: string, allow: readonly string[]): AddressLook {
  if (!URL.canParse(text)) return 'public';
  const { hostname, port, protocol } = new URL(text);
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  const address = ipaddr.isValid(bare) ? bare : isLoopbackName(bare) ? '127.0.0.1' : null;
  if (address === null && !/^[^.]+$|\.(?:internal|local|lan)$/i.test(bare)) return 'public';
  if (address !== null && isPublicAddress(address)) return 'public';
  const number = Number(port) || (protocol === 'https:' ? 443 : 80);
  // A name's address is not known here; one that no block holds lets only the entry of the name itself count.
  return mayDial(address ?? '0.0.0.0', bare, number, parseAllowList(allow)) ? 'allowed' : 'private';
}

function isLoopbackName(host: string): boolean {
  return /^(?:.+\.)?localhost$/i.test(host);
}
