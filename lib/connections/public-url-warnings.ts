import ipaddr from 'ipaddr.js';

const cure =
  'Set PUBLIC_URL to the address by which the internet reaches this console, such as https://heliograph.example.com, and start it again.';

/** Endings that only a network of one's own knows (RFC 2606, 6762, 8375, and what routers and companies make up). */
const privateEndings =
  /\.(local|localhost|localdomain|lan|home|internal|intranet|corp|test|invalid|home\.arpa)$/;

/**
 * Why senders may not reach this console at its public address, by the look of it: plain sentences with what to do, the
 * worst first; none where it looks right. Asks nothing of the network.
 */
export function publicUrlWarnings(publicUrl: string): string[] {
  const url = new URL(publicUrl);
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const nobody = whyNobody(host);
  if (nobody) return [`Enerflo, Sunnova and other senders cannot reach ${publicUrl}: ${nobody}. ${cure}`];
  const warnings: string[] = [];
  if (url.protocol === 'http:') {
    warnings.push(
      `${publicUrl} is not encrypted: keys and homeowners’ data would travel readable, and many senders refuse such an address. Put a certificate in front of this console and set PUBLIC_URL to its https:// address.`,
    );
  }
  if (url.port !== '') {
    warnings.push(
      `${publicUrl} names the port ${url.port}. Many senders only go to the usual port (443), and many firewalls let only that through. Serve this console there and leave the port out of PUBLIC_URL.`,
    );
  }
  return warnings;
}

function whyNobody(host: string): string | null {
  if (ipaddr.isValid(host)) {
    const range = ipaddr.process(host).range();
    if (range === 'loopback' || range === 'unspecified') return 'that address is this machine only';
    return range === 'unicast' ? null : 'that address exists only inside a private network';
  }
  if (host === 'localhost' || host.endsWith('.localhost')) return 'that name is this machine only';
  if (!host.includes('.')) return 'a name without a dot is known only inside your own network';
  return privateEndings.test(host) ? 'that name is known only inside your own network' : null;
}
